## Search dialog

search-close = Luk
search-results = Resultater
search-count = { $count ->
    [0] Ingen artikler fundet
    [one] { $count } artikel fundet
   *[other] { $count } artikler fundet
}
search-more = Flere end { $count } artikler fundet
search-similar = Ingen artikel indeholder alle ordene. Lignende artikler:
search-none = Ingen resultater
search-advice = Kontrollér stavningen, eller prøv med færre eller andre ord.
search-recent = Seneste søgninger
search-forget = Ryd
search-machine = Maskinoversat
search-outdated = Kan være forældet
search-failed = Søgefunktionen kunne ikke indlæses. Kontrollér forbindelsen, og prøv igen.
search-next = Vis flere resultater
search-searching = Søger…
search-no-script = Søgning kræver JavaScript. Uden det kan du gennemse alle artikler.
