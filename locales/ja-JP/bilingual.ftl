show-source = 原文を表示（{ $language }）
