## Every page

site-title = Ajuda
skip-to-content = Saltar para o conteúdo principal
home = Página inicial
breadcrumbs = Caminho de navegação
external-link = site externo

## Choosing a language

choose-language-title = Escolher idioma
choose-language-intro = Esta ajuda está disponível nos seguintes idiomas.
language-switcher = Idiomas
language-current = idioma atual
language-missing = Não disponível nestes idiomas
language-fallback = Ainda não traduzido

## Appearance

theme-switch = Aspeto
theme-light = Claro
theme-dark = Escuro
theme-system = Igual ao dispositivo

## Home and lists

sections-title = Tópicos
sections = Tópicos
section-count = { $count ->
    [one] { $count } artigo
   *[other] { $count } artigos
}
articles-count = { $count ->
    [one] { $count } artigo
   *[other] { $count } artigos
}
all-articles = Todos os artigos
all-articles-range = { $first } – { $last }
list-pages = Páginas
page-title-number = { $title } – página { $number }
featured-title = Comece aqui
newest-title = Alterações recentes
letters = Por letra inicial

## Articles

contents = Nesta página
updated = Atualizado a { $date }
custom-ids = IDs do artigo:
related-articles = Artigos relacionados
previous-article = Artigo anterior
next-article = Artigo seguinte
neighbours = Artigos anterior e seguinte
section-contents = Neste tópico
questions = Perguntas e respostas
draft = Rascunho
print = Imprimir
copy-link = Copiar ligação

## Notices at the top of an article

notice-fallback = Este artigo ainda não está disponível no seu idioma. Está a ler a versão em { $language }.
notice-machine = Este artigo foi traduzido automaticamente e pode conter erros.
notice-machine-link = Ler o original em { $language }
notice-outdated = Esta tradução pode estar desatualizada: o original foi alterado entretanto.
notice-original-link = Ler o original

## Inside the text

alert-note = Nota
alert-tip = Sugestão
alert-important = Importante
alert-warning = Aviso
alert-caution = Atenção
alert-info = Informações
alert-danger = Perigo
alert-success = Êxito
alert-question = Pergunta
alert-failure = Falha
alert-bug = Erro de software
alert-example = Exemplo
alert-quote = Citação
alert-summary = Resumo
details = Detalhes
footnotes = Notas de rodapé
footnote-back = Voltar ao texto
video-play = Reproduzir vídeo
audio-play = Reproduzir áudio
task-done = Concluído
task-open = Por concluir
image-enlarge = Ampliar imagem
code-block = Código
table = Tabela

## The page of an article ID

open-title = ID do artigo { $id }
open-intro = Escolha o idioma em que pretende ler.
open-several = Vários artigos têm este ID. Escolha o que pretende ler.
open-none = Este conteúdo ainda não está disponível no seu idioma. Escolha outro idioma.

## Page not found

not-found-title = Página não encontrada
not-found-text = A página pode ter sido movida ou removida, ou o endereço pode ter sido introduzido incorretamente.
not-found-home = Ir para a página inicial
not-found-languages = Escolher outro idioma

## Page moved

redirect-text = Esta página mudou de endereço

## Search

search = Pesquisar
search-placeholder = Pesquise artigos ou introduza um ID
