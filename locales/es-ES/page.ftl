suggest-edit = Sugerir un cambio
link-copied = Enlace copiado
copy-code = Copiar código
code-copied = Código copiado
