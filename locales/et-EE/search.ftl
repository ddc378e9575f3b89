## Search dialog

search-close = Sule
search-results = Tulemused
search-count = { $count ->
    [0] Artikleid ei leitud
    [one] Leiti { $count } artikkel
   *[other] Leiti { $count } artiklit
}
search-more = Leiti üle { $count } artikli
search-similar = Üheski artiklis pole kõiki neid sõnu. Sarnased artiklid:
search-none = Midagi ei leitud
search-advice = Kontrollige õigekirja või proovige vähemate või teiste sõnadega.
search-recent = Hiljutised otsingud
search-forget = Tühjenda
search-machine = Masintõlge
search-outdated = Võib olla aegunud
search-failed = Otsingut ei õnnestunud laadida. Kontrollige ühendust ja proovige uuesti.
search-next = Näita rohkem tulemusi
search-searching = Otsimine…
search-no-script = Otsing vajab JavaScripti. Ilma selleta saate sirvida kõiki artikleid.
