## Search dialog

search-close = 닫기
search-results = 검색 결과
search-count = { $count ->
    [0] 찾은 문서가 없습니다
   *[other] 문서 { $count }개를 찾았습니다
}
search-more = 문서를 { $count }개 넘게 찾았습니다
search-similar = 이 단어를 모두 포함하는 문서가 없습니다. 비슷한 문서:
search-none = 검색 결과가 없습니다
search-advice = 맞춤법을 확인하거나, 더 적은 단어 또는 다른 단어로 검색해 보세요.
search-recent = 최근 검색어
search-forget = 지우기
search-machine = 기계 번역
search-outdated = 최신 내용이 아닐 수 있음
search-failed = 검색을 불러올 수 없습니다. 연결 상태를 확인한 후 다시 시도하세요.
search-next = 검색 결과 더 보기
search-searching = 검색 중…
search-no-script = 검색하려면 JavaScript가 필요합니다. JavaScript 없이도 모든 문서를 둘러볼 수 있습니다.
