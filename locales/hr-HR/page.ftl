suggest-edit = Predloži izmjenu
link-copied = Poveznica je kopirana
