suggest-edit = Predloži izmenu
link-copied = Link je kopiran
copy-code = Kopiraj kod
code-copied = Kod je kopiran
