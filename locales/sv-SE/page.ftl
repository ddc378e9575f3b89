suggest-edit = Föreslå en ändring
link-copied = Länken har kopierats
copy-code = Kopiera kod
code-copied = Koden har kopierats
