## Search dialog

search-close = Затваряне
search-results = Резултати
search-count = { $count ->
    [0] Няма намерени статии
    [one] Намерена е { $count } статия
   *[other] Намерени са { $count } статии
}
search-more = Намерени са над { $count } статии
search-similar = Няма статия с всички тези думи. Подобни статии:
search-none = Няма резултати
search-advice = Проверете правописа или опитайте с по-малко или с други думи.
search-recent = Последни търсения
search-forget = Изчистване
search-machine = Машинен превод
search-outdated = Може да не е актуално
search-failed = Търсенето не можа да се зареди. Проверете мрежовата връзка и опитайте отново.
search-next = Още резултати
search-searching = Търсене…
search-no-script = Търсенето изисква JavaScript. Без него можете да разгледате всички статии.
