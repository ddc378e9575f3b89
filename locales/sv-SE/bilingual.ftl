show-source = Visa originaltexten ({ $language })
