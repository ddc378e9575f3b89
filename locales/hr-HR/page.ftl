suggest-edit = Predloži izmjenu
link-copied = Poveznica je kopirana
copy-code = Kopiraj kod
code-copied = Kod je kopiran
