## Search dialog

search-close = Tutup
search-results = Hasil
search-count = { $count ->
    [0] Tidak ada artikel yang ditemukan
   *[other] { $count } artikel ditemukan
}
search-more = Lebih dari { $count } artikel ditemukan
search-similar = Tidak ada artikel yang memuat semua kata ini. Artikel serupa:
search-none = Tidak ada hasil
search-advice = Periksa ejaannya, atau coba kurangi atau ganti kata kuncinya.
search-recent = Pencarian terbaru
search-forget = Hapus
search-machine = Terjemahan mesin
search-outdated = Mungkin sudah usang
search-failed = Pencarian tidak dapat dimuat. Periksa koneksi Anda dan coba lagi.
search-next = Tampilkan hasil lainnya
search-searching = Mencari…
search-no-script = Pencarian memerlukan JavaScript. Tanpanya, Anda dapat menelusuri semua artikel.
