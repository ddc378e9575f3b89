## Search dialog

search-close = Zavřít
search-results = Výsledky
search-count = { $count ->
    [0] Nenalezen žádný článek
    [one] Nalezen { $count } článek
    [few] Nalezeny { $count } články
    [many] Nalezeno { $count } článku
   *[other] Nalezeno { $count } článků
}
search-more = Nalezeno více než { $count } článků
search-similar = Žádný článek neobsahuje všechna tato slova. Podobné články:
search-none = Nic nenalezeno
search-advice = Zkontrolujte pravopis nebo zkuste zadat méně slov či jiná slova.
search-recent = Nedávná hledání
search-forget = Vymazat
search-machine = Strojový překlad
search-outdated = Nemusí být aktuální
search-failed = Vyhledávání se nepodařilo načíst. Zkontrolujte připojení a zkuste to znovu.
search-next = Zobrazit další výsledky
search-searching = Hledání…
search-no-script = Vyhledávání vyžaduje JavaScript. Bez něj si můžete projít všechny články.
