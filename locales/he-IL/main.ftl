## Every page

site-title = עזרה
skip-to-content = דילוג לתוכן הראשי
home = דף הבית
breadcrumbs = נתיב ניווט
external-link = אתר חיצוני

## Choosing a language

choose-language-title = בחירת שפה
choose-language-intro = העזרה זמינה בשפות הבאות.
language-switcher = שפות
language-current = השפה הנוכחית
language-missing = לא זמין בשפות אלה
language-fallback = טרם תורגם

## Appearance

theme-switch = מראה
theme-light = בהיר
theme-dark = כהה
theme-system = לפי המכשיר

## Home and lists

sections-title = נושאים
sections = נושאים
section-count = { $count ->
    [one] מאמר אחד
    [two] שני מאמרים
   *[other] { $count } מאמרים
}
articles-count = { $count ->
    [one] מאמר אחד
    [two] שני מאמרים
   *[other] { $count } מאמרים
}
all-articles = כל המאמרים
all-articles-range = { $first } – { $last }
list-pages = עמודים
page-title-number = { $title } – עמוד { $number }
featured-title = כדאי להתחיל כאן
newest-title = שינויים אחרונים
letters = לפי אות

## Articles

contents = בדף זה
updated = עודכן: { $date }
custom-ids = מזהי המאמר:
related-articles = מאמרים קשורים
previous-article = המאמר הקודם
next-article = המאמר הבא
neighbours = המאמר הקודם והמאמר הבא
section-contents = בנושא זה
questions = שאלות ותשובות
draft = טיוטה
print = הדפסה
copy-link = העתקת הקישור

## Notices at the top of an article

notice-fallback = המאמר עדיין אינו זמין בשפה שלך. הוא מוצג בשפה הבאה: { $language }.
notice-machine = מאמר זה תורגם באמצעות תרגום מכונה, וייתכן שיש בו שגיאות.
notice-machine-link = לקריאת המקור: { $language }
notice-outdated = ייתכן שהתרגום אינו עדכני: המקור השתנה מאז התרגום.
notice-original-link = לקריאת המקור

## Inside the text

alert-note = הערה
alert-tip = עצה
alert-important = חשוב
alert-warning = אזהרה
alert-caution = זהירות
alert-info = מידע
alert-danger = סכנה
alert-success = הצלחה
alert-question = שאלה
alert-failure = כישלון
alert-bug = באג
alert-example = דוגמה
alert-quote = ציטוט
alert-summary = תקציר
details = פרטים
footnotes = הערות שוליים
footnote-back = חזרה לטקסט
video-play = הפעלת הסרטון
audio-play = השמעת ההקלטה
task-done = בוצע
task-open = לא בוצע
image-enlarge = הגדלת התמונה
code-block = קוד
table = טבלה

## The page of an article ID

open-title = מזהה מאמר { $id }
open-intro = באיזו שפה לקרוא?
open-several = יש כמה מאמרים עם המזהה הזה. איזה מהם לפתוח?
open-none = התוכן עדיין אינו זמין בשפה שלך. אפשר לקרוא אותו בשפה אחרת.

## Page not found

not-found-title = הדף לא נמצא
not-found-text = ייתכן שהדף הועבר או הוסר, או שיש שגיאת הקלדה בכתובת.
not-found-home = לדף הבית
not-found-languages = בחירת שפה אחרת

## Page moved

redirect-text = הדף הזה עבר לכתובת חדשה

## Search

search = חיפוש
search-placeholder = חיפוש מאמר או מזהה
