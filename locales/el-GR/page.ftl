suggest-edit = Πρόταση αλλαγής
link-copied = Ο σύνδεσμος αντιγράφηκε
copy-code = Αντιγραφή κώδικα
code-copied = Ο κώδικας αντιγράφηκε
