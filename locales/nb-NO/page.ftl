suggest-edit = Foreslå en endring
link-copied = Lenken er kopiert
copy-code = Kopier kode
code-copied = Koden er kopiert
