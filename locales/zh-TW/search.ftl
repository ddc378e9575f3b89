## Search dialog

search-close = 關閉
search-results = 搜尋結果
search-count = { $count ->
    [0] 找不到文章
   *[other] 找到 { $count } 篇文章
}
search-more = 找到超過 { $count } 篇文章
search-similar = 沒有文章包含所有這些詞。相近的文章：
search-none = 找不到結果
search-advice = 請檢查輸入內容是否有誤，或試著減少、更換關鍵字。
search-recent = 最近的搜尋
search-forget = 清除
search-machine = 機器翻譯
search-outdated = 可能不是最新內容
search-failed = 無法載入搜尋功能。請檢查網路連線，然後再試一次。
search-next = 顯示更多結果
search-searching = 正在搜尋…
search-no-script = 搜尋功能需要 JavaScript。未啟用時，您可以瀏覽所有文章。
