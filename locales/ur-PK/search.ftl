## Search dialog

search-close = بند کریں
search-results = نتائج
search-count = { $count ->
    [0] کوئی مضمون نہیں ملا
    [one] { $count } مضمون ملا
   *[other] { $count } مضامین ملے
}
search-more = { $count } سے زیادہ مضامین ملے
search-similar = کسی مضمون میں یہ تمام الفاظ نہیں ہیں۔ ملتے جلتے مضامین:
search-none = کچھ نہیں ملا
search-advice = ہجے چیک کریں، یا کم الفاظ یا دوسرے الفاظ آزمائیں۔
search-recent = حالیہ تلاشیں
search-forget = صاف کریں
search-machine = مشینی ترجمہ
search-outdated = پرانا ہو سکتا ہے
search-failed = تلاش لوڈ نہیں ہو سکی۔ اپنا کنکشن چیک کریں اور دوبارہ کوشش کریں۔
search-next = مزید نتائج دکھائیں
search-searching = تلاش جاری ہے…
search-no-script = تلاش کے لیے JavaScript درکار ہے۔ اس کے بغیر آپ تمام مضامین دیکھ سکتے ہیں۔
