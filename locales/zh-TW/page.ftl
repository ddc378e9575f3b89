suggest-edit = 提供修改建議
link-copied = 已複製連結
copy-code = 複製程式碼
code-copied = 已複製程式碼
