## Search dialog

# Button: closes the search.
search-close = Close
# Read aloud by screen readers: name of the list of results.
search-results = Results
# Under the search box: how many articles were found, at most 20.
search-count = { $count ->
    [0] No articles found
    [one] { $count } article found
   *[other] { $count } articles found
}
# The same where there are more than can be counted.
search-more = More than { $count } articles found
# Before the number of articles, where no article has a word of the search; the results are the nearest.
search-similar = No article has all of these words. Similar articles:
# In place of results, where nothing was found; the next message follows it, then a link to all articles.
search-none = Nothing found
search-advice = Check the spelling, or try fewer or other words.
# Heading over the words a reader searched for before.
search-recent = Recent searches
# Button beside it: forgets them.
search-forget = Clear
# Beside a result: the article was translated by a machine.
search-machine = Machine translation
# Beside a result: the original has changed since it was translated.
search-outdated = May be out of date
# Instead of results, where files of the search could not be loaded.
search-failed = The search could not be loaded. Check your connection and try again.
# Button under the results: shows the next ones.
search-next = Show more results
# Under the search box while results take more than a moment.
search-searching = Searching…
# On the page of the search, in browsers without JavaScript; a list of all articles follows, or of its letters.
search-no-script = Search needs JavaScript. Without it, you can browse all articles.
