suggest-edit = Predloži izmenu
link-copied = Link je kopiran
