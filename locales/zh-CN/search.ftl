## Search dialog

search-close = 关闭
search-results = 搜索结果
search-count = { $count ->
    [0] 未找到文章
   *[other] 找到 { $count } 篇文章
}
search-more = 找到超过 { $count } 篇文章
search-similar = 没有文章包含所有这些词。相近的文章：
search-none = 未找到结果
search-advice = 请检查输入是否有误，或尝试减少、更换关键词。
search-recent = 最近搜索
search-forget = 清除
search-machine = 机器翻译
search-outdated = 可能已过时
search-failed = 无法加载搜索功能。请检查网络连接，然后重试。
search-next = 显示更多结果
search-searching = 正在搜索…
search-no-script = 搜索需要 JavaScript。未启用时，您可以浏览所有文章。
