## Search dialog

search-close = Fermer
search-results = Résultats
search-count = { $count ->
    [0] Aucun article trouvé
    [one] { $count } article trouvé
   *[other] { $count } articles trouvés
}
search-more = Plus de { $count } articles trouvés
search-similar = Aucun article ne contient tous ces mots. Articles similaires :
search-none = Aucun résultat
search-advice = Vérifiez l’orthographe ou essayez avec moins de mots ou des mots différents.
search-recent = Recherches récentes
search-forget = Effacer
search-machine = Traduction automatique
search-outdated = N’est peut-être plus à jour
search-failed = Impossible de charger la recherche. Vérifiez votre connexion et réessayez.
search-next = Afficher plus de résultats
search-searching = Recherche en cours…
search-no-script = La recherche nécessite JavaScript. Sans JavaScript, vous pouvez parcourir tous les articles.
