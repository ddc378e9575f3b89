suggest-edit = Siūlyti pakeitimą
link-copied = Nuoroda nukopijuota
