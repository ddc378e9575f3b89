suggest-edit = Módosítás javaslása
link-copied = Link másolva
copy-code = Kód másolása
code-copied = Kód másolva
