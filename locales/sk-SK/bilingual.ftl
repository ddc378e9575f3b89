show-source = Zobraziť pôvodný text ({ $language })
