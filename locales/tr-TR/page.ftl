suggest-edit = Düzeltme öner
link-copied = Bağlantı kopyalandı
copy-code = Kodu kopyala
code-copied = Kod kopyalandı
