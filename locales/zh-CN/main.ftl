## Every page

site-title = 帮助
skip-to-content = 跳到主要内容
home = 首页
breadcrumbs = 导航路径
external-link = 外部网站

## Choosing a language

choose-language-title = 选择语言
choose-language-intro = 本帮助提供以下语言版本。
language-switcher = 语言
language-current = 当前语言
language-missing = 未提供以下语言版本
language-fallback = 尚未翻译

## Appearance

theme-switch = 外观
theme-light = 浅色
theme-dark = 深色
theme-system = 跟随设备设置

## Home and lists

sections-title = 主题
sections = 主题
section-count = { $count } 篇文章
articles-count = { $count } 篇文章
all-articles = 所有文章
all-articles-range = { $first } ～ { $last }
list-pages = 分页
page-title-number = { $title } – 第 { $number } 页
featured-title = 从这里开始
newest-title = 最近更改
letters = 按首字

## Articles

contents = 本页内容
updated = 更新日期：{ $date }
custom-ids = 文章 ID：
related-articles = 相关文章
previous-article = 上一篇文章
next-article = 下一篇文章
neighbours = 上一篇和下一篇文章
section-contents = 本主题内容
questions = 问题与解答
draft = 草稿
print = 打印
copy-link = 复制链接

## Notices at the top of an article

notice-fallback = 本文尚未提供您所用语言的版本。当前显示的语言：{ $language }。
notice-machine = 本文由机器翻译，可能存在错误。
notice-machine-link = 阅读原文：{ $language }
notice-outdated = 原文在翻译后有改动，本译文可能已过时。
notice-original-link = 阅读原文

## Inside the text

alert-note = 说明
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
alert-info = 信息
alert-danger = 危险
alert-success = 成功
alert-question = 问题
alert-failure = 失败
alert-bug = 程序错误
alert-example = 示例
alert-quote = 引用
alert-summary = 摘要
details = 详细信息
footnotes = 脚注
footnote-back = 返回正文
video-play = 播放视频
audio-play = 播放音频
task-done = 已完成
task-open = 未完成
image-enlarge = 放大图片
code-block = 代码
table = 表格

## The page of an article ID

open-title = 文章 ID { $id }
open-intro = 请选择要阅读的语言。
open-several = 有多篇文章使用此 ID。请选择要阅读的文章。
open-none = 此内容尚未提供您所用语言的版本。请选择其他语言。

## Page not found

not-found-title = 找不到页面
not-found-text = 该页面可能已被移动或删除，也可能是地址输入有误。
not-found-home = 前往首页
not-found-languages = 选择其他语言

## Page moved

redirect-text = 此页面已移至新位置

## Search

search = 搜索
search-placeholder = 搜索文章或输入 ID
