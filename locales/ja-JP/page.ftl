suggest-edit = 修正を提案
link-copied = リンクをコピーしました
copy-code = コードをコピー
code-copied = コードをコピーしました
