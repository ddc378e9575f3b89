suggest-edit = اقتراح تعديل
link-copied = تم نسخ الرابط
copy-code = نسخ التعليمات البرمجية
code-copied = تم نسخ التعليمات البرمجية
