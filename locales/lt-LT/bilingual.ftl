show-source = Rodyti originalų tekstą ({ $language })
