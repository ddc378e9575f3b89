show-source = Rādīt oriģinālo tekstu ({ $language })
