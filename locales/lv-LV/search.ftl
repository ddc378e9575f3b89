## Search dialog

search-close = Aizvērt
search-results = Rezultāti
search-count = { $count ->
    [0] Nav atrasts neviens raksts
    [zero] Atrasti { $count } raksti
    [one] Atrasts { $count } raksts
   *[other] Atrasti { $count } raksti
}
search-more = Atrasti vairāk nekā { $count } raksti
search-similar = Nevienā rakstā nav visu šo vārdu. Līdzīgi raksti:
search-none = Nekas nav atrasts
search-advice = Pārbaudiet pareizrakstību vai izmēģiniet mazāk vārdu vai citus vārdus.
search-recent = Nesenie meklējumi
search-forget = Notīrīt
search-machine = Mašīntulkojums
search-outdated = Var būt novecojis
search-failed = Meklēšanu neizdevās ielādēt. Pārbaudiet savienojumu un mēģiniet vēlreiz.
search-next = Rādīt vairāk rezultātu
search-searching = Notiek meklēšana…
search-no-script = Meklēšanai ir nepieciešams JavaScript. Bez tā varat pārlūkot visus rakstus.
