## Search dialog

search-close = Bezárás
search-results = Találatok
search-count = { $count ->
    [0] Nem található cikk
    [one] { $count } cikk található
   *[other] { $count } cikk található
}
search-more = Több mint { $count } cikk található
search-similar = Egyik cikkben sem szerepel az összes szó. Hasonló cikkek:
search-none = Nincs találat
search-advice = Ellenőrizze a helyesírást, vagy próbálkozzon kevesebb vagy más szóval.
search-recent = Legutóbbi keresések
search-forget = Törlés
search-machine = Gépi fordítás
search-outdated = Elavult lehet
search-failed = A keresést nem sikerült betölteni. Ellenőrizze a kapcsolatot, és próbálja újra.
search-next = További találatok megjelenítése
search-searching = Keresés…
search-no-script = A kereséshez JavaScript szükséges. Enélkül az összes cikket tallózhatja.
