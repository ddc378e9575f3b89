show-source = Orijinal metni göster ({ $language })
