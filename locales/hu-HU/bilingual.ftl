show-source = Eredeti szöveg megjelenítése ({ $language })
