show-source = Показване на оригиналния текст ({ $language })
