show-source = แสดงข้อความต้นฉบับ ({ $language })
