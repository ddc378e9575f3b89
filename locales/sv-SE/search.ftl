## Search dialog

search-close = Stäng
search-results = Resultat
search-count = { $count ->
    [0] Inga artiklar hittades
    [one] { $count } artikel hittades
   *[other] { $count } artiklar hittades
}
search-more = Fler än { $count } artiklar hittades
search-similar = Ingen artikel innehåller alla dessa ord. Liknande artiklar:
search-none = Inga resultat
search-advice = Kontrollera stavningen eller prova med färre eller andra ord.
search-recent = Senaste sökningar
search-forget = Rensa
search-machine = Maskinöversatt
search-outdated = Kan vara inaktuell
search-failed = Sökfunktionen kunde inte läsas in. Kontrollera anslutningen och försök igen.
search-next = Visa fler resultat
search-searching = Söker…
search-no-script = Sökningen kräver JavaScript. Utan det kan du bläddra bland alla artiklar.
