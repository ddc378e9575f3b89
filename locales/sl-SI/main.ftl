## Every page

site-title = Pomoč
skip-to-content = Preskoči na glavno vsebino
home = Domača stran
breadcrumbs = Pot do strani
external-link = zunanje spletno mesto

## Choosing a language

choose-language-title = Izberite jezik
choose-language-intro = Pomoč je na voljo v teh jezikih.
language-switcher = Jeziki
language-current = trenutni jezik
language-missing = Ni na voljo v teh jezikih
language-fallback = Še ni prevedeno

## Appearance

theme-switch = Videz
theme-light = Svetel
theme-dark = Temen
theme-system = Kot v napravi

## Home and lists

sections-title = Teme
sections = Teme
section-count = { $count ->
    [one] { $count } članek
    [two] { $count } članka
    [few] { $count } članki
   *[other] { $count } člankov
}
articles-count = { $count ->
    [one] { $count } članek
    [two] { $count } članka
    [few] { $count } članki
   *[other] { $count } člankov
}
all-articles = Vsi članki
all-articles-range = { $first } – { $last }
list-pages = Strani
page-title-number = { $title } – { $number }. stran
featured-title = Začnite tukaj
newest-title = Nedavno spremenjeno
letters = Po začetni črki

## Articles

contents = Na tej strani
updated = Posodobljeno: { $date }
custom-ids = ID-ji članka:
related-articles = Sorodni članki
previous-article = Prejšnji članek
next-article = Naslednji članek
neighbours = Prejšnji in naslednji članek
section-contents = V tej temi
questions = Vprašanja in odgovori
draft = Osnutek
print = Natisni
copy-link = Kopiraj povezavo

## Notices at the top of an article

notice-fallback = Ta članek še ni na voljo v vašem jeziku. Berete ga v tem jeziku: { $language }.
notice-machine = Ta članek je strojno preveden in lahko vsebuje napake.
notice-machine-link = Preberite izvirnik: { $language }
notice-outdated = Ta prevod je morda zastarel: izvirnik se je medtem spremenil.
notice-original-link = Preberite izvirnik

## Inside the text

alert-note = Opomba
alert-tip = Nasvet
alert-important = Pomembno
alert-warning = Opozorilo
alert-caution = Previdno
alert-info = Informacije
alert-danger = Nevarnost
alert-success = Uspeh
alert-question = Vprašanje
alert-failure = Neuspeh
alert-bug = Programska napaka
alert-example = Primer
alert-quote = Navedek
alert-summary = Povzetek
details = Podrobnosti
footnotes = Sprotne opombe
footnote-back = Nazaj na besedilo
video-play = Predvajaj videoposnetek
audio-play = Predvajaj zvočni posnetek
task-done = Opravljeno
task-open = Ni opravljeno
image-enlarge = Povečaj sliko
code-block = Koda
table = Tabela

## The page of an article ID

open-title = ID članka { $id }
open-intro = Izberite jezik, v katerem želite brati.
open-several = Ta ID ima več člankov. Izberite, katerega želite brati.
open-none = Ta vsebina še ni na voljo v vašem jeziku. Izberite drug jezik.

## Page not found

not-found-title = Strani ni mogoče najti
not-found-text = Stran je bila morda premaknjena ali odstranjena ali pa je v naslovu tipkarska napaka.
not-found-home = Na domačo stran
not-found-languages = Izberite drug jezik

## Page moved

redirect-text = Ta stran je bila premaknjena

## Search

search = Iskanje
search-placeholder = Poiščite članke ali vnesite ID
