## Every page

site-title = Palīdzība
skip-to-content = Pāriet uz galveno saturu
home = Sākumlapa
breadcrumbs = Navigācijas ceļš
external-link = ārēja vietne

## Choosing a language

choose-language-title = Izvēlieties valodu
choose-language-intro = Šī palīdzība ir pieejama tālāk norādītajās valodās.
language-switcher = Valodas
language-current = pašreizējā valoda
language-missing = Nav pieejams šajās valodās
language-fallback = Vēl nav iztulkots

## Appearance

theme-switch = Izskats
theme-light = Gaišs
theme-dark = Tumšs
theme-system = Kā ierīcē

## Home and lists

sections-title = Tēmas
sections = Tēmas
section-count = { $count ->
    [zero] { $count } rakstu
    [one] { $count } raksts
   *[other] { $count } raksti
}
articles-count = { $count ->
    [zero] { $count } rakstu
    [one] { $count } raksts
   *[other] { $count } raksti
}
all-articles = Visi raksti
all-articles-range = { $first } – { $last }
list-pages = Lapas
page-title-number = { $title } – { $number }. lapa
featured-title = Sāciet šeit
newest-title = Jaunākās izmaiņas
letters = Pēc pirmā burta

## Articles

contents = Šajā lapā
updated = Atjaunināts: { $date }
custom-ids = Raksta ID:
related-articles = Saistītie raksti
previous-article = Iepriekšējais raksts
next-article = Nākamais raksts
neighbours = Iepriekšējais un nākamais raksts
section-contents = Šajā tēmā
questions = Jautājumi un atbildes
draft = Melnraksts
print = Drukāt
copy-link = Kopēt saiti

## Notices at the top of an article

notice-fallback = Šis raksts vēl nav pieejams jūsu valodā. Jūs to lasāt šajā valodā: { $language }.
notice-machine = Šis raksts ir mašīntulkots, un tajā var būt kļūdas.
notice-machine-link = Lasīt oriģinālu: { $language }
notice-outdated = Šis tulkojums, iespējams, ir novecojis: oriģināls kopš tā laika ir mainīts.
notice-original-link = Lasīt oriģinālu

## Inside the text

alert-note = Piezīme
alert-tip = Padoms
alert-important = Svarīgi
alert-warning = Brīdinājums
alert-caution = Uzmanību
alert-info = Informācija
alert-danger = Bīstami
alert-success = Izdevās
alert-question = Jautājums
alert-failure = Neizdevās
alert-bug = Programmas kļūda
alert-example = Piemērs
alert-quote = Citāts
alert-summary = Kopsavilkums
details = Detalizēta informācija
footnotes = Zemsvītras piezīmes
footnote-back = Atpakaļ uz tekstu
video-play = Atskaņot video
audio-play = Atskaņot audio
task-done = Izpildīts
task-open = Nav izpildīts
image-enlarge = Palielināt attēlu
code-block = Kods
table = Tabula

## The page of an article ID

open-title = Raksta ID { $id }
open-intro = Izvēlieties valodu, kurā vēlaties lasīt.
open-several = Šis ID ir vairākiem rakstiem. Izvēlieties, kuru vēlaties lasīt.
open-none = Šis saturs jūsu valodā vēl nav pieejams. Izvēlieties citu valodu.

## Page not found

not-found-title = Lapa nav atrasta
not-found-text = Iespējams, lapa ir pārvietota vai noņemta vai arī adrese ir ievadīta nepareizi.
not-found-home = Doties uz sākumlapu
not-found-languages = Izvēlēties citu valodu

## Page moved

redirect-text = Šī lapa ir pārvietota

## Search

search = Meklēt
search-placeholder = Meklējiet rakstus vai ievadiet ID
