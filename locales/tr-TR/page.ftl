suggest-edit = Düzeltme öner
link-copied = Bağlantı kopyalandı
