suggest-edit = Siūlyti pakeitimą
link-copied = Nuoroda nukopijuota
copy-code = Kopijuoti kodą
code-copied = Kodas nukopijuotas
