show-source = Afficher le texte original ({ $language })
