## Every page

site-title = مدد
skip-to-content = مرکزی مواد پر جائیں
home = ہوم پیج
breadcrumbs = نیویگیشن کا راستہ
external-link = بیرونی ویب سائٹ

## Choosing a language

choose-language-title = زبان منتخب کریں
choose-language-intro = یہ مدد درج ذیل زبانوں میں دستیاب ہے۔
language-switcher = زبانیں
language-current = موجودہ زبان
language-missing = ان زبانوں میں دستیاب نہیں
language-fallback = ابھی تک ترجمہ نہیں ہوا

## Appearance

theme-switch = ظاہری شکل
theme-light = روشن
theme-dark = تاریک
theme-system = ڈیوائس کے مطابق

## Home and lists

sections-title = موضوعات
sections = موضوعات
section-count = { $count ->
    [one] { $count } مضمون
   *[other] { $count } مضامین
}
articles-count = { $count ->
    [one] { $count } مضمون
   *[other] { $count } مضامین
}
all-articles = تمام مضامین
all-articles-range = { $first } – { $last }
list-pages = صفحات
page-title-number = { $title } – صفحہ { $number }
featured-title = یہاں سے شروع کریں
newest-title = حالیہ تبدیلیاں
letters = پہلے حرف کے لحاظ سے

## Articles

contents = اس صفحے پر
updated = آخری اپ ڈیٹ: { $date }
custom-ids = مضمون کی آئی ڈیز:
related-articles = متعلقہ مضامین
previous-article = پچھلا مضمون
next-article = اگلا مضمون
neighbours = پچھلا اور اگلا مضمون
section-contents = اس موضوع میں
questions = سوال و جواب
draft = مسودہ
print = پرنٹ کریں
copy-link = لنک کاپی کریں

## Notices at the top of an article

notice-fallback = یہ مضمون ابھی آپ کی زبان میں دستیاب نہیں۔ اسے اس زبان میں دکھایا جا رہا ہے: { $language }۔
notice-machine = اس مضمون کا ترجمہ مشین نے کیا ہے، اس لیے اس میں غلطیاں ہو سکتی ہیں۔
notice-machine-link = اصل متن پڑھیں: { $language }
notice-outdated = ہو سکتا ہے یہ ترجمہ پرانا ہو: اصل متن ترجمے کے بعد بدل چکا ہے۔
notice-original-link = اصل متن پڑھیں

## Inside the text

alert-note = نوٹ
alert-tip = مشورہ
alert-important = اہم
alert-warning = انتباہ
alert-caution = احتیاط
alert-info = معلومات
alert-danger = خطرہ
alert-success = کامیابی
alert-question = سوال
alert-failure = ناکامی
alert-bug = سافٹ ویئر کی خرابی
alert-example = مثال
alert-quote = اقتباس
alert-summary = خلاصہ
details = تفصیلات
footnotes = حواشی
footnote-back = متن پر واپس جائیں
video-play = ویڈیو چلائیں
audio-play = آڈیو چلائیں
task-done = مکمل
task-open = نامکمل
image-enlarge = تصویر بڑی کریں
code-block = کوڈ
table = جدول

## The page of an article ID

open-title = مضمون کی آئی ڈی: { $id }
open-intro = وہ زبان منتخب کریں جس میں آپ پڑھنا چاہتے ہیں۔
open-several = اس آئی ڈی کے کئی مضامین ہیں۔ وہ مضمون منتخب کریں جو آپ پڑھنا چاہتے ہیں۔
open-none = یہ مواد ابھی آپ کی زبان میں دستیاب نہیں۔ کوئی دوسری زبان منتخب کریں۔

## Page not found

not-found-title = صفحہ نہیں ملا
not-found-text = ہو سکتا ہے صفحہ منتقل ہو گیا ہو یا ہٹا دیا گیا ہو، یا پتہ لکھنے میں غلطی ہوئی ہو۔
not-found-home = ہوم پیج پر جائیں
not-found-languages = دوسری زبان منتخب کریں

## Page moved

redirect-text = یہ صفحہ منتقل ہو گیا ہے

## Search

search = تلاش کریں
search-placeholder = مضامین تلاش کریں یا آئی ڈی درج کریں
