## Every page

site-title = Довідка
skip-to-content = Перейти до основного вмісту
home = Головна
breadcrumbs = Навігаційний ланцюжок
external-link = зовнішній сайт

## Choosing a language

choose-language-title = Виберіть мову
choose-language-intro = Довідка доступна такими мовами.
language-switcher = Мови
language-current = поточна мова
language-missing = Недоступно цими мовами
language-fallback = Ще не перекладено

## Appearance

theme-switch = Вигляд
theme-light = Світлий
theme-dark = Темний
theme-system = Як на пристрої

## Home and lists

sections-title = Теми
sections = Теми
section-count = { $count ->
    [one] { $count } стаття
    [few] { $count } статті
    [many] { $count } статей
   *[other] { $count } статті
}
articles-count = { $count ->
    [one] { $count } стаття
    [few] { $count } статті
    [many] { $count } статей
   *[other] { $count } статті
}
all-articles = Усі статті
all-articles-range = { $first } — { $last }
list-pages = Сторінки
page-title-number = { $title }, сторінка { $number }
featured-title = З чого почати
newest-title = Останні зміни
letters = За першою літерою

## Articles

contents = На цій сторінці
updated = Оновлено { $date }
custom-ids = ID статті:
related-articles = Схожі статті
previous-article = Попередня стаття
next-article = Наступна стаття
neighbours = Попередня й наступна статті
section-contents = У цій темі
questions = Запитання й відповіді
draft = Чернетка
print = Роздрукувати
copy-link = Скопіювати посилання

## Notices at the top of an article

notice-fallback = Ця стаття поки що недоступна вашою мовою. Ви читаєте її іншою мовою: { $language }.
notice-machine = Це машинний переклад статті, у ньому можуть бути помилки.
notice-machine-link = Читати оригінал: { $language }
notice-outdated = Переклад міг застаріти: пізніше оригінал змінили.
notice-original-link = Читати оригінал

## Inside the text

alert-note = Примітка
alert-tip = Порада
alert-important = Важливо
alert-warning = Попередження
alert-caution = Обережно
alert-info = Інформація
alert-danger = Небезпека
alert-success = Успішно
alert-question = Запитання
alert-failure = Помилка
alert-bug = Помилка програми
alert-example = Приклад
alert-quote = Цитата
alert-summary = Підсумок
details = Докладніше
footnotes = Виноски
footnote-back = Назад до тексту
video-play = Відтворити відео
audio-play = Відтворити аудіо
task-done = Виконано
task-open = Не виконано
image-enlarge = Збільшити зображення
code-block = Код
table = Таблиця

## The page of an article ID

open-title = ID статті: { $id }
open-intro = Виберіть мову, якою хочете читати.
open-several = Цей ID мають кілька статей. Виберіть ту, яку хочете прочитати.
open-none = Цей матеріал поки що недоступний вашою мовою. Виберіть іншу мову.

## Page not found

not-found-title = Сторінку не знайдено
not-found-text = Можливо, сторінку перемістили чи видалили або в адресі є помилка.
not-found-home = Перейти на головну сторінку
not-found-languages = Вибрати іншу мову

## Page moved

redirect-text = Сторінку переміщено

## Search

search = Пошук
search-placeholder = Знайдіть статтю або введіть ID
