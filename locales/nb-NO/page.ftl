suggest-edit = Foreslå en endring
link-copied = Lenken er kopiert
