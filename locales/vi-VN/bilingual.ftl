show-source = Hiện văn bản gốc ({ $language })
