suggest-edit = 提出修改建议
link-copied = 已复制链接
copy-code = 复制代码
code-copied = 已复制代码
