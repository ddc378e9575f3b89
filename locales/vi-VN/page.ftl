suggest-edit = Đề xuất chỉnh sửa
link-copied = Đã sao chép liên kết
copy-code = Sao chép đoạn mã
code-copied = Đã sao chép đoạn mã
