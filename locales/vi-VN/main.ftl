## Every page

site-title = Trợ giúp
skip-to-content = Chuyển đến nội dung chính
home = Trang chủ
breadcrumbs = Đường dẫn điều hướng
external-link = trang web bên ngoài

## Choosing a language

choose-language-title = Chọn ngôn ngữ
choose-language-intro = Nội dung trợ giúp này có bằng các ngôn ngữ sau.
language-switcher = Ngôn ngữ
language-current = ngôn ngữ hiện tại
language-missing = Không có bằng các ngôn ngữ này
language-fallback = Chưa được dịch

## Appearance

theme-switch = Giao diện
theme-light = Sáng
theme-dark = Tối
theme-system = Theo thiết bị

## Home and lists

sections-title = Chủ đề
sections = Chủ đề
section-count = { $count } bài viết
articles-count = { $count } bài viết
all-articles = Tất cả bài viết
all-articles-range = { $first } – { $last }
list-pages = Trang
page-title-number = { $title } – trang { $number }
featured-title = Bắt đầu tại đây
newest-title = Thay đổi gần đây
letters = Theo chữ cái đầu

## Articles

contents = Trên trang này
updated = Cập nhật: { $date }
custom-ids = ID bài viết:
related-articles = Bài viết liên quan
previous-article = Bài viết trước
next-article = Bài viết tiếp theo
neighbours = Bài viết trước và tiếp theo
section-contents = Trong chủ đề này
questions = Câu hỏi và câu trả lời
draft = Bản nháp
print = In
copy-link = Sao chép liên kết

## Notices at the top of an article

notice-fallback = Bài viết này chưa có bằng ngôn ngữ của bạn. Bạn đang đọc bằng ngôn ngữ sau: { $language }.
notice-machine = Bài viết này do máy dịch và có thể có sai sót.
notice-machine-link = Đọc bản gốc: { $language }
notice-outdated = Bản dịch này có thể đã cũ: bản gốc đã thay đổi sau khi dịch.
notice-original-link = Đọc bản gốc

## Inside the text

alert-note = Lưu ý
alert-tip = Mẹo
alert-important = Quan trọng
alert-warning = Cảnh báo
alert-caution = Thận trọng
alert-info = Thông tin
alert-danger = Nguy hiểm
alert-success = Thành công
alert-question = Câu hỏi
alert-failure = Thất bại
alert-bug = Lỗi phần mềm
alert-example = Ví dụ
alert-quote = Trích dẫn
alert-summary = Tóm tắt
details = Chi tiết
footnotes = Chú thích
footnote-back = Quay lại nội dung
video-play = Phát video
audio-play = Phát âm thanh
task-done = Đã xong
task-open = Chưa xong
image-enlarge = Phóng to hình ảnh
code-block = Đoạn mã
table = Bảng

## The page of an article ID

open-title = ID bài viết { $id }
open-intro = Hãy chọn ngôn ngữ bạn muốn dùng để đọc.
open-several = Có nhiều bài viết mang ID này. Hãy chọn bài viết bạn muốn đọc.
open-none = Nội dung này chưa có bằng ngôn ngữ của bạn. Hãy chọn ngôn ngữ khác.

## Page not found

not-found-title = Không tìm thấy trang
not-found-text = Có thể trang đã được chuyển đi hoặc bị xóa, hoặc địa chỉ bị nhập sai.
not-found-home = Về trang chủ
not-found-languages = Chọn ngôn ngữ khác

## Page moved

redirect-text = Trang này đã chuyển sang địa chỉ mới

## Search

search = Tìm kiếm
search-placeholder = Tìm bài viết hoặc nhập ID
