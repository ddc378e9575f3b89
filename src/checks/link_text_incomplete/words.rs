//! Words that end no phrase, and those that join two of them. Knows no texts.

/// Those of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    /// With these nothing ends. Prepositions that may end a sentence, as those of English verbs, are not among them.
    pub(super) end: &'static [&'static str],
    /// “And” and “or”; where one of them is “whether” too it is not among them.
    pub(super) begin: &'static [&'static str],
}

impl Words {
    /// Of languages that have such words behind the noun, or none, nothing is known.
    pub(super) fn of(language: &str) -> Option<Self> {
        let (end, begin): (&[&str], &[&str]) = match language {
            "ar" => (&["من", "في", "على", "إلى", "عن", "أو", "مع"], &["أو"]),
            "bg" => (&["и", "или", "в", "с", "на", "за", "от", "до"], &["и", "или"]),
            "bs" | "hr" | "sr" => (&["i", "ili", "za", "na", "u", "iz", "od", "s"], &["i", "ili"]),
            "cs" => (&["a", "nebo", "v", "z", "na", "do", "od", "pro", "s", "k", "o", "že"], &["nebo"]),
            "da" | "nb" => (&["og", "eller"], &["og", "eller"]),
            "de" => (&["und", "oder", "des", "für", "von", "sowie"], &["und", "oder", "sowie"]),
            "el" => {
                (&["και", "ή", "του", "της", "των", "για", "με", "στο", "στη", "στην", "από"], &["και", "ή"])
            }
            "en" => (&["and", "or", "the", "an", "of"], &["and", "or"]),
            "es" => {
                (&["y", "o", "de", "del", "los", "las", "el", "para", "con", "en", "por", "que"], &["y", "o"])
            }
            "fr" => {
                (&["et", "ou", "de", "du", "des", "les", "aux", "dans", "pour", "que", "avec"], &["et", "ou"])
            }
            "he" => (&["של", "את", "על", "אל", "או", "עם", "עבור", "כדי", "ב-", "ו-", "ל-", "מ-"], &["או"]),
            "it" => (
                &["e", "o", "di", "del", "della", "dei", "delle", "per", "con", "che"],
                &["e", "o", "oppure"],
            ),
            "lt" => (&["ir", "ar", "arba", "dėl", "iš", "į", "kad"], &["ir", "arba"]),
            "lv" => (&["un", "vai", "lai", "par", "uz", "kad", "ka", "ar"], &["un"]),
            // A link may begin with `of`, “whether”.
            "nl" => (&["en", "of", "van"], &["en"]),
            "pl" => (
                &["i", "lub", "oraz", "w", "z", "na", "do", "od", "dla", "o", "u", "że"],
                &["i", "lub", "oraz"],
            ),
            "pt" => (
                &["e", "ou", "de", "do", "da", "dos", "das", "nos", "para", "com", "em", "ao", "que", "no"],
                &["e", "ou"],
            ),
            "ro" => {
                (&["și", "sau", "de", "la", "pentru", "din", "în", "pe", "cu", "să", "că"], &["și", "sau"])
            }
            "ru" => (&["и", "или", "в", "с", "на", "для", "от", "из", "к", "о", "что"], &["и", "или"]),
            "sk" => (&["a", "alebo", "v", "z", "na", "do", "od", "pre", "s", "k", "o", "že"], &["alebo"]),
            "sl" => (
                &["in", "ali", "za", "na", "v", "iz", "pri", "od", "ki", "ter", "o", "s", "z", "da"],
                &["in", "ter"],
            ),
            "sv" => (&["och", "eller"], &["och", "eller"]),
            "uk" => (&["і", "або", "в", "з", "на", "для", "від", "до", "про"], &["і", "або"]),
            _ => return None,
        };
        Some(Self { end, begin })
    }
}
