## Every page

site-title = Yardım
skip-to-content = Ana içeriğe geç
home = Ana sayfa
breadcrumbs = Gezinti yolu
external-link = harici site

## Choosing a language

choose-language-title = Dil seç
choose-language-intro = Bu yardım içeriğini aşağıdaki dillerde okuyabilirsiniz.
language-switcher = Diller
language-current = geçerli dil
language-missing = Bu dillerde mevcut değil
language-fallback = Henüz çevrilmedi

## Appearance

theme-switch = Görünüm
theme-light = Açık
theme-dark = Koyu
theme-system = Cihazla aynı

## Home and lists

sections-title = Konular
sections = Konular
section-count = { $count ->
    [one] { $count } makale
   *[other] { $count } makale
}
articles-count = { $count ->
    [one] { $count } makale
   *[other] { $count } makale
}
all-articles = Tüm makaleler
all-articles-range = { $first } – { $last }
list-pages = Sayfalar
page-title-number = { $title } – { $number }. sayfa
featured-title = Buradan başlayın
newest-title = Son değişiklikler
letters = Harfe göre

## Articles

contents = Bu sayfada
updated = Son güncelleme: { $date }
custom-ids = Makale kimlikleri:
related-articles = İlgili makaleler
previous-article = Önceki makale
next-article = Sonraki makale
neighbours = Önceki ve sonraki makale
section-contents = Bu konudaki içerikler
questions = Sorular ve yanıtlar
draft = Taslak
print = Yazdır
copy-link = Bağlantıyı kopyala

## Notices at the top of an article

notice-fallback = Bu makale henüz dilinizde mevcut değil. Makaleyi şu dilde okuyorsunuz: { $language }.
notice-machine = Bu makale makine çevirisidir ve hata içerebilir.
notice-machine-link = Orijinalini oku: { $language }
notice-outdated = Bu çeviri güncel olmayabilir: Orijinal metin çeviriden sonra değişti.
notice-original-link = Orijinalini oku

## Inside the text

alert-note = Not
alert-tip = İpucu
alert-important = Önemli
alert-warning = Uyarı
alert-caution = Dikkat
alert-info = Bilgi
alert-danger = Tehlike
alert-success = Başarılı
alert-question = Soru
alert-failure = Başarısız
alert-bug = Yazılım hatası
alert-example = Örnek
alert-quote = Alıntı
alert-summary = Özet
details = Ayrıntılar
footnotes = Dipnotlar
footnote-back = Metne dön
video-play = Videoyu oynat
audio-play = Sesi oynat
task-done = Tamamlandı
task-open = Tamamlanmadı
image-enlarge = Görseli büyüt
code-block = Kod
table = Tablo

## The page of an article ID

open-title = Makale kimliği: { $id }
open-intro = Hangi dilde okumak istediğinizi seçin.
open-several = Bu kimliğe sahip birden fazla makale var. Okumak istediğiniz makaleyi seçin.
open-none = Bu içerik henüz dilinizde mevcut değil. Başka bir dil seçin.

## Page not found

not-found-title = Sayfa bulunamadı
not-found-text = Sayfa taşınmış veya kaldırılmış ya da adres yanlış yazılmış olabilir.
not-found-home = Ana sayfaya git
not-found-languages = Başka bir dil seç

## Page moved

redirect-text = Bu sayfa taşındı

## Search

search = Ara
search-placeholder = Makale arayın veya makale kimliği girin
