## Every page

site-title = Pagalba
skip-to-content = Pereiti prie pagrindinio turinio
home = Pradžia
breadcrumbs = Naršymo kelias
external-link = išorinė svetainė

## Choosing a language

choose-language-title = Pasirinkite kalbą
choose-language-intro = Pagalba pateikiama toliau nurodytomis kalbomis.
language-switcher = Kalbos
language-current = dabartinė kalba
language-missing = Nėra šiomis kalbomis
language-fallback = Dar neišversta

## Appearance

theme-switch = Išvaizda
theme-light = Šviesi
theme-dark = Tamsi
theme-system = Kaip įrenginyje

## Home and lists

sections-title = Temos
sections = Temos
section-count = { $count ->
    [one] { $count } straipsnis
    [few] { $count } straipsniai
   *[other] { $count } straipsnių
}
articles-count = { $count ->
    [one] { $count } straipsnis
    [few] { $count } straipsniai
   *[other] { $count } straipsnių
}
all-articles = Visi straipsniai
all-articles-range = { $first } – { $last }
list-pages = Puslapiai
page-title-number = { $title } – { $number } puslapis
featured-title = Pradėkite čia
newest-title = Naujausi pakeitimai
letters = Pagal pirmąją raidę

## Articles

contents = Šiame puslapyje
updated = Atnaujinta { $date }
custom-ids = Straipsnio ID:
related-articles = Susiję straipsniai
previous-article = Ankstesnis straipsnis
next-article = Kitas straipsnis
neighbours = Ankstesnis ir kitas straipsnis
section-contents = Šioje temoje
questions = Klausimai ir atsakymai
draft = Juodraštis
print = Spausdinti
copy-link = Kopijuoti nuorodą

## Notices at the top of an article

notice-fallback = Šio straipsnio jūsų kalba dar nėra. Skaitote jį šia kalba: { $language }.
notice-machine = Šis straipsnis išverstas mašininiu būdu, todėl jame gali būti klaidų.
notice-machine-link = Skaityti originalą: { $language }
notice-outdated = Originalas vėliau buvo pakeistas, todėl šis vertimas gali būti pasenęs.
notice-original-link = Skaityti originalą

## Inside the text

alert-note = Pastaba
alert-tip = Patarimas
alert-important = Svarbu
alert-warning = Įspėjimas
alert-caution = Atsargiai
alert-info = Informacija
alert-danger = Pavojus
alert-success = Pavyko
alert-question = Klausimas
alert-failure = Nepavyko
alert-bug = Programos klaida
alert-example = Pavyzdys
alert-quote = Citata
alert-summary = Santrauka
details = Išsami informacija
footnotes = Išnašos
footnote-back = Grįžti į tekstą
video-play = Leisti vaizdo įrašą
audio-play = Leisti garso įrašą
task-done = Atlikta
task-open = Neatlikta
image-enlarge = Padidinti vaizdą
code-block = Kodas
table = Lentelė

## The page of an article ID

open-title = Straipsnio ID { $id }
open-intro = Pasirinkite kalbą, kuria norite skaityti.
open-several = Šį ID turi keli straipsniai. Pasirinkite, kurį norite skaityti.
open-none = Šio turinio jūsų kalba dar nėra. Pasirinkite kitą kalbą.

## Page not found

not-found-title = Puslapis nerastas
not-found-text = Galbūt puslapis perkeltas ar pašalintas arba adresas įvestas su klaida.
not-found-home = Eiti į pradžios puslapį
not-found-languages = Pasirinkti kitą kalbą

## Page moved

redirect-text = Šis puslapis perkeltas

## Search

search = Ieškoti
search-placeholder = Ieškokite straipsnių arba įveskite ID
