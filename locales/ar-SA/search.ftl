## Search dialog

search-close = إغلاق
search-results = النتائج
search-count = { $count ->
    [zero] لم يتم العثور على مقالات
    [one] تم العثور على مقالة واحدة
    [two] تم العثور على مقالتين
    [few] تم العثور على { $count } مقالات
    [many] تم العثور على { $count } مقالة
   *[other] تم العثور على { $count } مقالة
}
search-more = تم العثور على أكثر من { $count } مقالة
search-similar = لا توجد مقالة تحتوي على كل هذه الكلمات. مقالات مشابهة:
search-none = لم يتم العثور على نتائج
search-advice = تحقق من الإملاء، أو جرّب كلمات أقل أو كلمات أخرى.
search-recent = عمليات البحث الأخيرة
search-forget = مسح
search-machine = ترجمة آلية
search-outdated = قد لا تكون محدّثة
search-failed = تعذّر تحميل البحث. تحقق من اتصالك وأعد المحاولة.
search-next = عرض المزيد من النتائج
search-searching = جارٍ البحث…
search-no-script = يتطلب البحث تفعيل JavaScript. يمكنك تصفّح جميع المقالات من دونه.
