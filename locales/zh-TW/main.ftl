## Every page

site-title = 說明
skip-to-content = 跳到主要內容
home = 首頁
breadcrumbs = 導覽路徑
external-link = 外部網站

## Choosing a language

choose-language-title = 選擇語言
choose-language-intro = 本說明提供下列語言版本。
language-switcher = 語言
language-current = 目前語言
language-missing = 未提供下列語言版本
language-fallback = 尚未翻譯

## Appearance

theme-switch = 外觀
theme-light = 淺色
theme-dark = 深色
theme-system = 與裝置設定相同

## Home and lists

sections-title = 主題
sections = 主題
section-count = { $count } 篇文章
articles-count = { $count } 篇文章
all-articles = 所有文章
all-articles-range = { $first } ～ { $last }
list-pages = 分頁
page-title-number = { $title } – 第 { $number } 頁
featured-title = 從這裡開始
newest-title = 最近變更
letters = 依首字

## Articles

contents = 本頁內容
updated = 更新日期：{ $date }
custom-ids = 文章 ID：
related-articles = 相關文章
previous-article = 上一篇文章
next-article = 下一篇文章
neighbours = 上一篇和下一篇文章
section-contents = 本主題內容
questions = 問題與解答
draft = 草稿
print = 列印
copy-link = 複製連結

## Notices at the top of an article

notice-fallback = 本文尚未提供您所用語言的版本。目前顯示的語言：{ $language }。
notice-machine = 本文由機器翻譯，可能含有錯誤。
notice-machine-link = 閱讀原文：{ $language }
notice-outdated = 原文在翻譯後已有變更，本譯文可能不是最新內容。
notice-original-link = 閱讀原文

## Inside the text

alert-note = 備註
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
alert-info = 資訊
alert-danger = 危險
alert-success = 成功
alert-question = 問題
alert-failure = 失敗
alert-bug = 程式錯誤
alert-example = 範例
alert-quote = 引述
alert-summary = 摘要
details = 詳細資料
footnotes = 註腳
footnote-back = 返回內文
video-play = 播放影片
audio-play = 播放音訊
task-done = 已完成
task-open = 未完成
image-enlarge = 放大圖片
code-block = 程式碼
table = 表格

## The page of an article ID

open-title = 文章 ID { $id }
open-intro = 請選擇要閱讀的語言。
open-several = 有多篇文章使用此 ID。請選擇要閱讀的文章。
open-none = 此內容尚未提供您所用語言的版本。請選擇其他語言。

## Page not found

not-found-title = 找不到頁面
not-found-text = 此頁面可能已移動或移除，也可能是網址輸入有誤。
not-found-home = 前往首頁
not-found-languages = 選擇其他語言

## Page moved

redirect-text = 此頁面已移至新位置

## Search

search = 搜尋
search-placeholder = 搜尋文章或輸入 ID
