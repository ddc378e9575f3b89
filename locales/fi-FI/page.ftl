suggest-edit = Ehdota muutosta
link-copied = Linkki kopioitu
copy-code = Kopioi koodi
code-copied = Koodi kopioitu
