## Every page

site-title = Hjælp
skip-to-content = Gå til hovedindholdet
home = Forside
breadcrumbs = Brødkrummesti
external-link = eksternt websted

## Choosing a language

choose-language-title = Vælg sprog
choose-language-intro = Hjælpen findes på følgende sprog.
language-switcher = Sprog
language-current = aktuelt sprog
language-missing = Findes ikke på disse sprog
language-fallback = Endnu ikke oversat

## Appearance

theme-switch = Udseende
theme-light = Lyst
theme-dark = Mørkt
theme-system = Som på enheden

## Home and lists

sections-title = Emner
sections = Emner
section-count = { $count ->
    [one] { $count } artikel
   *[other] { $count } artikler
}
articles-count = { $count ->
    [one] { $count } artikel
   *[other] { $count } artikler
}
all-articles = Alle artikler
all-articles-range = { $first } – { $last }
list-pages = Sider
page-title-number = { $title } – side { $number }
featured-title = Start her
newest-title = Senest ændret
letters = Efter bogstav

## Articles

contents = På denne side
updated = Opdateret { $date }
custom-ids = Artikel-id’er:
related-articles = Relaterede artikler
previous-article = Forrige artikel
next-article = Næste artikel
neighbours = Forrige og næste artikel
section-contents = I dette emne
questions = Spørgsmål og svar
draft = Kladde
print = Udskriv
copy-link = Kopiér link

## Notices at the top of an article

notice-fallback = Artiklen findes endnu ikke på dit sprog. Du læser den på følgende sprog: { $language }.
notice-machine = Artiklen er maskinoversat og kan indeholde fejl.
notice-machine-link = Læs originalen: { $language }
notice-outdated = Originalen er ændret, siden artiklen blev oversat. Oversættelsen kan derfor være forældet.
notice-original-link = Læs originalen

## Inside the text

alert-note = Bemærk
alert-tip = Tip
alert-important = Vigtigt
alert-warning = Advarsel
alert-caution = Forsigtig
alert-info = Oplysning
alert-danger = Fare
alert-success = Lykkedes
alert-question = Spørgsmål
alert-failure = Mislykkedes
alert-bug = Programfejl
alert-example = Eksempel
alert-quote = Citat
alert-summary = Resumé
details = Detaljer
footnotes = Fodnoter
footnote-back = Tilbage til teksten
video-play = Afspil video
audio-play = Afspil lyd
task-done = Udført
task-open = Ikke udført
image-enlarge = Forstør billedet
code-block = Kode
table = Tabel

## The page of an article ID

open-title = Artikel-id { $id }
open-intro = Vælg det sprog, du vil læse på.
open-several = Flere artikler har dette id. Vælg den, du vil læse.
open-none = Indholdet findes endnu ikke på dit sprog. Vælg et andet sprog.

## Page not found

not-found-title = Siden blev ikke fundet
not-found-text = Siden kan være flyttet eller fjernet, eller adressen kan være skrevet forkert.
not-found-home = Gå til forsiden
not-found-languages = Vælg et andet sprog

## Page moved

redirect-text = Siden er flyttet

## Search

search = Søg
search-placeholder = Søg efter artikler, eller angiv et id
