suggest-edit = پیشنهاد ویرایش
link-copied = پیوند کپی شد
copy-code = کپی کردن کد
code-copied = کد کپی شد
