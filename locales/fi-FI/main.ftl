## Every page

site-title = Ohjeet
skip-to-content = Siirry pääsisältöön
home = Etusivu
breadcrumbs = Murupolku
external-link = ulkoinen sivusto

## Choosing a language

choose-language-title = Valitse kieli
choose-language-intro = Ohjeet ovat saatavilla seuraavilla kielillä.
language-switcher = Kielet
language-current = nykyinen kieli
language-missing = Ei saatavilla näillä kielillä
language-fallback = Ei vielä käännetty

## Appearance

theme-switch = Ulkoasu
theme-light = Vaalea
theme-dark = Tumma
theme-system = Sama kuin laitteessa

## Home and lists

sections-title = Aiheet
sections = Aiheet
section-count = { $count ->
    [one] { $count } artikkeli
   *[other] { $count } artikkelia
}
articles-count = { $count ->
    [one] { $count } artikkeli
   *[other] { $count } artikkelia
}
all-articles = Kaikki artikkelit
all-articles-range = { $first } – { $last }
list-pages = Sivut
page-title-number = { $title } – sivu { $number }
featured-title = Aloita tästä
newest-title = Viimeksi muutetut
letters = Alkukirjaimen mukaan

## Articles

contents = Tällä sivulla
updated = Päivitetty { $date }
custom-ids = Artikkelitunnukset:
related-articles = Aiheeseen liittyvät artikkelit
previous-article = Edellinen artikkeli
next-article = Seuraava artikkeli
neighbours = Edellinen ja seuraava artikkeli
section-contents = Tässä aiheessa
questions = Kysymyksiä ja vastauksia
draft = Luonnos
print = Tulosta
copy-link = Kopioi linkki

## Notices at the top of an article

notice-fallback = Tätä artikkelia ei ole vielä saatavilla kielelläsi. Luet sitä tällä kielellä: { $language }.
notice-machine = Tämä artikkeli on konekäännetty, ja siinä voi olla virheitä.
notice-machine-link = Lue alkuperäinen: { $language }
notice-outdated = Alkuperäistä artikkelia on muutettu kääntämisen jälkeen, joten käännös voi olla vanhentunut.
notice-original-link = Lue alkuperäinen

## Inside the text

alert-note = Huomautus
alert-tip = Vinkki
alert-important = Tärkeää
alert-warning = Varoitus
alert-caution = Varo
alert-info = Tietoa
alert-danger = Vaara
alert-success = Onnistui
alert-question = Kysymys
alert-failure = Epäonnistui
alert-bug = Ohjelmistovirhe
alert-example = Esimerkki
alert-quote = Lainaus
alert-summary = Tiivistelmä
details = Lisätiedot
footnotes = Alaviitteet
footnote-back = Takaisin tekstiin
video-play = Toista video
audio-play = Toista ääni
task-done = Tehty
task-open = Tekemättä
image-enlarge = Suurenna kuva
code-block = Koodi
table = Taulukko

## The page of an article ID

open-title = Artikkelitunnus { $id }
open-intro = Valitse kieli, jolla haluat lukea.
open-several = Usealla artikkelilla on tämä tunnus. Valitse, minkä haluat lukea.
open-none = Tätä sisältöä ei ole vielä saatavilla kielelläsi. Valitse toinen kieli.

## Page not found

not-found-title = Sivua ei löydy
not-found-text = Sivu on voitu siirtää tai poistaa, tai osoitteessa voi olla kirjoitusvirhe.
not-found-home = Siirry etusivulle
not-found-languages = Valitse toinen kieli

## Page moved

redirect-text = Tämä sivu on siirretty

## Search

search = Hae
search-placeholder = Hae artikkeleita tai anna tunnus
