show-source = Pokaż tekst oryginalny ({ $language })
