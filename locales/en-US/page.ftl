# Link below an article: opens the place where its text can be changed.
suggest-edit = Suggest an edit
# Said by screen readers and shown for a moment after a reader has chosen “Copy link” beside a heading.
link-copied = Link copied
# Button in a block of code: copies the code.
copy-code = Copy code
# Shown on the button for a moment after that, and said by screen readers.
code-copied = Code copied
# Below an article: asks whether it helped. The next two are the answers, each a link.
feedback-question = Did this article help?
feedback-yes = Yes
feedback-no = No
# Below an article: asks whether the reader looks for people; the link after it leads to them.
contact-question = Still need help?
contact-link = Contact us
# Read aloud by screen readers: name of what is announced at the top of every page, such as an outage.
announcements = Announcements
# After an announcement: its last day.
announcement-until = Until { $date }
# The same with its first and last day.
announcement-period = { $from } – { $until }
