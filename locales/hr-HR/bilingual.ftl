show-source = Prikaži izvorni tekst ({ $language })
