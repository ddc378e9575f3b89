suggest-edit = 수정 제안
link-copied = 링크를 복사했습니다
