show-source = Rodyti originalo tekstą ({ $language })
