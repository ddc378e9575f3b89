show-source = Näita originaalteksti ({ $language })
