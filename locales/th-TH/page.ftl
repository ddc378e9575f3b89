suggest-edit = เสนอการแก้ไข
link-copied = คัดลอกลิงก์แล้ว
