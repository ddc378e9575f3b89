show-source = Originele tekst weergeven ({ $language })
