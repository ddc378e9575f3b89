suggest-edit = ترمیم تجویز کریں
link-copied = لنک کاپی ہو گیا
copy-code = کوڈ کاپی کریں
code-copied = کوڈ کاپی ہو گیا
