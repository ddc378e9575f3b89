## Search dialog

search-close = Zamknij
search-results = Wyniki
search-count = { $count ->
    [0] Nie znaleziono artykułów
    [one] Znaleziono { $count } artykuł
    [few] Znaleziono { $count } artykuły
    [many] Znaleziono { $count } artykułów
   *[other] Znaleziono { $count } artykułu
}
search-more = Znaleziono ponad { $count } artykułów
search-similar = Żaden artykuł nie zawiera wszystkich tych słów. Podobne artykuły:
search-none = Brak wyników
search-advice = Sprawdź pisownię albo wpisz mniej słów lub inne słowa.
search-recent = Ostatnie wyszukiwania
search-forget = Wyczyść
search-machine = Tłumaczenie maszynowe
search-outdated = Może być nieaktualne
search-failed = Nie udało się wczytać wyszukiwarki. Sprawdź połączenie i spróbuj ponownie.
search-next = Pokaż więcej wyników
search-searching = Wyszukiwanie…
search-no-script = Wyszukiwanie wymaga JavaScriptu. Bez niego możesz przeglądać wszystkie artykuły.
