show-source = Εμφάνιση πρωτότυπου κειμένου ({ $language })
