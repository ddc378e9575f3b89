## Search dialog

search-close = Cerrar
search-results = Resultados
search-count = { $count ->
    [0] No se ha encontrado ningún artículo
    [one] { $count } artículo encontrado
   *[other] { $count } artículos encontrados
}
search-more = Más de { $count } artículos encontrados
search-similar = Ningún artículo contiene todas estas palabras. Artículos similares:
search-none = No hay resultados
search-advice = Compruebe la ortografía o pruebe con menos palabras o con otras distintas.
search-recent = Búsquedas recientes
search-forget = Borrar
search-machine = Traducción automática
search-outdated = Puede estar desactualizado
search-failed = No se ha podido cargar la búsqueda. Compruebe la conexión e inténtelo de nuevo.
search-next = Mostrar más resultados
search-searching = Buscando…
search-no-script = La búsqueda necesita JavaScript. Sin él, puede explorar todos los artículos.
