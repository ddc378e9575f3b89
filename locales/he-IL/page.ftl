suggest-edit = הצעת תיקון
link-copied = הקישור הועתק
copy-code = העתקת הקוד
code-copied = הקוד הועתק
