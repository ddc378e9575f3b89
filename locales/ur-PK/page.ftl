suggest-edit = ترمیم تجویز کریں
link-copied = لنک کاپی ہو گیا
