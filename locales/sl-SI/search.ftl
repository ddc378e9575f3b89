## Search dialog

search-close = Zapri
search-results = Rezultati
search-count = { $count ->
    [0] Ni najdenih člankov
    [one] Najden { $count } članek
    [two] Najdena { $count } članka
    [few] Najdeni { $count } članki
   *[other] Najdenih { $count } člankov
}
search-more = Najdenih več kot { $count } člankov
search-similar = Noben članek ne vsebuje vseh teh besed. Podobni članki:
search-none = Ni zadetkov
search-advice = Preverite črkovanje ali poskusite z manj besedami oziroma z drugimi.
search-recent = Nedavna iskanja
search-forget = Počisti
search-machine = Strojni prevod
search-outdated = Morda ni posodobljeno
search-failed = Iskanja ni bilo mogoče naložiti. Preverite povezavo in poskusite znova.
search-next = Pokaži več rezultatov
search-searching = Iskanje …
search-no-script = Za iskanje je potreben JavaScript. Brez njega lahko prebrskate vse članke.
