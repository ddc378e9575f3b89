suggest-edit = 提供修改建議
link-copied = 已複製連結
