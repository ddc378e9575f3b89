suggest-edit = Запропонувати зміни
link-copied = Посилання скопійовано
copy-code = Скопіювати код
code-copied = Код скопійовано
