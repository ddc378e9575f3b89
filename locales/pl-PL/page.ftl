suggest-edit = Zaproponuj zmianę
link-copied = Skopiowano link
copy-code = Kopiuj kod
code-copied = Skopiowano kod
