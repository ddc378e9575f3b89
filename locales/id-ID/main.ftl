## Every page

site-title = Bantuan
skip-to-content = Langsung ke konten utama
home = Beranda
breadcrumbs = Jejak navigasi
external-link = situs eksternal

## Choosing a language

choose-language-title = Pilih bahasa
choose-language-intro = Bantuan ini tersedia dalam bahasa berikut.
language-switcher = Bahasa
language-current = bahasa saat ini
language-missing = Tidak tersedia dalam bahasa berikut
language-fallback = Belum diterjemahkan

## Appearance

theme-switch = Tampilan
theme-light = Terang
theme-dark = Gelap
theme-system = Sesuai perangkat

## Home and lists

sections-title = Topik
sections = Topik
section-count = { $count } artikel
articles-count = { $count } artikel
all-articles = Semua artikel
all-articles-range = { $first } – { $last }
list-pages = Halaman
page-title-number = { $title } – halaman { $number }
featured-title = Mulai di sini
newest-title = Baru diubah
letters = Menurut huruf

## Articles

contents = Di halaman ini
updated = Diperbarui { $date }
custom-ids = ID artikel:
related-articles = Artikel terkait
previous-article = Artikel sebelumnya
next-article = Artikel berikutnya
neighbours = Artikel sebelumnya dan berikutnya
section-contents = Dalam topik ini
questions = Pertanyaan dan jawaban
draft = Draf
print = Cetak
copy-link = Salin tautan

## Notices at the top of an article

notice-fallback = Artikel ini belum tersedia dalam bahasa Anda dan ditampilkan dalam bahasa berikut: { $language }.
notice-machine = Artikel ini diterjemahkan oleh mesin dan mungkin mengandung kesalahan.
notice-machine-link = Baca versi asli: { $language }
notice-outdated = Terjemahan ini mungkin sudah usang: versi aslinya telah berubah.
notice-original-link = Baca versi asli

## Inside the text

alert-note = Catatan
alert-tip = Tips
alert-important = Penting
alert-warning = Peringatan
alert-caution = Perhatian
alert-info = Info
alert-danger = Bahaya
alert-success = Berhasil
alert-question = Pertanyaan
alert-failure = Gagal
alert-bug = Bug
alert-example = Contoh
alert-quote = Kutipan
alert-summary = Ringkasan
details = Detail
footnotes = Catatan kaki
footnote-back = Kembali ke teks
video-play = Putar video
audio-play = Putar audio
task-done = Selesai
task-open = Belum selesai
image-enlarge = Perbesar gambar
code-block = Kode
table = Tabel

## The page of an article ID

open-title = ID artikel { $id }
open-intro = Pilih bahasa yang ingin Anda gunakan untuk membaca.
open-several = Ada beberapa artikel dengan ID ini. Pilih artikel yang ingin Anda baca.
open-none = Konten ini belum tersedia dalam bahasa Anda. Pilih bahasa lain.

## Page not found

not-found-title = Halaman tidak ditemukan
not-found-text = Halaman ini mungkin telah dipindahkan atau dihapus, atau alamatnya salah ketik.
not-found-home = Buka beranda
not-found-languages = Pilih bahasa lain

## Page moved

redirect-text = Halaman ini telah dipindahkan

## Search

search = Cari
search-placeholder = Cari artikel atau masukkan ID
