## Search dialog

search-close = Chiudi
search-results = Risultati
search-count = { $count ->
    [0] Nessun articolo trovato
    [one] { $count } articolo trovato
   *[other] { $count } articoli trovati
}
search-more = Più di { $count } articoli trovati
search-similar = Nessun articolo contiene tutte queste parole. Articoli simili:
search-none = Nessun risultato
search-advice = Controlla l’ortografia oppure prova con meno parole o con parole diverse.
search-recent = Ricerche recenti
search-forget = Cancella
search-machine = Traduzione automatica
search-outdated = Potrebbe non essere aggiornato
search-failed = Impossibile caricare la ricerca. Controlla la connessione e riprova.
search-next = Mostra altri risultati
search-searching = Ricerca in corso…
search-no-script = La ricerca richiede JavaScript. Senza, è possibile sfogliare tutti gli articoli.
