show-source = Prikaži originalni tekst ({ $language })
