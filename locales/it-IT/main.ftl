## Every page

site-title = Guida
skip-to-content = Vai al contenuto principale
home = Home
breadcrumbs = Percorso di navigazione
external-link = sito esterno

## Choosing a language

choose-language-title = Scegli una lingua
choose-language-intro = Questa guida è disponibile nelle lingue seguenti.
language-switcher = Lingue
language-current = lingua attuale
language-missing = Non disponibile in queste lingue
language-fallback = Non ancora tradotto

## Appearance

theme-switch = Aspetto
theme-light = Chiaro
theme-dark = Scuro
theme-system = Come sul dispositivo

## Home and lists

sections-title = Argomenti
sections = Argomenti
section-count = { $count ->
    [one] { $count } articolo
   *[other] { $count } articoli
}
articles-count = { $count ->
    [one] { $count } articolo
   *[other] { $count } articoli
}
all-articles = Tutti gli articoli
all-articles-range = { $first } – { $last }
list-pages = Pagine
page-title-number = { $title } – pagina { $number }
featured-title = Per iniziare
newest-title = Ultime modifiche
letters = Per lettera iniziale

## Articles

contents = In questa pagina
updated = Ultimo aggiornamento: { $date }
custom-ids = ID dell’articolo:
related-articles = Articoli correlati
previous-article = Articolo precedente
next-article = Articolo successivo
neighbours = Articolo precedente e successivo
section-contents = In questo argomento
questions = Domande e risposte
draft = Bozza
print = Stampa
copy-link = Copia link

## Notices at the top of an article

notice-fallback = Questo articolo non è ancora disponibile nella tua lingua. Lo stai leggendo in { $language }.
notice-machine = Questo articolo è stato tradotto automaticamente e potrebbe contenere errori.
notice-machine-link = Leggi l’originale in { $language }
notice-outdated = Questa traduzione potrebbe non essere aggiornata: nel frattempo l’originale è stato modificato.
notice-original-link = Leggi l’originale

## Inside the text

alert-note = Nota
alert-tip = Suggerimento
alert-important = Importante
alert-warning = Avvertenza
alert-caution = Attenzione
alert-info = Informazioni
alert-danger = Pericolo
alert-success = Operazione riuscita
alert-question = Domanda
alert-failure = Operazione non riuscita
alert-bug = Bug
alert-example = Esempio
alert-quote = Citazione
alert-summary = Riepilogo
details = Dettagli
footnotes = Note a piè di pagina
footnote-back = Torna al testo
video-play = Riproduci video
audio-play = Riproduci audio
task-done = Fatto
task-open = Da fare
image-enlarge = Ingrandisci immagine
code-block = Codice
table = Tabella

## The page of an article ID

open-title = ID articolo { $id }
open-intro = Scegli la lingua in cui vuoi leggere.
open-several = Più articoli hanno questo ID. Scegli quello che vuoi leggere.
open-none = Questo contenuto non è ancora disponibile nella tua lingua. Scegli un’altra lingua.

## Page not found

not-found-title = Pagina non trovata
not-found-text = La pagina potrebbe essere stata spostata o rimossa, oppure l’indirizzo potrebbe contenere un errore di battitura.
not-found-home = Vai alla home page
not-found-languages = Scegli un’altra lingua

## Page moved

redirect-text = Questa pagina è stata spostata

## Search

search = Cerca
search-placeholder = Cerca articoli o inserisci un ID
