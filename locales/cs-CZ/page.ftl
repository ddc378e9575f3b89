suggest-edit = Navrhnout úpravu
link-copied = Odkaz zkopírován
copy-code = Kopírovat kód
code-copied = Kód zkopírován
