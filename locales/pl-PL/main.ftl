## Every page

site-title = Pomoc
skip-to-content = Przejdź do głównej treści
home = Strona główna
breadcrumbs = Ścieżka nawigacji
external-link = strona zewnętrzna

## Choosing a language

choose-language-title = Wybierz język
choose-language-intro = Pomoc jest dostępna w następujących językach.
language-switcher = Języki
language-current = bieżący język
language-missing = Niedostępne w tych językach
language-fallback = Jeszcze nieprzetłumaczone

## Appearance

theme-switch = Wygląd
theme-light = Jasny
theme-dark = Ciemny
theme-system = Jak na urządzeniu

## Home and lists

sections-title = Tematy
sections = Tematy
section-count = { $count ->
    [one] { $count } artykuł
    [few] { $count } artykuły
    [many] { $count } artykułów
   *[other] { $count } artykułu
}
articles-count = { $count ->
    [one] { $count } artykuł
    [few] { $count } artykuły
    [many] { $count } artykułów
   *[other] { $count } artykułu
}
all-articles = Wszystkie artykuły
all-articles-range = { $first } – { $last }
list-pages = Strony
page-title-number = { $title } – strona { $number }
featured-title = Na początek
newest-title = Ostatnio zmienione
letters = Według liter

## Articles

contents = Na tej stronie
updated = Zaktualizowano { $date }
custom-ids = Identyfikatory artykułu:
related-articles = Powiązane artykuły
previous-article = Poprzedni artykuł
next-article = Następny artykuł
neighbours = Poprzedni i następny artykuł
section-contents = W tym temacie
questions = Pytania i odpowiedzi
draft = Wersja robocza
print = Drukuj
copy-link = Kopiuj link

## Notices at the top of an article

notice-fallback = Ten artykuł nie jest jeszcze dostępny w twoim języku. Czytasz go w innym języku: { $language }.
notice-machine = Ten artykuł został przetłumaczony maszynowo i może zawierać błędy.
notice-machine-link = Przeczytaj oryginał: { $language }
notice-outdated = To tłumaczenie może być nieaktualne: oryginał został później zmieniony.
notice-original-link = Przeczytaj oryginał

## Inside the text

alert-note = Uwaga
alert-tip = Wskazówka
alert-important = Ważne
alert-warning = Ostrzeżenie
alert-caution = Przestroga
alert-info = Informacja
alert-danger = Niebezpieczeństwo
alert-success = Powodzenie
alert-question = Pytanie
alert-failure = Niepowodzenie
alert-bug = Błąd programu
alert-example = Przykład
alert-quote = Cytat
alert-summary = Podsumowanie
details = Szczegóły
footnotes = Przypisy
footnote-back = Powrót do tekstu
video-play = Odtwórz film
audio-play = Odtwórz dźwięk
task-done = Wykonane
task-open = Niewykonane
image-enlarge = Powiększ obraz
code-block = Kod
table = Tabela

## The page of an article ID

open-title = Identyfikator artykułu: { $id }
open-intro = Wybierz język, w którym chcesz czytać.
open-several = Kilka artykułów ma ten identyfikator. Wybierz ten, który chcesz przeczytać.
open-none = Ta treść nie jest jeszcze dostępna w twoim języku. Wybierz inny język.

## Page not found

not-found-title = Nie znaleziono strony
not-found-text = Strona mogła zostać przeniesiona lub usunięta albo w adresie jest literówka.
not-found-home = Przejdź do strony głównej
not-found-languages = Wybierz inny język

## Page moved

redirect-text = Ta strona została przeniesiona

## Search

search = Szukaj
search-placeholder = Szukaj artykułów lub wpisz identyfikator
