## Every page

site-title = Справка
skip-to-content = Перейти к основному содержанию
home = Главная
breadcrumbs = Навигационная цепочка
external-link = внешний сайт

## Choosing a language

choose-language-title = Выберите язык
choose-language-intro = Справка доступна на следующих языках.
language-switcher = Языки
language-current = текущий язык
language-missing = Недоступно на этих языках
language-fallback = Ещё не переведено

## Appearance

theme-switch = Оформление
theme-light = Светлое
theme-dark = Тёмное
theme-system = Как на устройстве

## Home and lists

sections-title = Темы
sections = Темы
section-count = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
    [many] { $count } статей
   *[other] { $count } статьи
}
articles-count = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
    [many] { $count } статей
   *[other] { $count } статьи
}
all-articles = Все статьи
all-articles-range = { $first } — { $last }
list-pages = Страницы
page-title-number = { $title }, страница { $number }
featured-title = С чего начать
newest-title = Последние изменения
letters = По первой букве

## Articles

contents = На этой странице
updated = Обновлено { $date }
custom-ids = ID статьи:
related-articles = Похожие статьи
previous-article = Предыдущая статья
next-article = Следующая статья
neighbours = Предыдущая и следующая статьи
section-contents = В этой теме
questions = Вопросы и ответы
draft = Черновик
print = Распечатать
copy-link = Скопировать ссылку

## Notices at the top of an article

notice-fallback = Эта статья пока недоступна на вашем языке. Вы читаете её на другом языке: { $language }.
notice-machine = Это машинный перевод статьи, в нём могут быть ошибки.
notice-machine-link = Читать оригинал: { $language }
notice-outdated = Перевод мог устареть: позже оригинал изменили.
notice-original-link = Читать оригинал

## Inside the text

alert-note = Примечание
alert-tip = Совет
alert-important = Важно
alert-warning = Предупреждение
alert-caution = Осторожно
alert-info = Информация
alert-danger = Опасность
alert-success = Успешно
alert-question = Вопрос
alert-failure = Сбой
alert-bug = Ошибка программы
alert-example = Пример
alert-quote = Цитата
alert-summary = Сводка
details = Подробности
footnotes = Сноски
footnote-back = Назад к тексту
video-play = Воспроизвести видео
audio-play = Воспроизвести аудио
task-done = Выполнено
task-open = Не выполнено
image-enlarge = Увеличить изображение
code-block = Код
table = Таблица

## The page of an article ID

open-title = ID статьи: { $id }
open-intro = Выберите язык, на котором хотите читать.
open-several = Этот ID есть у нескольких статей. Выберите ту, которую хотите прочитать.
open-none = Этот материал пока недоступен на вашем языке. Выберите другой язык.

## Page not found

not-found-title = Страница не найдена
not-found-text = Возможно, страницу переместили или удалили либо в адресе опечатка.
not-found-home = Перейти на главную страницу
not-found-languages = Выбрать другой язык

## Page moved

redirect-text = Страница перемещена

## Search

search = Поиск
search-placeholder = Найдите статью или введите ID
