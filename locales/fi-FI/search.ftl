## Search dialog

search-close = Sulje
search-results = Tulokset
search-count = { $count ->
    [0] Artikkeleita ei löytynyt
    [one] Löytyi { $count } artikkeli
   *[other] Löytyi { $count } artikkelia
}
search-more = Löytyi yli { $count } artikkelia
search-similar = Missään artikkelissa ei ole kaikkia näitä sanoja. Samankaltaisia artikkeleita:
search-none = Ei tuloksia
search-advice = Tarkista kirjoitusasu, käytä vähemmän hakusanoja tai kokeile muita sanoja.
search-recent = Viimeisimmät haut
search-forget = Tyhjennä
search-machine = Konekäännös
search-outdated = Voi olla vanhentunut
search-failed = Hakua ei voitu ladata. Tarkista yhteys ja yritä uudelleen.
search-next = Näytä lisää tuloksia
search-searching = Haetaan…
search-no-script = Haku edellyttää JavaScriptiä. Ilman sitä voit selata kaikkia artikkeleita.
