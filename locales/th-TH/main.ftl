## Every page

site-title = ความช่วยเหลือ
skip-to-content = ข้ามไปยังเนื้อหาหลัก
home = หน้าแรก
breadcrumbs = เส้นทางนำทาง
external-link = เว็บไซต์ภายนอก

## Choosing a language

choose-language-title = เลือกภาษา
choose-language-intro = ความช่วยเหลือนี้มีในภาษาต่อไปนี้
language-switcher = ภาษา
language-current = ภาษาปัจจุบัน
language-missing = ไม่มีในภาษาเหล่านี้
language-fallback = ยังไม่ได้แปล

## Appearance

theme-switch = ลักษณะที่ปรากฏ
theme-light = สว่าง
theme-dark = มืด
theme-system = ตามอุปกรณ์

## Home and lists

sections-title = หัวข้อ
sections = หัวข้อ
section-count = { $count } บทความ
articles-count = { $count } บทความ
all-articles = บทความทั้งหมด
all-articles-range = { $first } – { $last }
list-pages = หน้า
page-title-number = { $title } – หน้า { $number }
featured-title = เริ่มต้นที่นี่
newest-title = เปลี่ยนแปลงล่าสุด
letters = ตามตัวอักษร

## Articles

contents = ในหน้านี้
updated = อัปเดตเมื่อ { $date }
custom-ids = รหัสบทความ:
related-articles = บทความที่เกี่ยวข้อง
previous-article = บทความก่อนหน้า
next-article = บทความถัดไป
neighbours = บทความก่อนหน้าและถัดไป
section-contents = ในหัวข้อนี้
questions = คำถามและคำตอบ
draft = ฉบับร่าง
print = พิมพ์
copy-link = คัดลอกลิงก์

## Notices at the top of an article

notice-fallback = บทความนี้ยังไม่มีในภาษาของคุณ จึงแสดงในภาษาต่อไปนี้แทน: { $language }
notice-machine = บทความนี้แปลโดยอัตโนมัติและอาจมีข้อผิดพลาด
notice-machine-link = อ่านต้นฉบับ: { $language }
notice-outdated = คำแปลนี้อาจไม่เป็นปัจจุบัน เนื่องจากต้นฉบับมีการแก้ไขหลังจากแปลแล้ว
notice-original-link = อ่านต้นฉบับ

## Inside the text

alert-note = หมายเหตุ
alert-tip = เคล็ดลับ
alert-important = สำคัญ
alert-warning = คำเตือน
alert-caution = ข้อควรระวัง
alert-info = ข้อมูล
alert-danger = อันตราย
alert-success = สำเร็จ
alert-question = คำถาม
alert-failure = ล้มเหลว
alert-bug = บั๊ก
alert-example = ตัวอย่าง
alert-quote = คำพูดอ้างอิง
alert-summary = บทสรุป
details = รายละเอียด
footnotes = เชิงอรรถ
footnote-back = กลับไปที่เนื้อหา
video-play = เล่นวิดีโอ
audio-play = เล่นเสียง
task-done = เสร็จแล้ว
task-open = ยังไม่เสร็จ
image-enlarge = ขยายรูปภาพ
code-block = โค้ด
table = ตาราง

## The page of an article ID

open-title = รหัสบทความ { $id }
open-intro = เลือกภาษาที่คุณต้องการอ่าน
open-several = มีหลายบทความที่ใช้รหัสนี้ เลือกบทความที่คุณต้องการอ่าน
open-none = เนื้อหานี้ยังไม่มีในภาษาของคุณ โปรดเลือกภาษาอื่น

## Page not found

not-found-title = ไม่พบหน้านี้
not-found-text = หน้านี้อาจถูกย้ายหรือนำออกแล้ว หรืออาจมีการพิมพ์ที่อยู่ไม่ถูกต้อง
not-found-home = ไปที่หน้าแรก
not-found-languages = เลือกภาษาอื่น

## Page moved

redirect-text = หน้านี้ย้ายไปยังที่อยู่ใหม่แล้ว

## Search

search = ค้นหา
search-placeholder = ค้นหาบทความหรือป้อนรหัส
