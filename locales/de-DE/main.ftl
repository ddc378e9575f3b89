## Every page

site-title = Hilfe
skip-to-content = Zum Hauptinhalt springen
home = Startseite
breadcrumbs = Navigationspfad
external-link = externe Website

## Choosing a language

choose-language-title = Sprache auswählen
choose-language-intro = Diese Hilfe ist in den folgenden Sprachen verfügbar.
language-switcher = Sprachen
language-current = aktuelle Sprache
language-missing = In diesen Sprachen nicht verfügbar
language-fallback = Noch nicht übersetzt

## Appearance

theme-switch = Darstellung
theme-light = Hell
theme-dark = Dunkel
theme-system = Wie auf dem Gerät

## Home and lists

sections-title = Themen
sections = Themen
section-count = { $count ->
    [one] { $count } Artikel
   *[other] { $count } Artikel
}
articles-count = { $count ->
    [one] { $count } Artikel
   *[other] { $count } Artikel
}
all-articles = Alle Artikel
all-articles-range = { $first } – { $last }
list-pages = Seiten
page-title-number = { $title } – Seite { $number }
featured-title = Zum Einstieg
newest-title = Zuletzt geändert
letters = Nach Buchstaben

## Articles

contents = Auf dieser Seite
updated = Aktualisiert: { $date }
custom-ids = Artikel-IDs:
related-articles = Verwandte Artikel
previous-article = Vorheriger Artikel
next-article = Nächster Artikel
neighbours = Vorheriger und nächster Artikel
section-contents = In diesem Thema
questions = Fragen und Antworten
draft = Entwurf
print = Drucken
copy-link = Link kopieren

## Notices at the top of an article

notice-fallback = Dieser Artikel ist in Ihrer Sprache noch nicht verfügbar. Sie lesen ihn in dieser Sprache: { $language }.
notice-machine = Dieser Artikel wurde maschinell übersetzt und kann Fehler enthalten.
notice-machine-link = Original lesen: { $language }
notice-outdated = Diese Übersetzung ist möglicherweise veraltet: Das Original wurde inzwischen geändert.
notice-original-link = Original lesen

## Inside the text

alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
alert-info = Info
alert-danger = Gefahr
alert-success = Erfolg
alert-question = Frage
alert-failure = Fehlgeschlagen
alert-bug = Programmfehler
alert-example = Beispiel
alert-quote = Zitat
alert-summary = Zusammenfassung
details = Details
footnotes = Fußnoten
footnote-back = Zurück zum Text
video-play = Video abspielen
audio-play = Audio abspielen
task-done = Erledigt
task-open = Nicht erledigt
image-enlarge = Bild vergrößern
code-block = Code
table = Tabelle

## The page of an article ID

open-title = Artikel-ID { $id }
open-intro = Wählen Sie die Sprache aus, in der Sie lesen möchten.
open-several = Diese ID haben mehrere Artikel. Wählen Sie aus, welchen Sie lesen möchten.
open-none = In Ihrer Sprache ist dieser Inhalt noch nicht verfügbar. Wählen Sie eine andere Sprache aus.

## Page not found

not-found-title = Seite nicht gefunden
not-found-text = Die Seite wurde möglicherweise verschoben oder entfernt, oder die Adresse enthält einen Tippfehler.
not-found-home = Zur Startseite
not-found-languages = Andere Sprache auswählen

## Page moved

redirect-text = Diese Seite wurde verschoben

## Search

search = Suchen
search-placeholder = Artikel suchen oder ID eingeben
