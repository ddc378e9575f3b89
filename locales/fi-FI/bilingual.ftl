show-source = Näytä alkuperäinen teksti ({ $language })
