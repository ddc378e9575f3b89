suggest-edit = Tee muudatusettepanek
link-copied = Link on kopeeritud
