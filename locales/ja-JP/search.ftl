## Search dialog

search-close = 閉じる
search-results = 検索結果
search-count = { $count ->
    [0] 記事は見つかりませんでした
   *[other] { $count } 件の記事が見つかりました
}
search-more = { $count } 件を超える記事が見つかりました
search-similar = すべての語を含む記事はありません。近い記事:
search-none = 見つかりませんでした
search-advice = 入力に誤りがないか確認するか、言葉を減らすか変えて検索してください。
search-recent = 最近の検索
search-forget = 消去
search-machine = 機械翻訳
search-outdated = 最新でない可能性があります
search-failed = 検索を読み込めませんでした。接続を確認して、もう一度お試しください。
search-next = さらに結果を表示
search-searching = 検索しています…
search-no-script = 検索には JavaScript が必要です。無効な場合は、すべての記事の一覧をご覧ください。
