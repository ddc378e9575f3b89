## Search dialog

search-close = Schließen
search-results = Ergebnisse
search-count = { $count ->
    [0] Keine Artikel gefunden
    [one] { $count } Artikel gefunden
   *[other] { $count } Artikel gefunden
}
search-more = Mehr als { $count } Artikel gefunden
search-similar = Kein Artikel enthält alle diese Wörter. Ähnliche Artikel:
search-none = Nichts gefunden
search-advice = Prüfen Sie die Schreibweise, oder versuchen Sie es mit weniger oder anderen Wörtern.
search-recent = Letzte Suchen
search-forget = Löschen
search-machine = Maschinell übersetzt
search-outdated = Möglicherweise veraltet
search-failed = Die Suche konnte nicht geladen werden. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.
search-next = Weitere Ergebnisse anzeigen
search-searching = Suche läuft…
search-no-script = Für die Suche wird JavaScript benötigt. Ohne JavaScript können Sie alle Artikel durchsehen.
