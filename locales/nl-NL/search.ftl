## Search dialog

search-close = Sluiten
search-results = Resultaten
search-count = { $count ->
    [0] Geen artikelen gevonden
    [one] { $count } artikel gevonden
   *[other] { $count } artikelen gevonden
}
search-more = Meer dan { $count } artikelen gevonden
search-similar = Geen enkel artikel bevat al deze woorden. Vergelijkbare artikelen:
search-none = Geen resultaten
search-advice = Controleer de spelling of probeer het met minder of andere woorden.
search-recent = Recente zoekopdrachten
search-forget = Wissen
search-machine = Automatisch vertaald
search-outdated = Mogelijk verouderd
search-failed = De zoekfunctie kan niet worden geladen. Controleer de verbinding en probeer het opnieuw.
search-next = Meer resultaten weergeven
search-searching = Zoeken…
search-no-script = Voor zoeken is JavaScript nodig. Zonder JavaScript kunt u door alle artikelen bladeren.
