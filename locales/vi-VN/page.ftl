suggest-edit = Đề xuất chỉnh sửa
link-copied = Đã sao chép liên kết
