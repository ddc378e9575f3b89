## Search dialog

search-close = بستن
search-results = نتایج
search-count = { $count ->
    [0] مقاله‌ای پیدا نشد
    [one] { $count } مقاله پیدا شد
   *[other] { $count } مقاله پیدا شد
}
search-more = بیش از { $count } مقاله پیدا شد
search-similar = هیچ مقاله‌ای همهٔ این واژه‌ها را ندارد. مقاله‌های مشابه:
search-none = چیزی پیدا نشد
search-advice = املای واژه‌ها را بررسی کنید، یا با واژه‌های کمتر یا واژه‌های دیگری جستجو کنید.
search-recent = جستجوهای اخیر
search-forget = پاک کردن
search-machine = ترجمهٔ ماشینی
search-outdated = ممکن است به‌روز نباشد
search-failed = جستجو بارگذاری نشد. اتصال اینترنت را بررسی کنید و دوباره امتحان کنید.
search-next = نمایش نتایج بیشتر
search-searching = در حال جستجو…
search-no-script = جستجو به جاوااسکریپت نیاز دارد. بدون آن می‌توانید همه مقاله‌ها را مرور کنید.
