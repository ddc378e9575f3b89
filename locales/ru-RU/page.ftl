suggest-edit = Предложить правку
link-copied = Ссылка скопирована
copy-code = Скопировать код
code-copied = Код скопирован
