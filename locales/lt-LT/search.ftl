## Search dialog

search-close = Uždaryti
search-results = Rezultatai
search-count = { $count ->
    [0] Straipsnių nerasta
    [one] Rastas { $count } straipsnis
    [few] Rasti { $count } straipsniai
   *[other] Rasta { $count } straipsnių
}
search-more = Rasta daugiau kaip { $count } straipsnių
search-similar = Nė viename straipsnyje nėra visų šių žodžių. Panašūs straipsniai:
search-none = Nieko nerasta
search-advice = Patikrinkite rašybą, įveskite mažiau žodžių arba pabandykite kitus.
search-recent = Paskutinės paieškos
search-forget = Išvalyti
search-machine = Mašininis vertimas
search-outdated = Gali būti pasenęs
search-failed = Paieškos įkelti nepavyko. Patikrinkite ryšį ir bandykite dar kartą.
search-next = Rodyti daugiau rezultatų
search-searching = Ieškoma…
search-no-script = Paieškai reikia „JavaScript“. Be jos galite naršyti visus straipsnius.
