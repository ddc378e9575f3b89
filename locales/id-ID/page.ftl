suggest-edit = Sarankan perubahan
link-copied = Tautan disalin
copy-code = Salin kode
code-copied = Kode disalin
