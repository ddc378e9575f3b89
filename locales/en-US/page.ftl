# Link below an article: opens the place where its text can be changed.
suggest-edit = Suggest an edit
# Said by screen readers and shown for a moment after a reader has chosen “Copy link” beside a heading.
link-copied = Link copied
