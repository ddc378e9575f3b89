suggest-edit = Ehdota muutosta
link-copied = Linkki kopioitu
