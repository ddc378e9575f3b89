## Search dialog

search-close = ปิด
search-results = ผลการค้นหา
search-count = { $count ->
    [0] ไม่พบบทความ
   *[other] พบ { $count } บทความ
}
search-more = พบมากกว่า { $count } บทความ
search-similar = ไม่มีบทความที่มีคำเหล่านี้ครบทุกคำ บทความที่ใกล้เคียง:
search-none = ไม่พบผลการค้นหา
search-advice = ตรวจสอบตัวสะกด หรือลองใช้คำให้น้อยลงหรือใช้คำอื่น
search-recent = การค้นหาล่าสุด
search-forget = ล้าง
search-machine = แปลโดยอัตโนมัติ
search-outdated = อาจไม่เป็นปัจจุบัน
search-failed = โหลดการค้นหาไม่ได้ โปรดตรวจสอบการเชื่อมต่อแล้วลองอีกครั้ง
search-next = แสดงผลการค้นหาเพิ่มเติม
search-searching = กำลังค้นหา…
search-no-script = การค้นหาต้องใช้ JavaScript หากไม่มี คุณสามารถเรียกดูบทความทั้งหมดได้
