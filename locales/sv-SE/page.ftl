suggest-edit = Föreslå en ändring
link-copied = Länken har kopierats
