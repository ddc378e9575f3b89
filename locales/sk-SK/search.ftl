## Search dialog

search-close = Zavrieť
search-results = Výsledky
search-count = { $count ->
    [0] Nenašli sa žiadne články
    [one] Našiel sa { $count } článok
    [few] Našli sa { $count } články
    [many] Našlo sa { $count } článku
   *[other] Našlo sa { $count } článkov
}
search-more = Našlo sa viac ako { $count } článkov
search-similar = Žiadny článok neobsahuje všetky tieto slová. Podobné články:
search-none = Nič sa nenašlo
search-advice = Skontrolujte pravopis alebo skúste zadať menej slov či iné slová.
search-recent = Nedávne vyhľadávania
search-forget = Vymazať
search-machine = Strojový preklad
search-outdated = Nemusí byť aktuálne
search-failed = Vyhľadávanie sa nepodarilo načítať. Skontrolujte pripojenie a skúste to znova.
search-next = Zobraziť ďalšie výsledky
search-searching = Vyhľadáva sa…
search-no-script = Vyhľadávanie vyžaduje JavaScript. Bez neho si môžete prezrieť všetky články.
