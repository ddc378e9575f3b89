suggest-edit = Sugerare modificare
link-copied = Linkul a fost copiat
copy-code = Copiere cod
code-copied = Codul a fost copiat
