suggest-edit = Änderung vorschlagen
link-copied = Link kopiert
copy-code = Code kopieren
code-copied = Code kopiert
