## Every page

site-title = Help
skip-to-content = Naar de hoofdinhoud
home = Startpagina
breadcrumbs = Kruimelpad
external-link = externe website

## Choosing a language

choose-language-title = Kies een taal
choose-language-intro = Deze helppagina’s zijn beschikbaar in de volgende talen.
language-switcher = Talen
language-current = huidige taal
language-missing = Niet beschikbaar in deze talen
language-fallback = Nog niet vertaald

## Appearance

theme-switch = Weergave
theme-light = Licht
theme-dark = Donker
theme-system = Apparaatinstelling

## Home and lists

sections-title = Onderwerpen
sections = Onderwerpen
section-count = { $count ->
    [one] { $count } artikel
   *[other] { $count } artikelen
}
articles-count = { $count ->
    [one] { $count } artikel
   *[other] { $count } artikelen
}
all-articles = Alle artikelen
all-articles-range = { $first } – { $last }
list-pages = Pagina’s
page-title-number = { $title } – pagina { $number }
featured-title = Begin hier
newest-title = Onlangs gewijzigd
letters = Op letter

## Articles

contents = Op deze pagina
updated = Bijgewerkt op { $date }
custom-ids = Artikel-ID’s:
related-articles = Verwante artikelen
previous-article = Vorig artikel
next-article = Volgend artikel
neighbours = Vorig en volgend artikel
section-contents = In dit onderwerp
questions = Vragen en antwoorden
draft = Concept
print = Afdrukken
copy-link = Link kopiëren

## Notices at the top of an article

notice-fallback = Dit artikel is nog niet beschikbaar in de gekozen taal. Het wordt weergegeven in deze taal: { $language }.
notice-machine = Dit artikel is automatisch vertaald en kan fouten bevatten.
notice-machine-link = Lees het origineel: { $language }
notice-outdated = Deze vertaling is mogelijk verouderd: het origineel is intussen gewijzigd.
notice-original-link = Lees het origineel

## Inside the text

alert-note = Opmerking
alert-tip = Tip
alert-important = Belangrijk
alert-warning = Waarschuwing
alert-caution = Let op
alert-info = Info
alert-danger = Gevaar
alert-success = Gelukt
alert-question = Vraag
alert-failure = Mislukt
alert-bug = Softwarefout
alert-example = Voorbeeld
alert-quote = Citaat
alert-summary = Samenvatting
details = Details
footnotes = Voetnoten
footnote-back = Terug naar de tekst
video-play = Video afspelen
audio-play = Audio afspelen
task-done = Voltooid
task-open = Niet voltooid
image-enlarge = Afbeelding vergroten
code-block = Code
table = Tabel

## The page of an article ID

open-title = Artikel-ID { $id }
open-intro = Kies een taal om verder te lezen.
open-several = Er zijn meerdere artikelen met dit ID. Kies het gewenste artikel.
open-none = Deze inhoud is nog niet beschikbaar in de ingestelde taal. Kies een andere taal.

## Page not found

not-found-title = Pagina niet gevonden
not-found-text = De pagina is mogelijk verplaatst of verwijderd, of er staat een typefout in het adres.
not-found-home = Naar de startpagina
not-found-languages = Kies een andere taal

## Page moved

redirect-text = Deze pagina is verplaatst

## Search

search = Zoeken
search-placeholder = Zoek artikelen of voer een ID in
