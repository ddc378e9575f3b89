suggest-edit = Zaproponuj zmianę
link-copied = Skopiowano link
