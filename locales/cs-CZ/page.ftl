suggest-edit = Navrhnout úpravu
link-copied = Odkaz zkopírován
