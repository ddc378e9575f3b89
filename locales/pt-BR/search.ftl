## Search dialog

search-close = Fechar
search-results = Resultados
search-count = { $count ->
    [0] Nenhum artigo encontrado
    [one] { $count } artigo encontrado
   *[other] { $count } artigos encontrados
}
search-more = Mais de { $count } artigos encontrados
search-similar = Nenhum artigo contém todas essas palavras. Artigos parecidos:
search-none = Nenhum resultado
search-advice = Verifique a ortografia ou tente usar menos palavras ou palavras diferentes.
search-recent = Pesquisas recentes
search-forget = Limpar
search-machine = Tradução automática
search-outdated = Pode estar desatualizado
search-failed = Não foi possível carregar a pesquisa. Verifique sua conexão e tente novamente.
search-next = Mostrar mais resultados
search-searching = Pesquisando…
search-no-script = A pesquisa precisa de JavaScript. Sem ele, você pode navegar por todos os artigos.
