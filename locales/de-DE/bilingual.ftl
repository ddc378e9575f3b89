show-source = Originaltext anzeigen ({ $language })
