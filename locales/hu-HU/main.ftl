## Every page

site-title = Súgó
skip-to-content = Ugrás a fő tartalomra
home = Kezdőlap
breadcrumbs = Navigációs útvonal
external-link = külső webhely

## Choosing a language

choose-language-title = Nyelv kiválasztása
choose-language-intro = A súgó a következő nyelveken érhető el.
language-switcher = Nyelvek
language-current = aktuális nyelv
language-missing = Ezeken a nyelveken nem érhető el
language-fallback = Még nincs lefordítva

## Appearance

theme-switch = Megjelenés
theme-light = Világos
theme-dark = Sötét
theme-system = Az eszköz szerint

## Home and lists

sections-title = Témakörök
sections = Témakörök
section-count = { $count ->
    [one] { $count } cikk
   *[other] { $count } cikk
}
articles-count = { $count ->
    [one] { $count } cikk
   *[other] { $count } cikk
}
all-articles = Összes cikk
all-articles-range = { $first } – { $last }
list-pages = Oldalak
page-title-number = { $title } – { $number }. oldal
featured-title = Kezdje itt
newest-title = Legutóbb módosított cikkek
letters = Kezdőbetű szerint

## Articles

contents = Ezen az oldalon
updated = Frissítve: { $date }
custom-ids = Cikkazonosítók:
related-articles = Kapcsolódó cikkek
previous-article = Előző cikk
next-article = Következő cikk
neighbours = Előző és következő cikk
section-contents = Ebben a témakörben
questions = Kérdések és válaszok
draft = Piszkozat
print = Nyomtatás
copy-link = Link másolása

## Notices at the top of an article

notice-fallback = Ez a cikk még nem érhető el az Ön nyelvén. Most ezen a nyelven olvassa: { $language }.
notice-machine = Ez a cikk gépi fordítással készült, ezért hibákat tartalmazhat.
notice-machine-link = Az eredeti elolvasása: { $language }
notice-outdated = Ez a fordítás elavult lehet: az eredeti azóta megváltozott.
notice-original-link = Az eredeti elolvasása

## Inside the text

alert-note = Megjegyzés
alert-tip = Tipp
alert-important = Fontos
alert-warning = Figyelmeztetés
alert-caution = Vigyázat
alert-info = Információ
alert-danger = Veszély
alert-success = Siker
alert-question = Kérdés
alert-failure = Sikertelen
alert-bug = Programhiba
alert-example = Példa
alert-quote = Idézet
alert-summary = Összefoglaló
details = Részletek
footnotes = Lábjegyzetek
footnote-back = Vissza a szöveghez
video-play = Videó lejátszása
audio-play = Hang lejátszása
task-done = Kész
task-open = Nincs kész
image-enlarge = Kép nagyítása
code-block = Kód
table = Táblázat

## The page of an article ID

open-title = Cikkazonosító: { $id }
open-intro = Válassza ki, melyik nyelven szeretné olvasni.
open-several = Több cikknek is ez az azonosítója. Válassza ki, melyiket szeretné elolvasni.
open-none = Ez a tartalom még nem érhető el az Ön nyelvén. Válasszon másik nyelvet.

## Page not found

not-found-title = Az oldal nem található
not-found-text = Lehet, hogy az oldalt áthelyezték vagy eltávolították, vagy hibás a beírt cím.
not-found-home = Ugrás a kezdőlapra
not-found-languages = Másik nyelv kiválasztása

## Page moved

redirect-text = Ez az oldal új helyre került

## Search

search = Keresés
search-placeholder = Keressen cikket, vagy írjon be egy azonosítót
