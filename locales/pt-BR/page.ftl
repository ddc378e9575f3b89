suggest-edit = Sugerir uma alteração
link-copied = Link copiado
copy-code = Copiar código
code-copied = Código copiado
