show-source = Mostra il testo originale ({ $language })
