show-source = 顯示原文（{ $language }）
