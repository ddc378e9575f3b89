//! Words that stand beside the `>` of menu paths and are no names. Knows no texts.

/// Words that join others, in the letter case of the middle of a sentence.
pub(super) const JOINTS: [&str; 32] = [
    "aby", "apoi", "când", "că", "de", "del", "des", "din", "dla", "dans", "et", "että", "kad", "lai",
    "oder", "och", "og", "oraz", "par", "pe", "puis", "um", "und", "za", "în", "și", "или", "для", "אל",
    "את", "על", "של",
];

/// Verbs and prepositions with the page that they lead to.
pub(super) const PAGES: [(&str, &str); 9] = [
    ("accesați", "pagina"),
    ("atveriet", "lapu"),
    ("na", "stran"),
    ("na", "stronę"),
    ("na", "stránku"),
    ("odprite", "stran"),
    ("uz", "lapu"),
    ("на", "страницу"),
    ("אל", "הדף"),
];

/// Words that lead to a path and end no name, in the letter case of the middle of a sentence.
pub(super) const LEADS: [&str; 20] = [
    "to", "from", "under", "Sie", "zu", "auf", "unter", "vers", "dans", "sous", "para", "em", "către", "din",
    "sub", "uz", "na", "v", "к", "в",
];

/// The same in scripts without capitals, verbs among them.
pub(super) const NO_CASE_LEADS: [&str; 23] = [
    "אל",
    "בחר",
    "ובחר",
    "נווט",
    "עבור",
    "לחץ",
    "על",
    "إلى",
    "حدد",
    "اختر",
    "فوق",
    "ไปที่",
    "เลือก",
    "คลิก",
    "转到",
    "选择",
    "单击",
    "移至",
    "選擇",
    "移動",
    "選択",
    "から",
    "으로",
];
