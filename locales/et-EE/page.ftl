suggest-edit = Tee muudatusettepanek
link-copied = Link on kopeeritud
copy-code = Kopeeri kood
code-copied = Kood on kopeeritud
