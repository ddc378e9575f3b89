# The words of the help site, in the language they are first written in. Comments say where each is seen.
# Language names ($language) are always the language's own name with its region, such as "עברית (ישראל)":
# write sentences that need no ending or article on them.

## Every page

# Name of the site where no title is configured. In the header and in the browser's tab.
site-title = Help
# First link of each page, seen only by keyboard: jumps over the header to the text.
skip-to-content = Skip to main content
# First step of the breadcrumbs: the home page of this language.
home = Home
# Read aloud by screen readers: name of the list of links from the home page down to this page.
breadcrumbs = Breadcrumbs
# Read aloud after the text of a link that leaves this site.
external-link = external site

## Choosing a language

# Heading of the page that lists all languages, and the link to it at the foot of every page.
choose-language-title = Choose a language
# Under that heading.
choose-language-intro = This help is available in the following languages.
# Name of the menu of languages in the header.
language-switcher = Languages
# Read aloud after the language that is on the screen.
language-current = current language
# Label over the languages this article does not exist in; their links lead to the home page of the language.
language-missing = Not available in these languages
# Label over the languages whose page shows this article in another language.
language-fallback = Not yet translated

## Appearance

# Label of the choice between the next three.
theme-switch = Appearance
theme-light = Light
theme-dark = Dark
# Follows the setting of the device.
theme-system = Same as device

## Home and lists

# Heading over the list of sections (groups of articles).
sections-title = Topics
# Read aloud by screen readers: name of the list of sections.
sections = Topics
# Under the title of a section: how many articles it has.
section-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
# On the home page: how many articles there are in this language.
articles-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
# Heading of the list of all articles, and the link to it.
all-articles = All articles
# One page of a long list, by its first and last title.
all-articles-range = { $first } – { $last }
# Heading of the links to the pages of a long list.
list-pages = Pages
# Title of the second and further pages of a list.
page-title-number = { $title } – page { $number }
# Heading over the few articles that a reader should see first, on the home page.
featured-title = Start here
# Heading over the articles that were changed last, each with its date.
newest-title = Recently changed
# Read aloud by screen readers: name of the links from letters of the alphabet to the titles that begin with them.
letters = By letter

## Articles

# Heading of the list of headings in an article.
contents = On this page
# Date of the last change, under the title.
updated = Updated { $date }
# Before the numbers by which a product opens this article, with the colon of the language.
custom-ids = Article IDs:
# Heading of the list of similar articles.
related-articles = Related articles
# Links to the neighbours of this article.
previous-article = Previous article
next-article = Next article
# Read aloud by screen readers: name of the two links to the neighbours.
neighbours = Previous and next article
# Heading over what stands in a section, on the page of the article that introduces it.
section-contents = In this topic
# Heading over the questions that a page answers.
questions = Questions and answers
# Marks an article that is not published yet; seen only in the preview.
draft = Draft
# Button: prints the article.
print = Print
# Button beside a heading: copies the link to it.
copy-link = Copy link

## Notices at the top of an article

# The article is shown in another language because it is not translated.
notice-fallback = This article isn’t available in your language yet. You’re reading it in { $language }.
# The article was translated by a machine.
notice-machine = This article was translated by a machine and may contain errors.
# Link after it.
notice-machine-link = Read the original in { $language }
# The original has changed since it was translated.
notice-outdated = This translation may be out of date: the original has changed since.
# Link after it.
notice-original-link = Read the original

## Inside the text

# Titles of the boxes that stand out.
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
alert-info = Info
alert-danger = Danger
alert-success = Success
alert-question = Question
alert-failure = Failure
alert-bug = Bug
alert-example = Example
alert-quote = Quote
alert-summary = Abstract
# Title of text that is folded away until a reader opens it.
details = Details
# Heading over the footnotes.
footnotes = Footnotes
# Read aloud: link from a footnote back to the place it belongs to.
footnote-back = Back to the text
# Link to a video on another site.
video-play = Play video
# Link to a sound recording on another site.
audio-play = Play audio
# Read aloud before an item of a list of tasks.
task-done = Done
task-open = Not done
# Read aloud: link that opens an image in full size.
image-enlarge = Enlarge image
# Read aloud: names of boxes that can be scrolled.
code-block = Code
table = Table

## The page of an article ID

# Heading of the page that a product opens by an ID: every article that has it, in every language.
open-title = Article ID { $id }
# Under that heading, over the list of languages.
open-intro = Choose the language you want to read in.
# In place of it where several articles have the ID; each is listed with its languages.
open-several = Several articles have this ID. Choose the one you want to read.
# In place of either where none of the reader's languages is in the list.
open-none = This isn’t available in your language yet. Choose another language.

## Page not found

not-found-title = Page not found
not-found-text = The page may have been moved or removed, or the address may be mistyped.
# Links below it.
not-found-home = Go to the home page
not-found-languages = Choose another language

## Page moved

# On the page of an old address, over the link to the new one; seen only where the browser does not go there by itself.
redirect-text = This page has moved

## Search

# Label of the search box, and of its button.
search = Search
# In the empty search box.
search-placeholder = Search articles or enter an ID
