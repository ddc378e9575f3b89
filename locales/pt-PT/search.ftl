## Search dialog

search-close = Fechar
search-results = Resultados
search-count = { $count ->
    [0] Nenhum artigo encontrado
    [one] { $count } artigo encontrado
   *[other] { $count } artigos encontrados
}
search-more = Mais de { $count } artigos encontrados
search-similar = Nenhum artigo contém todas estas palavras. Artigos semelhantes:
search-none = Sem resultados
search-advice = Verifique a ortografia ou experimente com menos palavras ou com outras.
search-recent = Pesquisas recentes
search-forget = Limpar
search-machine = Tradução automática
search-outdated = Pode estar desatualizado
search-failed = Não foi possível carregar a pesquisa. Verifique a ligação à Internet e tente novamente.
search-next = Mostrar mais resultados
search-searching = A pesquisar…
search-no-script = A pesquisa precisa de JavaScript. Sem ele, pode consultar todos os artigos.
