## Search dialog

search-close = סגירה
search-results = תוצאות
search-count = { $count ->
    [0] לא נמצאו מאמרים
    [one] נמצא מאמר אחד
    [two] נמצאו שני מאמרים
   *[other] נמצאו { $count } מאמרים
}
search-more = נמצאו יותר מ-{ $count } מאמרים
search-similar = אין מאמר שמכיל את כל המילים האלה. מאמרים דומים:
search-none = לא נמצאו תוצאות
search-advice = כדאי לבדוק את האיות, או לנסות מילים אחרות או מעטות יותר.
search-recent = חיפושים אחרונים
search-forget = ניקוי
search-machine = תרגום מכונה
search-outdated = ייתכן שאינו עדכני
search-failed = לא ניתן היה לטעון את החיפוש. יש לבדוק את החיבור ולנסות שוב.
search-next = הצגת תוצאות נוספות
search-searching = מתבצע חיפוש…
search-no-script = החיפוש דורש JavaScript. בלעדיו אפשר לעיין בכל המאמרים.
