suggest-edit = Sugerir uma alteração
link-copied = Ligação copiada
