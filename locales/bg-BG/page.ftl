suggest-edit = Предложете промяна
link-copied = Връзката е копирана
