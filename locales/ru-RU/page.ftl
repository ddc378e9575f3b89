suggest-edit = Предложить правку
link-copied = Ссылка скопирована
