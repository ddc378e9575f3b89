suggest-edit = बदलाव सुझाएँ
link-copied = लिंक कॉपी हो गया
