suggest-edit = बदलाव सुझाएँ
link-copied = लिंक कॉपी हो गया
copy-code = कोड कॉपी करें
code-copied = कोड कॉपी हो गया
