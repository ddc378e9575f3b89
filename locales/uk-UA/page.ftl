suggest-edit = Запропонувати зміни
link-copied = Посилання скопійовано
