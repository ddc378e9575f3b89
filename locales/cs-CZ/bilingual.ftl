show-source = Zobrazit původní text ({ $language })
