## Every page

site-title = Abi
skip-to-content = Liigu põhisisu juurde
home = Avaleht
breadcrumbs = Jäljerida
external-link = väline veebisait

## Choosing a language

choose-language-title = Vali keel
choose-language-intro = Abi on saadaval järgmistes keeltes.
language-switcher = Keeled
language-current = praegune keel
language-missing = Pole saadaval nendes keeltes
language-fallback = Veel tõlkimata

## Appearance

theme-switch = Välimus
theme-light = Hele
theme-dark = Tume
theme-system = Sama mis seadmes

## Home and lists

sections-title = Teemad
sections = Teemad
section-count = { $count ->
    [one] { $count } artikkel
   *[other] { $count } artiklit
}
articles-count = { $count ->
    [one] { $count } artikkel
   *[other] { $count } artiklit
}
all-articles = Kõik artiklid
all-articles-range = { $first } – { $last }
list-pages = Lehed
page-title-number = { $title } – { $number }. leht
featured-title = Alustage siit
newest-title = Viimati muudetud
letters = Tähtede järgi

## Articles

contents = Sellel lehel
updated = Uuendatud: { $date }
custom-ids = Artikli ID-d:
related-articles = Seotud artiklid
previous-article = Eelmine artikkel
next-article = Järgmine artikkel
neighbours = Eelmine ja järgmine artikkel
section-contents = Selles teemas
questions = Küsimused ja vastused
draft = Mustand
print = Prindi
copy-link = Kopeeri link

## Notices at the top of an article

notice-fallback = See artikkel pole veel teie keeles saadaval. Loete seda järgmises keeles: { $language }.
notice-machine = See artikkel on masintõlgitud ja võib sisaldada vigu.
notice-machine-link = Loe originaali: { $language }
notice-outdated = Originaali on pärast tõlkimist muudetud, seega võib see tõlge olla aegunud.
notice-original-link = Loe originaali

## Inside the text

alert-note = Märkus
alert-tip = Nõuanne
alert-important = Oluline
alert-warning = Hoiatus
alert-caution = Ettevaatust
alert-info = Teave
alert-danger = Oht
alert-success = Õnnestus
alert-question = Küsimus
alert-failure = Nurjus
alert-bug = Programmiviga
alert-example = Näide
alert-quote = Tsitaat
alert-summary = Kokkuvõte
details = Üksikasjad
footnotes = Allmärkused
footnote-back = Tagasi teksti juurde
video-play = Esita video
audio-play = Esita heli
task-done = Tehtud
task-open = Tegemata
image-enlarge = Suurenda pilti
code-block = Kood
table = Tabel

## The page of an article ID

open-title = Artikli ID { $id }
open-intro = Valige keel, milles soovite lugeda.
open-several = Sama ID on mitmel artiklil. Valige, millist soovite lugeda.
open-none = See sisu pole veel teie keeles saadaval. Valige mõni muu keel.

## Page not found

not-found-title = Lehte ei leitud
not-found-text = Leht võib olla teisaldatud või eemaldatud, samuti võib aadressis olla trükiviga.
not-found-home = Mine avalehele
not-found-languages = Vali muu keel

## Page moved

redirect-text = See leht on teisaldatud

## Search

search = Otsi
search-placeholder = Otsi artikleid või sisesta ID
