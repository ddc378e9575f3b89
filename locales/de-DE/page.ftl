suggest-edit = Änderung vorschlagen
link-copied = Link kopiert
