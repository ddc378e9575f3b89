suggest-edit = Suggérer une modification
link-copied = Lien copié
