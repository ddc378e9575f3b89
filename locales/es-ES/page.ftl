suggest-edit = Sugerir un cambio
link-copied = Enlace copiado
