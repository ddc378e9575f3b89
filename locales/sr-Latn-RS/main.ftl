## Every page

site-title = Pomoć
skip-to-content = Pređi na glavni sadržaj
home = Početna stranica
breadcrumbs = Navigaciona putanja
external-link = spoljni sajt

## Choosing a language

choose-language-title = Izaberite jezik
choose-language-intro = Pomoć je dostupna na sledećim jezicima.
language-switcher = Jezici
language-current = trenutni jezik
language-missing = Nije dostupno na ovim jezicima
language-fallback = Još nije prevedeno

## Appearance

theme-switch = Izgled
theme-light = Svetlo
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
featured-title = Počnite ovde
newest-title = Nedavno izmenjeno
letters = Po početnom slovu

## Articles

contents = Na ovoj stranici
updated = Ažurirano: { $date }
custom-ids = ID-ovi članka:
related-articles = Srodni članci
previous-article = Prethodni članak
next-article = Sledeći članak
neighbours = Prethodni i sledeći članak
section-contents = U ovoj temi
questions = Pitanja i odgovori
draft = Radna verzija
print = Odštampaj
copy-link = Kopiraj link

## Notices at the top of an article

notice-fallback = Ovaj članak još nije dostupan na vašem jeziku. Čitate ga na drugom jeziku: { $language }.
notice-machine = Ovaj članak je mašinski preveden i može da sadrži greške.
notice-machine-link = Pročitajte original: { $language }
notice-outdated = Ovaj prevod je možda zastareo: original je u međuvremenu izmenjen.
notice-original-link = Pročitajte original

## Inside the text

alert-note = Napomena
alert-tip = Savet
alert-important = Važno
alert-warning = Upozorenje
alert-caution = Oprez
alert-info = Informacije
alert-danger = Opasnost
alert-success = Uspeh
alert-question = Pitanje
alert-failure = Neuspeh
alert-bug = Programska greška
alert-example = Primer
alert-quote = Citat
alert-summary = Rezime
details = Detalji
footnotes = Fusnote
footnote-back = Nazad na tekst
video-play = Pusti video
audio-play = Pusti zvuk
task-done = Obavljeno
task-open = Nije obavljeno
image-enlarge = Uvećaj sliku
code-block = Kod
table = Tabela

## The page of an article ID

open-title = ID članka: { $id }
open-intro = Izaberite jezik na kom želite da čitate.
open-several = Više članaka ima ovaj ID. Izaberite onaj koji želite da pročitate.
open-none = Ovaj sadržaj još nije dostupan na vašem jeziku. Izaberite drugi jezik.

## Page not found

not-found-title = Stranica nije pronađena
not-found-text = Stranica je možda premeštena ili uklonjena ili je adresa pogrešno uneta.
not-found-home = Na početnu stranicu
not-found-languages = Izaberite drugi jezik

## Page moved

redirect-text = Ova stranica je premeštena

## Search

search = Pretraži
search-placeholder = Pretražite članke ili unesite ID
