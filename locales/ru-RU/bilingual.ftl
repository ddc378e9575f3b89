show-source = Показать текст оригинала ({ $language })
