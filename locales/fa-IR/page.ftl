suggest-edit = پیشنهاد ویرایش
link-copied = پیوند کپی شد
