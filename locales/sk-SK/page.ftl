suggest-edit = Navrhnúť úpravu
link-copied = Odkaz bol skopírovaný
