## Every page

site-title = Βοήθεια
skip-to-content = Μετάβαση στο κύριο περιεχόμενο
home = Αρχική σελίδα
breadcrumbs = Διαδρομή πλοήγησης
external-link = εξωτερικός ιστότοπος

## Choosing a language

choose-language-title = Επιλογή γλώσσας
choose-language-intro = Η βοήθεια είναι διαθέσιμη στις παρακάτω γλώσσες.
language-switcher = Γλώσσες
language-current = τρέχουσα γλώσσα
language-missing = Μη διαθέσιμο σε αυτές τις γλώσσες
language-fallback = Δεν έχει μεταφραστεί ακόμη

## Appearance

theme-switch = Εμφάνιση
theme-light = Ανοιχτόχρωμη
theme-dark = Σκουρόχρωμη
theme-system = Όπως στη συσκευή

## Home and lists

sections-title = Θέματα
sections = Θέματα
section-count = { $count ->
    [one] { $count } άρθρο
   *[other] { $count } άρθρα
}
articles-count = { $count ->
    [one] { $count } άρθρο
   *[other] { $count } άρθρα
}
all-articles = Όλα τα άρθρα
all-articles-range = { $first } – { $last }
list-pages = Σελίδες
page-title-number = { $title } – σελίδα { $number }
featured-title = Ξεκινήστε εδώ
newest-title = Πρόσφατες αλλαγές
letters = Κατά αρχικό γράμμα

## Articles

contents = Σε αυτή τη σελίδα
updated = Τελευταία ενημέρωση: { $date }
custom-ids = Αναγνωριστικά άρθρου:
related-articles = Σχετικά άρθρα
previous-article = Προηγούμενο άρθρο
next-article = Επόμενο άρθρο
neighbours = Προηγούμενο και επόμενο άρθρο
section-contents = Σε αυτό το θέμα
questions = Ερωτήσεις και απαντήσεις
draft = Πρόχειρο
print = Εκτύπωση
copy-link = Αντιγραφή συνδέσμου

## Notices at the top of an article

notice-fallback = Αυτό το άρθρο δεν είναι ακόμη διαθέσιμο στη γλώσσα σας. Το διαβάζετε σε αυτή τη γλώσσα: { $language }.
notice-machine = Αυτό το άρθρο έχει μεταφραστεί αυτόματα και ενδέχεται να περιέχει σφάλματα.
notice-machine-link = Διαβάστε το πρωτότυπο: { $language }
notice-outdated = Αυτή η μετάφραση ενδέχεται να μην είναι ενημερωμένη: το πρωτότυπο έχει αλλάξει στο μεταξύ.
notice-original-link = Διαβάστε το πρωτότυπο

## Inside the text

alert-note = Σημείωση
alert-tip = Συμβουλή
alert-important = Σημαντικό
alert-warning = Προειδοποίηση
alert-caution = Προσοχή
alert-info = Πληροφορία
alert-danger = Κίνδυνος
alert-success = Επιτυχία
alert-question = Ερώτηση
alert-failure = Αποτυχία
alert-bug = Σφάλμα λογισμικού
alert-example = Παράδειγμα
alert-quote = Παράθεση
alert-summary = Περίληψη
details = Λεπτομέρειες
footnotes = Υποσημειώσεις
footnote-back = Επιστροφή στο κείμενο
video-play = Αναπαραγωγή βίντεο
audio-play = Αναπαραγωγή ήχου
task-done = Ολοκληρώθηκε
task-open = Εκκρεμεί
image-enlarge = Μεγέθυνση εικόνας
code-block = Κώδικας
table = Πίνακας

## The page of an article ID

open-title = Αναγνωριστικό άρθρου { $id }
open-intro = Επιλέξτε τη γλώσσα στην οποία θέλετε να διαβάσετε.
open-several = Υπάρχουν περισσότερα από ένα άρθρα με αυτό το αναγνωριστικό. Επιλέξτε ποιο θέλετε να διαβάσετε.
open-none = Αυτό το περιεχόμενο δεν είναι ακόμη διαθέσιμο στη γλώσσα σας. Επιλέξτε άλλη γλώσσα.

## Page not found

not-found-title = Η σελίδα δεν βρέθηκε
not-found-text = Η σελίδα μπορεί να έχει μετακινηθεί ή καταργηθεί ή να υπάρχει λάθος στη διεύθυνση.
not-found-home = Μετάβαση στην αρχική σελίδα
not-found-languages = Επιλογή άλλης γλώσσας

## Page moved

redirect-text = Αυτή η σελίδα έχει μετακινηθεί

## Search

search = Αναζήτηση
search-placeholder = Αναζητήστε άρθρα ή εισαγάγετε αναγνωριστικό
