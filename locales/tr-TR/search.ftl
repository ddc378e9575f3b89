## Search dialog

search-close = Kapat
search-results = Sonuçlar
search-count = { $count ->
    [0] Makale bulunamadı
    [one] { $count } makale bulundu
   *[other] { $count } makale bulundu
}
search-more = { $count } taneden fazla makale bulundu
search-similar = Bu sözcüklerin tümünü içeren makale yok. Benzer makaleler:
search-none = Sonuç bulunamadı
search-advice = Yazımı kontrol edin ya da daha az veya farklı sözcükle aramayı deneyin.
search-recent = Son aramalar
search-forget = Temizle
search-machine = Makine çevirisi
search-outdated = Güncel olmayabilir
search-failed = Arama yüklenemedi. Bağlantınızı kontrol edip yeniden deneyin.
search-next = Daha fazla sonuç göster
search-searching = Aranıyor…
search-no-script = Arama için JavaScript gerekir. JavaScript olmadan tüm makalelere göz atabilirsiniz.
