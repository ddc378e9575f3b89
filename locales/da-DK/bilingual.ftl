show-source = Vis originalteksten ({ $language })
