show-source = Mostrar el texto original ({ $language })
