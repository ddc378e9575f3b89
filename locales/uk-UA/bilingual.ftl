show-source = Показати текст оригіналу ({ $language })
