# Label of a checkbox over an article that was translated: shows the source text under each paragraph. $language is its language.
show-source = Show the original text ({ $language })
