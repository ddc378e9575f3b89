suggest-edit = Navrhnúť úpravu
link-copied = Odkaz bol skopírovaný
copy-code = Kopírovať kód
code-copied = Kód bol skopírovaný
