suggest-edit = Foreslå en ændring
link-copied = Linket er kopieret
