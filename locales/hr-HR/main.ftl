## Every page

site-title = Pomoć
skip-to-content = Prijeđi na glavni sadržaj
home = Početna stranica
breadcrumbs = Navigacijska putanja
external-link = vanjska stranica

## Choosing a language

choose-language-title = Odaberite jezik
choose-language-intro = Pomoć je dostupna na sljedećim jezicima.
language-switcher = Jezici
language-current = trenutačni jezik
language-missing = Nije dostupno na ovim jezicima
language-fallback = Još nije prevedeno

## Appearance

theme-switch = Izgled
theme-light = Svijetlo
theme-dark = Tamno
theme-system = Kao na uređaju

## Home and lists

sections-title = Teme
sections = Teme
section-count = { $count ->
    [one] { $count } članak
    [few] { $count } članka
   *[other] { $count } članaka
}
articles-count = { $count ->
    [one] { $count } članak
    [few] { $count } članka
   *[other] { $count } članaka
}
all-articles = Svi članci
all-articles-range = { $first } – { $last }
list-pages = Stranice
page-title-number = { $title } – { $number }. stranica
featured-title = Počnite ovdje
newest-title = Nedavno izmijenjeno
letters = Prema početnom slovu

## Articles

contents = Na ovoj stranici
updated = Ažurirano { $date }
custom-ids = ID-ovi članka:
related-articles = Srodni članci
previous-article = Prethodni članak
next-article = Sljedeći članak
neighbours = Prethodni i sljedeći članak
section-contents = U ovoj temi
questions = Pitanja i odgovori
draft = Skica
print = Ispiši
copy-link = Kopiraj poveznicu

## Notices at the top of an article

notice-fallback = Ovaj članak još nije dostupan na vašem jeziku. Čitate ga na drugom jeziku: { $language }.
notice-machine = Ovaj je članak strojno preveden i može sadržavati pogreške.
notice-machine-link = Pročitajte izvornik: { $language }
notice-outdated = Ovaj je prijevod možda zastario: izvornik je u međuvremenu izmijenjen.
notice-original-link = Pročitajte izvornik

## Inside the text

alert-note = Napomena
alert-tip = Savjet
alert-important = Važno
alert-warning = Upozorenje
alert-caution = Oprez
alert-info = Informacije
alert-danger = Opasnost
alert-success = Uspjeh
alert-question = Pitanje
alert-failure = Neuspjeh
alert-bug = Programska pogreška
alert-example = Primjer
alert-quote = Citat
alert-summary = Sažetak
details = Pojedinosti
footnotes = Fusnote
footnote-back = Natrag na tekst
video-play = Reproduciraj videozapis
audio-play = Reproduciraj zvučni zapis
task-done = Obavljeno
task-open = Nije obavljeno
image-enlarge = Povećaj sliku
code-block = Kod
table = Tablica

## The page of an article ID

open-title = ID članka: { $id }
open-intro = Odaberite jezik na kojem želite čitati.
open-several = Više članaka ima ovaj ID. Odaberite onaj koji želite pročitati.
open-none = Ovaj sadržaj još nije dostupan na vašem jeziku. Odaberite drugi jezik.

## Page not found

not-found-title = Stranica nije pronađena
not-found-text = Stranica je možda premještena ili uklonjena ili je adresa pogrešno upisana.
not-found-home = Na početnu stranicu
not-found-languages = Odaberite drugi jezik

## Page moved

redirect-text = Ova je stranica premještena

## Search

search = Pretraži
search-placeholder = Pretražite članke ili unesite ID
