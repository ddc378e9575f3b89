suggest-edit = Predlagaj popravek
link-copied = Povezava je kopirana
copy-code = Kopiraj kodo
code-copied = Koda je kopirana
