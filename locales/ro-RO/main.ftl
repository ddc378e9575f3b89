## Every page

site-title = Ajutor
skip-to-content = Salt la conținutul principal
home = Pagina principală
breadcrumbs = Cale de navigare
external-link = site extern

## Choosing a language

choose-language-title = Alegeți o limbă
choose-language-intro = Acest ajutor este disponibil în următoarele limbi.
language-switcher = Limbi
language-current = limba curentă
language-missing = Nu este disponibil în aceste limbi
language-fallback = Încă netradus

## Appearance

theme-switch = Aspect
theme-light = Luminos
theme-dark = Întunecat
theme-system = La fel ca dispozitivul

## Home and lists

sections-title = Subiecte
sections = Subiecte
section-count = { $count ->
    [one] { $count } articol
    [few] { $count } articole
   *[other] { $count } de articole
}
articles-count = { $count ->
    [one] { $count } articol
    [few] { $count } articole
   *[other] { $count } de articole
}
all-articles = Toate articolele
all-articles-range = { $first } – { $last }
list-pages = Pagini
page-title-number = { $title } – pagina { $number }
featured-title = Începeți aici
newest-title = Modificări recente
letters = După litera inițială

## Articles

contents = În această pagină
updated = Actualizat: { $date }
custom-ids = ID-urile articolului:
related-articles = Articole asociate
previous-article = Articolul anterior
next-article = Articolul următor
neighbours = Articolul anterior și cel următor
section-contents = În acest subiect
questions = Întrebări și răspunsuri
draft = Schiță
print = Imprimare
copy-link = Copiere link

## Notices at the top of an article

notice-fallback = Acest articol nu este încă disponibil în limba dvs. Îl citiți în limba: { $language }.
notice-machine = Acest articol a fost tradus automat și poate conține erori.
notice-machine-link = Citiți originalul: { $language }
notice-outdated = Este posibil ca această traducere să nu fie actualizată: originalul s-a modificat între timp.
notice-original-link = Citiți originalul

## Inside the text

alert-note = Notă
alert-tip = Sfat
alert-important = Important
alert-warning = Avertisment
alert-caution = Atenție
alert-info = Informații
alert-danger = Pericol
alert-success = Reușită
alert-question = Întrebare
alert-failure = Eșec
alert-bug = Eroare de program
alert-example = Exemplu
alert-quote = Citat
alert-summary = Rezumat
details = Detalii
footnotes = Note de subsol
footnote-back = Înapoi la text
video-play = Redare videoclip
audio-play = Redare audio
task-done = Finalizată
task-open = Nefinalizată
image-enlarge = Mărire imagine
code-block = Cod
table = Tabel

## The page of an article ID

open-title = ID articol { $id }
open-intro = Alegeți limba în care doriți să citiți.
open-several = Mai multe articole au acest ID. Alegeți articolul pe care doriți să îl citiți.
open-none = Acest conținut nu este încă disponibil în limba dvs. Alegeți o altă limbă.

## Page not found

not-found-title = Pagina nu a fost găsită
not-found-text = Este posibil ca pagina să fi fost mutată sau eliminată ori ca adresa să conțină o greșeală de tastare.
not-found-home = Accesați pagina principală
not-found-languages = Alegeți o altă limbă

## Page moved

redirect-text = Această pagină a fost mutată

## Search

search = Căutare
search-placeholder = Căutați articole sau introduceți un ID
