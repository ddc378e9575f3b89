## Every page

site-title = Помощ
skip-to-content = Към основното съдържание
home = Начало
breadcrumbs = Навигационна пътека
external-link = външен сайт

## Choosing a language

choose-language-title = Изберете език
choose-language-intro = Помощта е налична на следните езици.
language-switcher = Езици
language-current = текущ език
language-missing = Не е налично на тези езици
language-fallback = Все още няма превод

## Appearance

theme-switch = Външен вид
theme-light = Светъл
theme-dark = Тъмен
theme-system = Като на устройството

## Home and lists

sections-title = Теми
sections = Теми
section-count = { $count ->
    [one] { $count } статия
   *[other] { $count } статии
}
articles-count = { $count ->
    [one] { $count } статия
   *[other] { $count } статии
}
all-articles = Всички статии
all-articles-range = { $first } – { $last }
list-pages = Страници
page-title-number = { $title } – страница { $number }
featured-title = Започнете оттук
newest-title = Последни промени
letters = По първа буква

## Articles

contents = На тази страница
updated = Последна актуализация: { $date }
custom-ids = ID на статията:
related-articles = Свързани статии
previous-article = Предишна статия
next-article = Следваща статия
neighbours = Предишна и следваща статия
section-contents = В тази тема
questions = Въпроси и отговори
draft = Чернова
print = Печат
copy-link = Копиране на връзката

## Notices at the top of an article

notice-fallback = Тази статия все още не е налична на вашия език. Четете я на друг език: { $language }.
notice-machine = Тази статия е преведена машинно и може да съдържа грешки.
notice-machine-link = Прочетете оригинала: { $language }
notice-outdated = Преводът може да не е актуален: оригиналът е променен междувременно.
notice-original-link = Прочетете оригинала

## Inside the text

alert-note = Забележка
alert-tip = Съвет
alert-important = Важно
alert-warning = Предупреждение
alert-caution = Внимание
alert-info = Информация
alert-danger = Опасност
alert-success = Успех
alert-question = Въпрос
alert-failure = Неуспех
alert-bug = Програмна грешка
alert-example = Пример
alert-quote = Цитат
alert-summary = Резюме
details = Подробности
footnotes = Бележки под линия
footnote-back = Обратно към текста
video-play = Пускане на видеото
audio-play = Пускане на аудиото
task-done = Изпълнено
task-open = Неизпълнено
image-enlarge = Увеличаване на изображението
code-block = Код
table = Таблица

## The page of an article ID

open-title = ID на статия: { $id }
open-intro = Изберете езика, на който искате да четете.
open-several = Няколко статии имат този ID. Изберете коя искате да прочетете.
open-none = Това съдържание все още не е налично на вашия език. Изберете друг език.

## Page not found

not-found-title = Страницата не е намерена
not-found-text = Страницата може да е преместена или премахната, а може и да има грешка в адреса.
not-found-home = Към началната страница
not-found-languages = Изберете друг език

## Page moved

redirect-text = Страницата е преместена

## Search

search = Търсене
search-placeholder = Потърсете статия или въведете ID
