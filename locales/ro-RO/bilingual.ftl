show-source = Afișați textul original ({ $language })
