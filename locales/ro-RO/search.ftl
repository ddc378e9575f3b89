## Search dialog

search-close = Închideți
search-results = Rezultate
search-count = { $count ->
    [0] Nu s-a găsit niciun articol
    [one] S-a găsit un articol
    [few] S-au găsit { $count } articole
   *[other] S-au găsit { $count } de articole
}
search-more = S-au găsit peste { $count } de articole
search-similar = Niciun articol nu conține toate aceste cuvinte. Articole similare:
search-none = Nu s-a găsit nimic
search-advice = Verificați ortografia sau încercați cu mai puține cuvinte ori cu altele.
search-recent = Căutări recente
search-forget = Ștergeți
search-machine = Traducere automată
search-outdated = Este posibil să nu fie la zi
search-failed = Căutarea nu a putut fi încărcată. Verificați conexiunea și încercați din nou.
search-next = Afișați mai multe rezultate
search-searching = Se caută…
search-no-script = Căutarea necesită JavaScript. Fără acesta, puteți răsfoi toate articolele.
