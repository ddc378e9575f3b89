suggest-edit = Sugerir uma alteração
link-copied = Link copiado
