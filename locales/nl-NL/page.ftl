suggest-edit = Wijziging voorstellen
link-copied = Link gekopieerd
copy-code = Code kopiëren
code-copied = Code gekopieerd
