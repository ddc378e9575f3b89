suggest-edit = Módosítás javaslása
link-copied = Link másolva
