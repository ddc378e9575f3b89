show-source = 원문 표시({ $language })
