## Every page

site-title = Pomocník
skip-to-content = Prejsť na hlavný obsah
home = Domov
breadcrumbs = Omrvinková navigácia
external-link = externý web

## Choosing a language

choose-language-title = Vyberte jazyk
choose-language-intro = Pomocník je k dispozícii v týchto jazykoch.
language-switcher = Jazyky
language-current = aktuálny jazyk
language-missing = V týchto jazykoch nie je k dispozícii
language-fallback = Zatiaľ nepreložené

## Appearance

theme-switch = Vzhľad
theme-light = Svetlý
theme-dark = Tmavý
theme-system = Podľa zariadenia

## Home and lists

sections-title = Témy
sections = Témy
section-count = { $count ->
    [one] { $count } článok
    [few] { $count } články
    [many] { $count } článku
   *[other] { $count } článkov
}
articles-count = { $count ->
    [one] { $count } článok
    [few] { $count } články
    [many] { $count } článku
   *[other] { $count } článkov
}
all-articles = Všetky články
all-articles-range = { $first } – { $last }
list-pages = Stránky
page-title-number = { $title } – stránka { $number }
featured-title = Začnite tu
newest-title = Nedávno zmenené
letters = Podľa písmen

## Articles

contents = Na tejto stránke
updated = Aktualizované { $date }
custom-ids = ID článku:
related-articles = Súvisiace články
previous-article = Predchádzajúci článok
next-article = Nasledujúci článok
neighbours = Predchádzajúci a nasledujúci článok
section-contents = V tejto téme
questions = Otázky a odpovede
draft = Koncept
print = Vytlačiť
copy-link = Kopírovať odkaz

## Notices at the top of an article

notice-fallback = Tento článok zatiaľ nie je k dispozícii vo vašom jazyku. Čítate ho v inom jazyku: { $language }.
notice-machine = Tento článok bol strojovo preložený a môže obsahovať chyby.
notice-machine-link = Prečítať originál: { $language }
notice-outdated = Tento preklad nemusí byť aktuálny: originál sa medzičasom zmenil.
notice-original-link = Prečítať originál

## Inside the text

alert-note = Poznámka
alert-tip = Tip
alert-important = Dôležité
alert-warning = Varovanie
alert-caution = Pozor
alert-info = Informácie
alert-danger = Nebezpečenstvo
alert-success = Úspech
alert-question = Otázka
alert-failure = Zlyhanie
alert-bug = Programová chyba
alert-example = Príklad
alert-quote = Citácia
alert-summary = Zhrnutie
details = Podrobnosti
footnotes = Poznámky pod čiarou
footnote-back = Späť k textu
video-play = Prehrať video
audio-play = Prehrať zvuk
task-done = Splnené
task-open = Nesplnené
image-enlarge = Zväčšiť obrázok
code-block = Kód
table = Tabuľka

## The page of an article ID

open-title = ID článku: { $id }
open-intro = Vyberte jazyk, v ktorom chcete čítať.
open-several = Toto ID má viacero článkov. Vyberte ten, ktorý si chcete prečítať.
open-none = Tento obsah zatiaľ nie je k dispozícii vo vašom jazyku. Vyberte iný jazyk.

## Page not found

not-found-title = Stránka sa nenašla
not-found-text = Stránka mohla byť presunutá alebo odstránená, prípadne je v adrese preklep.
not-found-home = Prejsť na domovskú stránku
not-found-languages = Vybrať iný jazyk

## Page moved

redirect-text = Stránka bola presunutá

## Search

search = Hľadať
search-placeholder = Vyhľadajte články alebo zadajte ID
