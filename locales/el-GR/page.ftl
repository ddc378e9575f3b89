suggest-edit = Πρόταση αλλαγής
link-copied = Ο σύνδεσμος αντιγράφηκε
