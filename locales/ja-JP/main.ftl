## Every page

site-title = ヘルプ
skip-to-content = メインコンテンツにスキップ
home = ホーム
breadcrumbs = パンくずリスト
external-link = 外部サイト

## Choosing a language

choose-language-title = 言語を選択
choose-language-intro = このヘルプは次の言語でご覧いただけます。
language-switcher = 言語
language-current = 現在の言語
language-missing = 次の言語では利用できません
language-fallback = 未翻訳

## Appearance

theme-switch = 外観
theme-light = ライト
theme-dark = ダーク
theme-system = デバイスの設定に合わせる

## Home and lists

sections-title = トピック
sections = トピック
section-count = { $count } 件の記事
articles-count = { $count } 件の記事
all-articles = すべての記事
all-articles-range = { $first } ～ { $last }
list-pages = ページ
page-title-number = { $title } – { $number } ページ目
featured-title = まずはこちら
newest-title = 最近更新された記事
letters = 頭文字で探す

## Articles

contents = このページの内容
updated = 更新日: { $date }
custom-ids = 記事 ID：
related-articles = 関連記事
previous-article = 前の記事
next-article = 次の記事
neighbours = 前後の記事
section-contents = このトピックの内容
questions = 質問と回答
draft = 下書き
print = 印刷
copy-link = リンクをコピー

## Notices at the top of an article

notice-fallback = この記事はまだお使いの言語に翻訳されていません。次の言語で表示しています: { $language }
notice-machine = この記事は機械翻訳されたもので、誤りが含まれている可能性があります。
notice-machine-link = 原文を読む: { $language }
notice-outdated = 翻訳後に原文が変更されたため、この翻訳は最新ではない可能性があります。
notice-original-link = 原文を読む

## Inside the text

alert-note = 注
alert-tip = ヒント
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
alert-info = 情報
alert-danger = 危険
alert-success = 成功
alert-question = 質問
alert-failure = 失敗
alert-bug = 不具合
alert-example = 例
alert-quote = 引用
alert-summary = 要約
details = 詳細
footnotes = 脚注
footnote-back = 本文に戻る
video-play = ビデオを再生
audio-play = 音声を再生
task-done = 完了
task-open = 未完了
image-enlarge = 画像を拡大
code-block = コード
table = 表

## The page of an article ID

open-title = 記事 ID { $id }
open-intro = お読みになる言語を選択してください。
open-several = この ID の記事は複数あります。お読みになる記事を選択してください。
open-none = このコンテンツはまだお使いの言語に翻訳されていません。別の言語を選択してください。

## Page not found

not-found-title = ページが見つかりません
not-found-text = ページが移動または削除されたか、アドレスの入力に誤りがある可能性があります。
not-found-home = ホームに移動
not-found-languages = 別の言語を選択

## Page moved

redirect-text = このページは移動しました

## Search

search = 検索
search-placeholder = 記事または ID を検索
