suggest-edit = Wijziging voorstellen
link-copied = Link gekopieerd
