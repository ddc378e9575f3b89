## Search dialog

search-close = Đóng
search-results = Kết quả
search-count = { $count ->
    [0] Không tìm thấy bài viết nào
   *[other] Tìm thấy { $count } bài viết
}
search-more = Tìm thấy hơn { $count } bài viết
search-similar = Không có bài viết nào chứa tất cả các từ này. Bài viết tương tự:
search-none = Không tìm thấy kết quả nào
search-advice = Hãy kiểm tra chính tả, hoặc thử dùng ít từ hơn hay từ khác.
search-recent = Tìm kiếm gần đây
search-forget = Xóa
search-machine = Bản dịch máy
search-outdated = Có thể đã cũ
search-failed = Không tải được tính năng tìm kiếm. Hãy kiểm tra kết nối rồi thử lại.
search-next = Hiện thêm kết quả
search-searching = Đang tìm kiếm…
search-no-script = Tính năng tìm kiếm cần JavaScript. Nếu không có, bạn vẫn có thể duyệt tất cả bài viết.
