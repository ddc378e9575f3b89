show-source = 显示原文（{ $language }）
