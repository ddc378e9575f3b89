## Every page

site-title = Nápověda
skip-to-content = Přejít na hlavní obsah
home = Domů
breadcrumbs = Drobečková navigace
external-link = externí web

## Choosing a language

choose-language-title = Vyberte jazyk
choose-language-intro = Nápověda je k dispozici v těchto jazycích.
language-switcher = Jazyky
language-current = aktuální jazyk
language-missing = V těchto jazycích není k dispozici
language-fallback = Zatím nepřeloženo

## Appearance

theme-switch = Vzhled
theme-light = Světlý
theme-dark = Tmavý
theme-system = Podle zařízení

## Home and lists

sections-title = Témata
sections = Témata
section-count = { $count ->
    [one] { $count } článek
    [few] { $count } články
    [many] { $count } článku
   *[other] { $count } článků
}
articles-count = { $count ->
    [one] { $count } článek
    [few] { $count } články
    [many] { $count } článku
   *[other] { $count } článků
}
all-articles = Všechny články
all-articles-range = { $first } – { $last }
list-pages = Stránky
page-title-number = { $title } – stránka { $number }
featured-title = Začněte zde
newest-title = Nedávno změněné
letters = Podle písmen

## Articles

contents = Na této stránce
updated = Aktualizováno { $date }
custom-ids = ID článku:
related-articles = Související články
previous-article = Předchozí článek
next-article = Další článek
neighbours = Předchozí a další článek
section-contents = V tomto tématu
questions = Otázky a odpovědi
draft = Koncept
print = Vytisknout
copy-link = Kopírovat odkaz

## Notices at the top of an article

notice-fallback = Tento článek zatím není k dispozici ve vašem jazyce. Čtete ho v jiném jazyce: { $language }.
notice-machine = Tento článek byl strojově přeložen a může obsahovat chyby.
notice-machine-link = Přečíst originál: { $language }
notice-outdated = Tento překlad nemusí být aktuální: originál se mezitím změnil.
notice-original-link = Přečíst originál

## Inside the text

alert-note = Poznámka
alert-tip = Tip
alert-important = Důležité
alert-warning = Varování
alert-caution = Pozor
alert-info = Informace
alert-danger = Nebezpečí
alert-success = Úspěch
alert-question = Otázka
alert-failure = Neúspěch
alert-bug = Programová chyba
alert-example = Příklad
alert-quote = Citace
alert-summary = Shrnutí
details = Podrobnosti
footnotes = Poznámky pod čarou
footnote-back = Zpět k textu
video-play = Přehrát video
audio-play = Přehrát zvuk
task-done = Splněno
task-open = Nesplněno
image-enlarge = Zvětšit obrázek
code-block = Kód
table = Tabulka

## The page of an article ID

open-title = ID článku: { $id }
open-intro = Vyberte jazyk, ve kterém chcete číst.
open-several = Toto ID má více článků. Vyberte ten, který si chcete přečíst.
open-none = Tento obsah zatím není k dispozici ve vašem jazyce. Vyberte jiný jazyk.

## Page not found

not-found-title = Stránka nenalezena
not-found-text = Stránka mohla být přesunuta nebo odstraněna, případně je v adrese překlep.
not-found-home = Přejít na domovskou stránku
not-found-languages = Vybrat jiný jazyk

## Page moved

redirect-text = Stránka byla přesunuta

## Search

search = Hledat
search-placeholder = Vyhledejte články nebo zadejte ID
