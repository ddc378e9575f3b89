## Every page

site-title = Aide
skip-to-content = Aller au contenu principal
home = Accueil
breadcrumbs = Fil d’Ariane
external-link = site externe

## Choosing a language

choose-language-title = Choisir une langue
choose-language-intro = Cette aide est disponible dans les langues suivantes.
language-switcher = Langues
language-current = langue actuelle
language-missing = Non disponible dans ces langues
language-fallback = Pas encore traduit

## Appearance

theme-switch = Apparence
theme-light = Clair
theme-dark = Sombre
theme-system = Comme sur l’appareil

## Home and lists

sections-title = Rubriques
sections = Rubriques
section-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
articles-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
all-articles = Tous les articles
all-articles-range = { $first } – { $last }
list-pages = Pages
page-title-number = { $title } – page { $number }
featured-title = Pour commencer
newest-title = Dernières modifications
letters = Par lettre

## Articles

contents = Sur cette page
updated = Mis à jour le { $date }
custom-ids = Identifiants de l’article :
related-articles = Articles similaires
previous-article = Article précédent
next-article = Article suivant
neighbours = Articles précédent et suivant
section-contents = Dans cette rubrique
questions = Questions et réponses
draft = Brouillon
print = Imprimer
copy-link = Copier le lien

## Notices at the top of an article

notice-fallback = Cet article n’est pas encore disponible dans votre langue. Il est affiché en { $language }.
notice-machine = Cet article a été traduit automatiquement et peut contenir des erreurs.
notice-machine-link = Lire l’original en { $language }
notice-outdated = Cette traduction n’est peut-être plus à jour : l’original a été modifié depuis.
notice-original-link = Lire l’original

## Inside the text

alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
alert-info = Info
alert-danger = Danger
alert-success = Réussite
alert-question = Question
alert-failure = Échec
alert-bug = Bogue
alert-example = Exemple
alert-quote = Citation
alert-summary = Résumé
details = Détails
footnotes = Notes de bas de page
footnote-back = Retour au texte
video-play = Lire la vidéo
audio-play = Écouter l’audio
task-done = Fait
task-open = À faire
image-enlarge = Agrandir l’image
code-block = Code
table = Tableau

## The page of an article ID

open-title = Identifiant d’article { $id }
open-intro = Choisissez la langue dans laquelle vous souhaitez lire.
open-several = Plusieurs articles portent cet identifiant. Choisissez celui que vous souhaitez lire.
open-none = Ce contenu n’est pas encore disponible dans votre langue. Choisissez une autre langue.

## Page not found

not-found-title = Page introuvable
not-found-text = La page a peut-être été déplacée ou supprimée, ou l’adresse contient une faute de frappe.
not-found-home = Aller à la page d’accueil
not-found-languages = Choisir une autre langue

## Page moved

redirect-text = Cette page a changé d’adresse

## Search

search = Rechercher
search-placeholder = Rechercher un article ou saisir un identifiant
