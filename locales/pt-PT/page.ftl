suggest-edit = Sugerir uma alteração
link-copied = Ligação copiada
copy-code = Copiar código
code-copied = Código copiado
