## Search dialog

search-close = Lukk
search-results = Resultater
search-count = { $count ->
    [0] Fant ingen artikler
    [one] Fant { $count } artikkel
   *[other] Fant { $count } artikler
}
search-more = Fant flere enn { $count } artikler
search-similar = Ingen artikkel inneholder alle disse ordene. Lignende artikler:
search-none = Ingen resultater
search-advice = Kontroller stavemåten, eller prøv med færre eller andre ord.
search-recent = Nylige søk
search-forget = Tøm
search-machine = Maskinoversatt
search-outdated = Kan være utdatert
search-failed = Kunne ikke laste inn søkefunksjonen. Kontroller tilkoblingen, og prøv igjen.
search-next = Vis flere resultater
search-searching = Søker…
search-no-script = Søk krever JavaScript. Uten det kan du bla gjennom alle artiklene.
