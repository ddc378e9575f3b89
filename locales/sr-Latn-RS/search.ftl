## Search dialog

search-close = Zatvori
search-results = Rezultati
search-count = { $count ->
    [0] Nije pronađen nijedan članak
    [one] Pronađen je { $count } članak
    [few] Pronađena su { $count } članka
   *[other] Pronađeno je { $count } članaka
}
search-more = Pronađeno je više od { $count } članaka
search-similar = Nijedan članak ne sadrži sve ove reči. Slični članci:
search-none = Nema rezultata
search-advice = Proverite pravopis ili pokušajte sa manje reči ili sa drugim rečima.
search-recent = Nedavne pretrage
search-forget = Obriši
search-machine = Mašinski prevod
search-outdated = Možda je zastarelo
search-failed = Učitavanje pretrage nije uspelo. Proverite vezu i pokušajte ponovo.
search-next = Prikaži još rezultata
search-searching = Pretraživanje…
search-no-script = Za pretragu je potreban JavaScript. Bez njega možete da pregledate sve članke.
