## Every page

site-title = Ayuda
skip-to-content = Ir al contenido principal
home = Inicio
breadcrumbs = Ruta de navegación
external-link = sitio externo

## Choosing a language

choose-language-title = Elegir idioma
choose-language-intro = Esta ayuda está disponible en los siguientes idiomas.
language-switcher = Idiomas
language-current = idioma actual
language-missing = No disponible en estos idiomas
language-fallback = Aún sin traducir

## Appearance

theme-switch = Apariencia
theme-light = Claro
theme-dark = Oscuro
theme-system = Igual que en el dispositivo

## Home and lists

sections-title = Temas
sections = Temas
section-count = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
}
articles-count = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
}
all-articles = Todos los artículos
all-articles-range = { $first } – { $last }
list-pages = Páginas
page-title-number = { $title } – página { $number }
featured-title = Para empezar
newest-title = Últimos cambios
letters = Por letra inicial

## Articles

contents = En esta página
updated = Actualizado el { $date }
custom-ids = ID del artículo:
related-articles = Artículos relacionados
previous-article = Artículo anterior
next-article = Artículo siguiente
neighbours = Artículos anterior y siguiente
section-contents = En este tema
questions = Preguntas y respuestas
draft = Borrador
print = Imprimir
copy-link = Copiar enlace

## Notices at the top of an article

notice-fallback = Este artículo aún no está disponible en su idioma. Se muestra en { $language }.
notice-machine = Este artículo se ha traducido automáticamente y puede contener errores.
notice-machine-link = Leer el original en { $language }
notice-outdated = Es posible que esta traducción esté desactualizada: el original ha cambiado desde que se tradujo.
notice-original-link = Leer el original

## Inside the text

alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución
alert-info = Información
alert-danger = Peligro
alert-success = Correcto
alert-question = Pregunta
alert-failure = Error
alert-bug = Error de software
alert-example = Ejemplo
alert-quote = Cita
alert-summary = Resumen
details = Detalles
footnotes = Notas al pie
footnote-back = Volver al texto
video-play = Reproducir vídeo
audio-play = Reproducir audio
task-done = Hecho
task-open = Pendiente
image-enlarge = Ampliar imagen
code-block = Código
table = Tabla

## The page of an article ID

open-title = ID de artículo { $id }
open-intro = Elija el idioma en el que quiere leer.
open-several = Hay varios artículos con este ID. Elija el que quiere leer.
open-none = Este contenido aún no está disponible en su idioma. Elija otro idioma.

## Page not found

not-found-title = Página no encontrada
not-found-text = Es posible que la página se haya movido o eliminado, o que la dirección no sea correcta.
not-found-home = Ir a la página de inicio
not-found-languages = Elegir otro idioma

## Page moved

redirect-text = Esta página ha cambiado de dirección

## Search

search = Buscar
search-placeholder = Buscar artículos o introducir un ID
