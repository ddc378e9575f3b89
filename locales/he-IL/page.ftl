suggest-edit = הצעת תיקון
link-copied = הקישור הועתק
