suggest-edit = Suggérer une modification
link-copied = Lien copié
copy-code = Copier le code
code-copied = Code copié
