show-source = Pokaži izvirno besedilo ({ $language })
