suggest-edit = Suggerisci una modifica
link-copied = Link copiato
copy-code = Copia codice
code-copied = Codice copiato
