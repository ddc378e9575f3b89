show-source = Tampilkan teks asli ({ $language })
