suggest-edit = Suggerisci una modifica
link-copied = Link copiato
