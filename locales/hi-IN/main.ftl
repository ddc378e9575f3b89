## Every page

site-title = सहायता
skip-to-content = मुख्य सामग्री पर जाएँ
home = होम पेज
breadcrumbs = नेविगेशन पथ
external-link = बाहरी साइट

## Choosing a language

choose-language-title = भाषा चुनें
choose-language-intro = यह सहायता इन भाषाओं में उपलब्ध है।
language-switcher = भाषाएँ
language-current = मौजूदा भाषा
language-missing = इन भाषाओं में उपलब्ध नहीं
language-fallback = अभी तक अनुवाद नहीं हुआ

## Appearance

theme-switch = रंग-रूप
theme-light = हल्का
theme-dark = गहरा
theme-system = डिवाइस के अनुसार

## Home and lists

sections-title = विषय
sections = विषय
section-count = { $count ->
    [one] { $count } लेख
   *[other] { $count } लेख
}
articles-count = { $count ->
    [one] { $count } लेख
   *[other] { $count } लेख
}
all-articles = सभी लेख
all-articles-range = { $first } – { $last }
list-pages = पेज
page-title-number = { $title } – पेज { $number }
featured-title = यहाँ से शुरू करें
newest-title = हाल में बदले गए लेख
letters = पहले अक्षर के अनुसार

## Articles

contents = इस पेज पर
updated = अपडेट किया गया: { $date }
custom-ids = लेख की आईडी:
related-articles = संबंधित लेख
previous-article = पिछला लेख
next-article = अगला लेख
neighbours = पिछला और अगला लेख
section-contents = इस विषय में
questions = सवाल और जवाब
draft = ड्राफ़्ट
print = प्रिंट करें
copy-link = लिंक कॉपी करें

## Notices at the top of an article

notice-fallback = यह लेख अभी आपकी भाषा में उपलब्ध नहीं है। इसे इस भाषा में दिखाया जा रहा है: { $language }।
notice-machine = इस लेख का अनुवाद मशीन ने किया है और इसमें गलतियाँ हो सकती हैं।
notice-machine-link = मूल लेख पढ़ें: { $language }
notice-outdated = हो सकता है कि यह अनुवाद पुराना हो: मूल लेख में इसके बाद बदलाव हुए हैं।
notice-original-link = मूल लेख पढ़ें

## Inside the text

alert-note = नोट
alert-tip = सुझाव
alert-important = महत्वपूर्ण
alert-warning = चेतावनी
alert-caution = सावधानी
alert-info = जानकारी
alert-danger = खतरा
alert-success = सफलता
alert-question = प्रश्न
alert-failure = विफलता
alert-bug = बग
alert-example = उदाहरण
alert-quote = उद्धरण
alert-summary = सारांश
details = विवरण
footnotes = फ़ुटनोट
footnote-back = टेक्स्ट पर वापस जाएँ
video-play = वीडियो चलाएँ
audio-play = ऑडियो चलाएँ
task-done = पूरा हुआ
task-open = पूरा नहीं हुआ
image-enlarge = इमेज बड़ी करें
code-block = कोड
table = तालिका

## The page of an article ID

open-title = लेख की आईडी: { $id }
open-intro = वह भाषा चुनें जिसमें आप पढ़ना चाहते हैं।
open-several = इस आईडी वाले कई लेख हैं। वह लेख चुनें जिसे आप पढ़ना चाहते हैं।
open-none = यह सामग्री अभी आपकी भाषा में उपलब्ध नहीं है। कोई दूसरी भाषा चुनें।

## Page not found

not-found-title = पेज नहीं मिला
not-found-text = हो सकता है कि पेज कहीं और ले जाया गया हो या हटा दिया गया हो, या पता गलत लिखा गया हो।
not-found-home = होम पेज पर जाएँ
not-found-languages = दूसरी भाषा चुनें

## Page moved

redirect-text = इस पेज का पता बदल गया है

## Search

search = खोजें
search-placeholder = लेख खोजें या आईडी डालें
