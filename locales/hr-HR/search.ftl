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
search-similar = Nijedan članak ne sadrži sve ove riječi. Slični članci:
search-none = Nema rezultata
search-advice = Provjerite pravopis ili pokušajte s manje riječi ili s drugim riječima.
search-recent = Nedavna pretraživanja
search-forget = Očisti
search-machine = Strojni prijevod
search-outdated = Možda je zastarjelo
search-failed = Nije moguće učitati pretraživanje. Provjerite vezu i pokušajte ponovno.
search-next = Prikaži još rezultata
search-searching = Pretraživanje…
search-no-script = Za pretraživanje je potreban JavaScript. Bez njega možete pregledati sve članke.
