suggest-edit = Ieteikt labojumu
link-copied = Saite nokopēta
copy-code = Kopēt kodu
code-copied = Kods nokopēts
