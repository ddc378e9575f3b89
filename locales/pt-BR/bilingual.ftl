show-source = Mostrar o texto original ({ $language })
