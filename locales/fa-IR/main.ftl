## Every page

site-title = راهنما
skip-to-content = پرش به محتوای اصلی
home = صفحهٔ اصلی
breadcrumbs = مسیر ناوبری
external-link = سایت بیرونی

## Choosing a language

choose-language-title = انتخاب زبان
choose-language-intro = این راهنما به زبان‌های زیر در دسترس است.
language-switcher = زبان‌ها
language-current = زبان فعلی
language-missing = به این زبان‌ها در دسترس نیست
language-fallback = هنوز ترجمه نشده است

## Appearance

theme-switch = ظاهر
theme-light = روشن
theme-dark = تیره
theme-system = مطابق دستگاه

## Home and lists

sections-title = موضوع‌ها
sections = موضوع‌ها
section-count = { $count ->
    [one] { $count } مقاله
   *[other] { $count } مقاله
}
articles-count = { $count ->
    [one] { $count } مقاله
   *[other] { $count } مقاله
}
all-articles = همهٔ مقاله‌ها
all-articles-range = { $first } – { $last }
list-pages = صفحه‌ها
page-title-number = { $title } – صفحهٔ { $number }
featured-title = از اینجا شروع کنید
newest-title = آخرین تغییرات
letters = بر اساس حرف اول

## Articles

contents = در این صفحه
updated = آخرین به‌روزرسانی: { $date }
custom-ids = شناسه‌های مقاله:
related-articles = مقاله‌های مرتبط
previous-article = مقالهٔ قبلی
next-article = مقالهٔ بعدی
neighbours = مقالهٔ قبلی و بعدی
section-contents = در این موضوع
questions = پرسش و پاسخ
draft = پیش‌نویس
print = چاپ
copy-link = کپی کردن پیوند

## Notices at the top of an article

notice-fallback = این مقاله هنوز به زبان شما در دسترس نیست. آن را به این زبان می‌خوانید: { $language }.
notice-machine = این مقاله ترجمهٔ ماشینی است و ممکن است خطا داشته باشد.
notice-machine-link = خواندن متن اصلی: { $language }
notice-outdated = ممکن است این ترجمه به‌روز نباشد: متن اصلی پس از ترجمه تغییر کرده است.
notice-original-link = خواندن متن اصلی

## Inside the text

alert-note = توجه
alert-tip = نکته
alert-important = مهم
alert-warning = هشدار
alert-caution = احتیاط
alert-info = اطلاعات
alert-danger = خطر
alert-success = موفقیت
alert-question = پرسش
alert-failure = ناموفق
alert-bug = اشکال نرم‌افزار
alert-example = مثال
alert-quote = نقل‌قول
alert-summary = خلاصه
details = جزئیات
footnotes = پانویس‌ها
footnote-back = بازگشت به متن
video-play = پخش ویدیو
audio-play = پخش صدا
task-done = انجام‌شده
task-open = انجام‌نشده
image-enlarge = بزرگ کردن تصویر
code-block = کد
table = جدول

## The page of an article ID

open-title = شناسهٔ مقاله: { $id }
open-intro = زبانی را که می‌خواهید به آن بخوانید انتخاب کنید.
open-several = چند مقاله این شناسه را دارند. مقاله‌ای را که می‌خواهید بخوانید انتخاب کنید.
open-none = این محتوا هنوز به زبان شما در دسترس نیست. زبان دیگری انتخاب کنید.

## Page not found

not-found-title = صفحه پیدا نشد
not-found-text = ممکن است صفحه جابه‌جا یا حذف شده باشد، یا نشانی اشتباه وارد شده باشد.
not-found-home = رفتن به صفحهٔ اصلی
not-found-languages = انتخاب زبان دیگر

## Page moved

redirect-text = نشانی این صفحه تغییر کرده است

## Search

search = جستجو
search-placeholder = جستجوی مقاله یا شناسه
