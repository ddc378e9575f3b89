suggest-edit = اقتراح تعديل
link-copied = تم نسخ الرابط
