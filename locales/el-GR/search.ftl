## Search dialog

search-close = Κλείσιμο
search-results = Αποτελέσματα
search-count = { $count ->
    [0] Δεν βρέθηκαν άρθρα
    [one] Βρέθηκε { $count } άρθρο
   *[other] Βρέθηκαν { $count } άρθρα
}
search-more = Βρέθηκαν περισσότερα από { $count } άρθρα
search-similar = Κανένα άρθρο δεν περιέχει όλες αυτές τις λέξεις. Παρόμοια άρθρα:
search-none = Δεν βρέθηκαν αποτελέσματα
search-advice = Ελέγξτε την ορθογραφία ή δοκιμάστε με λιγότερες ή διαφορετικές λέξεις.
search-recent = Πρόσφατες αναζητήσεις
search-forget = Διαγραφή
search-machine = Αυτόματη μετάφραση
search-outdated = Ενδέχεται να μην είναι ενημερωμένο
search-failed = Δεν ήταν δυνατή η φόρτωση της αναζήτησης. Ελέγξτε τη σύνδεσή σας και δοκιμάστε ξανά.
search-next = Εμφάνιση περισσότερων αποτελεσμάτων
search-searching = Αναζήτηση…
search-no-script = Η αναζήτηση απαιτεί JavaScript. Χωρίς αυτήν, μπορείτε να περιηγηθείτε σε όλα τα άρθρα.
