suggest-edit = Предложете промяна
link-copied = Връзката е копирана
copy-code = Копиране на кода
code-copied = Кодът е копиран
