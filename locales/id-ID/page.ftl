suggest-edit = Sarankan perubahan
link-copied = Tautan disalin
