## Search dialog

search-close = बंद करें
search-results = नतीजे
search-count = { $count ->
    [0] कोई लेख नहीं मिला
    [one] { $count } लेख मिला
   *[other] { $count } लेख मिले
}
search-more = { $count } से ज़्यादा लेख मिले
search-similar = किसी भी लेख में ये सभी शब्द नहीं हैं। मिलते-जुलते लेख:
search-none = कुछ नहीं मिला
search-advice = वर्तनी जाँचें, या कम शब्दों या दूसरे शब्दों से खोजें।
search-recent = हाल की खोजें
search-forget = मिटाएँ
search-machine = मशीनी अनुवाद
search-outdated = पुराना हो सकता है
search-failed = खोज लोड नहीं हो सकी। अपना कनेक्शन जाँचें और फिर से कोशिश करें।
search-next = और नतीजे दिखाएँ
search-searching = खोजा जा रहा है…
search-no-script = खोज के लिए JavaScript ज़रूरी है। इसके बिना आप सभी लेख ब्राउज़ कर सकते हैं।
