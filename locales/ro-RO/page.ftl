suggest-edit = Sugerare modificare
link-copied = Linkul a fost copiat
