## Every page

site-title = Hjelp
skip-to-content = Hopp til hovedinnholdet
home = Forside
breadcrumbs = Brødsmulesti
external-link = eksternt nettsted

## Choosing a language

choose-language-title = Velg språk
choose-language-intro = Hjelpen er tilgjengelig på disse språkene.
language-switcher = Språk
language-current = gjeldende språk
language-missing = Ikke tilgjengelig på disse språkene
language-fallback = Ikke oversatt ennå

## Appearance

theme-switch = Utseende
theme-light = Lyst
theme-dark = Mørkt
theme-system = Som på enheten

## Home and lists

sections-title = Emner
sections = Emner
section-count = { $count ->
    [one] { $count } artikkel
   *[other] { $count } artikler
}
articles-count = { $count ->
    [one] { $count } artikkel
   *[other] { $count } artikler
}
all-articles = Alle artikler
all-articles-range = { $first } – { $last }
list-pages = Sider
page-title-number = { $title } – side { $number }
featured-title = Start her
newest-title = Sist endret
letters = Etter bokstav

## Articles

contents = På denne siden
updated = Oppdatert { $date }
custom-ids = Artikkel-ID-er:
related-articles = Relaterte artikler
previous-article = Forrige artikkel
next-article = Neste artikkel
neighbours = Forrige og neste artikkel
section-contents = I dette emnet
questions = Spørsmål og svar
draft = Utkast
print = Skriv ut
copy-link = Kopier lenke

## Notices at the top of an article

notice-fallback = Artikkelen er ikke tilgjengelig på språket ditt ennå. Du leser den på dette språket: { $language }.
notice-machine = Artikkelen er maskinoversatt og kan inneholde feil.
notice-machine-link = Les originalen: { $language }
notice-outdated = Originalen er endret etter at artikkelen ble oversatt. Oversettelsen kan derfor være utdatert.
notice-original-link = Les originalen

## Inside the text

alert-note = Merk
alert-tip = Tips
alert-important = Viktig
alert-warning = Advarsel
alert-caution = Forsiktig
alert-info = Informasjon
alert-danger = Fare
alert-success = Vellykket
alert-question = Spørsmål
alert-failure = Mislyktes
alert-bug = Programfeil
alert-example = Eksempel
alert-quote = Sitat
alert-summary = Sammendrag
details = Detaljer
footnotes = Fotnoter
footnote-back = Tilbake til teksten
video-play = Spill av video
audio-play = Spill av lyd
task-done = Utført
task-open = Ikke utført
image-enlarge = Forstørr bildet
code-block = Kode
table = Tabell

## The page of an article ID

open-title = Artikkel-ID { $id }
open-intro = Velg språket du vil lese på.
open-several = Flere artikler har denne ID-en. Velg den du vil lese.
open-none = Innholdet er ikke tilgjengelig på språket ditt ennå. Velg et annet språk.

## Page not found

not-found-title = Fant ikke siden
not-found-text = Siden kan være flyttet eller fjernet, eller adressen kan være skrevet feil.
not-found-home = Gå til forsiden
not-found-languages = Velg et annet språk

## Page moved

redirect-text = Siden er flyttet

## Search

search = Søk
search-placeholder = Søk etter artikler, eller skriv inn en ID
