suggest-edit = Predlagaj popravek
link-copied = Povezava je kopirana
