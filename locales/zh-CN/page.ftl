suggest-edit = 提出修改建议
link-copied = 已复制链接
