show-source = הצגת הטקסט המקורי ({ $language })
