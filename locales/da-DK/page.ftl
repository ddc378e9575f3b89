suggest-edit = Foreslå en ændring
link-copied = Linket er kopieret
copy-code = Kopiér kode
code-copied = Koden er kopieret
