## Search dialog

search-close = Закрити
search-results = Результати
search-count = { $count ->
    [0] Статей не знайдено
    [one] Знайдено { $count } статтю
    [few] Знайдено { $count } статті
    [many] Знайдено { $count } статей
   *[other] Знайдено { $count } статті
}
search-more = Знайдено понад { $count } статей
search-similar = Немає статті з усіма цими словами. Схожі статті:
search-none = Нічого не знайдено
search-advice = Перевірте написання, скоротіть запит або введіть інші слова.
search-recent = Недавні запити
search-forget = Очистити
search-machine = Машинний переклад
search-outdated = Можливо, застаріло
search-failed = Не вдалося завантажити пошук. Перевірте підключення та спробуйте ще раз.
search-next = Показати більше результатів
search-searching = Триває пошук…
search-no-script = Для пошуку потрібен JavaScript. Без нього можна переглянути всі статті.
