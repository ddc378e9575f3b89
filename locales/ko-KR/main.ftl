## Every page

site-title = 도움말
skip-to-content = 본문으로 건너뛰기
home = 홈
breadcrumbs = 탐색 경로
external-link = 외부 사이트

## Choosing a language

choose-language-title = 언어 선택
choose-language-intro = 이 도움말은 다음 언어로 제공됩니다.
language-switcher = 언어
language-current = 현재 언어
language-missing = 다음 언어로는 제공되지 않음
language-fallback = 아직 번역되지 않음

## Appearance

theme-switch = 화면 테마
theme-light = 라이트
theme-dark = 다크
theme-system = 기기 설정에 따름

## Home and lists

sections-title = 주제
sections = 주제
section-count = 문서 { $count }개
articles-count = 문서 { $count }개
all-articles = 모든 문서
all-articles-range = { $first } ~ { $last }
list-pages = 페이지
page-title-number = { $title } – { $number }페이지
featured-title = 먼저 읽어 보세요
newest-title = 최근 변경
letters = 첫 글자별

## Articles

contents = 이 페이지의 내용
updated = 최종 업데이트: { $date }
custom-ids = 문서 ID:
related-articles = 관련 문서
previous-article = 이전 문서
next-article = 다음 문서
neighbours = 이전 및 다음 문서
section-contents = 이 주제의 문서
questions = 질문과 답변
draft = 초안
print = 인쇄
copy-link = 링크 복사

## Notices at the top of an article

notice-fallback = 이 문서는 사용 중인 언어로 아직 제공되지 않습니다. 현재 표시된 언어: { $language }
notice-machine = 이 문서는 기계 번역되었으며 오류가 있을 수 있습니다.
notice-machine-link = 원문 보기: { $language }
notice-outdated = 번역 후 원문이 변경되어 이 번역은 최신 내용이 아닐 수 있습니다.
notice-original-link = 원문 보기

## Inside the text

alert-note = 참고
alert-tip = 팁
alert-important = 중요
alert-warning = 경고
alert-caution = 주의
alert-info = 정보
alert-danger = 위험
alert-success = 성공
alert-question = 질문
alert-failure = 실패
alert-bug = 버그
alert-example = 예
alert-quote = 인용
alert-summary = 요약
details = 세부 정보
footnotes = 각주
footnote-back = 본문으로 돌아가기
video-play = 동영상 재생
audio-play = 오디오 재생
task-done = 완료
task-open = 미완료
image-enlarge = 이미지 확대
code-block = 코드
table = 표

## The page of an article ID

open-title = 문서 ID { $id }
open-intro = 읽을 언어를 선택하세요.
open-several = 이 ID를 사용하는 문서가 여러 개 있습니다. 읽을 문서를 선택하세요.
open-none = 이 콘텐츠는 사용 중인 언어로 아직 제공되지 않습니다. 다른 언어를 선택하세요.

## Page not found

not-found-title = 페이지를 찾을 수 없음
not-found-text = 페이지가 이동 또는 삭제되었거나 주소가 잘못 입력되었을 수 있습니다.
not-found-home = 홈으로 이동
not-found-languages = 다른 언어 선택

## Page moved

redirect-text = 페이지가 이동되었습니다

## Search

search = 검색
search-placeholder = 문서 검색 또는 ID 입력
