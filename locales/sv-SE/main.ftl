## Every page

site-title = Hjälp
skip-to-content = Hoppa till huvudinnehållet
home = Startsida
breadcrumbs = Länkstig
external-link = extern webbplats

## Choosing a language

choose-language-title = Välj språk
choose-language-intro = Hjälpen finns på följande språk.
language-switcher = Språk
language-current = aktuellt språk
language-missing = Finns inte på de här språken
language-fallback = Inte översatt ännu

## Appearance

theme-switch = Utseende
theme-light = Ljust
theme-dark = Mörkt
theme-system = Samma som på enheten

## Home and lists

sections-title = Ämnen
sections = Ämnen
section-count = { $count ->
    [one] { $count } artikel
   *[other] { $count } artiklar
}
articles-count = { $count ->
    [one] { $count } artikel
   *[other] { $count } artiklar
}
all-articles = Alla artiklar
all-articles-range = { $first } – { $last }
list-pages = Sidor
page-title-number = { $title } – sida { $number }
featured-title = Börja här
newest-title = Senast ändrade
letters = Efter bokstav

## Articles

contents = På den här sidan
updated = Uppdaterad { $date }
custom-ids = Artikel-id:
related-articles = Relaterade artiklar
previous-article = Föregående artikel
next-article = Nästa artikel
neighbours = Föregående och nästa artikel
section-contents = I det här ämnet
questions = Frågor och svar
draft = Utkast
print = Skriv ut
copy-link = Kopiera länk

## Notices at the top of an article

notice-fallback = Artikeln finns inte på ditt språk ännu. Du läser den på följande språk: { $language }.
notice-machine = Artikeln är maskinöversatt och kan innehålla fel.
notice-machine-link = Läs originalet: { $language }
notice-outdated = Originalet har ändrats sedan artikeln översattes, så översättningen kan vara inaktuell.
notice-original-link = Läs originalet

## Inside the text

alert-note = Observera
alert-tip = Tips
alert-important = Viktigt
alert-warning = Varning
alert-caution = Var försiktig
alert-info = Information
alert-danger = Fara
alert-success = Lyckades
alert-question = Fråga
alert-failure = Misslyckades
alert-bug = Programfel
alert-example = Exempel
alert-quote = Citat
alert-summary = Sammanfattning
details = Detaljer
footnotes = Fotnoter
footnote-back = Tillbaka till texten
video-play = Spela upp video
audio-play = Spela upp ljud
task-done = Klar
task-open = Inte klar
image-enlarge = Förstora bilden
code-block = Kod
table = Tabell

## The page of an article ID

open-title = Artikel-id { $id }
open-intro = Välj vilket språk du vill läsa på.
open-several = Flera artiklar har det här id:t. Välj vilken du vill läsa.
open-none = Innehållet finns inte på ditt språk ännu. Välj ett annat språk.

## Page not found

not-found-title = Sidan hittades inte
not-found-text = Sidan kan ha flyttats eller tagits bort, eller så är adressen felskriven.
not-found-home = Gå till startsidan
not-found-languages = Välj ett annat språk

## Page moved

redirect-text = Sidan har flyttats

## Search

search = Sök
search-placeholder = Sök bland artiklar eller ange ett id
