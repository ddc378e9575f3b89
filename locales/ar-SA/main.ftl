## Every page

site-title = المساعدة
skip-to-content = الانتقال إلى المحتوى الرئيسي
home = الصفحة الرئيسية
breadcrumbs = مسار التنقل
external-link = موقع خارجي

## Choosing a language

choose-language-title = اختيار اللغة
choose-language-intro = هذه المساعدة متوفرة باللغات التالية.
language-switcher = اللغات
language-current = اللغة الحالية
language-missing = غير متوفرة بهذه اللغات
language-fallback = لم تُترجم بعد

## Appearance

theme-switch = المظهر
theme-light = فاتح
theme-dark = داكن
theme-system = حسب إعداد الجهاز

## Home and lists

sections-title = المواضيع
sections = المواضيع
section-count = { $count ->
    [zero] لا توجد مقالات
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count } مقالات
    [many] { $count } مقالة
   *[other] { $count } مقالة
}
articles-count = { $count ->
    [zero] لا توجد مقالات
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count } مقالات
    [many] { $count } مقالة
   *[other] { $count } مقالة
}
all-articles = جميع المقالات
all-articles-range = { $first } – { $last }
list-pages = الصفحات
page-title-number = { $title } – الصفحة { $number }
featured-title = ابدأ من هنا
newest-title = أحدث التغييرات
letters = حسب الحرف الأول

## Articles

contents = في هذه الصفحة
updated = آخر تحديث: { $date }
custom-ids = معرّفات المقالة:
related-articles = مقالات ذات صلة
previous-article = المقالة السابقة
next-article = المقالة التالية
neighbours = المقالة السابقة والمقالة التالية
section-contents = في هذا الموضوع
questions = أسئلة وأجوبة
draft = مسودة
print = طباعة
copy-link = نسخ الرابط

## Notices at the top of an article

notice-fallback = هذه المقالة غير متوفرة بلغتك حتى الآن، وهي معروضة باللغة التالية: { $language }.
notice-machine = تُرجمت هذه المقالة آليًا وقد تحتوي على أخطاء.
notice-machine-link = قراءة النص الأصلي: { $language }
notice-outdated = قد لا تكون هذه الترجمة محدّثة، فقد تغيّر النص الأصلي بعد إعدادها.
notice-original-link = قراءة النص الأصلي

## Inside the text

alert-note = ملاحظة
alert-tip = تلميح
alert-important = مهم
alert-warning = تحذير
alert-caution = تنبيه
alert-info = معلومات
alert-danger = خطر
alert-success = نجاح
alert-question = سؤال
alert-failure = فشل
alert-bug = خطأ برمجي
alert-example = مثال
alert-quote = اقتباس
alert-summary = ملخص
details = التفاصيل
footnotes = الحواشي
footnote-back = العودة إلى النص
video-play = تشغيل الفيديو
audio-play = تشغيل الصوت
task-done = مكتملة
task-open = غير مكتملة
image-enlarge = تكبير الصورة
code-block = تعليمات برمجية
table = جدول

## The page of an article ID

open-title = معرّف المقالة: { $id }
open-intro = اختر اللغة التي تريد القراءة بها.
open-several = هناك عدة مقالات بهذا المعرّف. اختر المقالة التي تريد قراءتها.
open-none = هذا المحتوى غير متوفر بلغتك حتى الآن. اختر لغة أخرى.

## Page not found

not-found-title = الصفحة غير موجودة
not-found-text = ربما نُقلت الصفحة أو أُزيلت، أو كُتب العنوان خطأً.
not-found-home = الانتقال إلى الصفحة الرئيسية
not-found-languages = اختيار لغة أخرى

## Page moved

redirect-text = نُقلت هذه الصفحة إلى عنوان جديد

## Search

search = بحث
search-placeholder = ابحث في المقالات أو أدخل معرّفًا
