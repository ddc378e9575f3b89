suggest-edit = เสนอการแก้ไข
link-copied = คัดลอกลิงก์แล้ว
copy-code = คัดลอกโค้ด
code-copied = คัดลอกโค้ดแล้ว
