suggest-edit = 수정 제안
link-copied = 링크를 복사했습니다
copy-code = 코드 복사
code-copied = 코드를 복사했습니다
