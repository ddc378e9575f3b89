## Search dialog

search-close = Закрыть
search-results = Результаты
search-count = { $count ->
    [0] Статьи не найдены
    [one] Найдена { $count } статья
    [few] Найдено { $count } статьи
    [many] Найдено { $count } статей
   *[other] Найдено { $count } статьи
}
search-more = Найдено более { $count } статей
search-similar = Нет статьи со всеми этими словами. Похожие статьи:
search-none = Ничего не найдено
search-advice = Проверьте написание, сократите запрос или введите другие слова.
search-recent = Недавние запросы
search-forget = Очистить
search-machine = Машинный перевод
search-outdated = Возможно, устарело
search-failed = Не удалось загрузить поиск. Проверьте подключение и повторите попытку.
search-next = Показать больше результатов
search-searching = Идёт поиск…
search-no-script = Для поиска нужен JavaScript. Без него можно просмотреть все статьи.
