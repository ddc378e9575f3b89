//! What writers of a language leave out when they search: the letters that another keyboard lacks, and the words that are
//! written as one with the next. A language without an entry follows the general rules.

/// Letters of a language that are no variants of others, in lower case, and what stands for them. The general rule takes
/// marks off Latin letters; it does not hold where readers have a key for the letter and take the bare one for another
/// (Swedish `får` is not `far`), or write it as two (German `ueber`).
pub(super) fn letters(language: &str) -> &'static [(char, &'static str)] {
    match language {
        "de" => &[('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ß', "ss")],
        "sv" | "fi" => &[('å', "å"), ('ä', "ä"), ('ö', "ö")],
        "da" | "nb" | "nn" | "no" => &[('å', "å"), ('æ', "æ"), ('ø', "ø"), ('ä', "æ"), ('ö', "ø")],
        "et" => &[('ä', "ä"), ('õ', "õ"), ('ö', "ö"), ('ü', "ü")],
        "is" => &[('æ', "æ"), ('ö', "ö"), ('ð', "ð"), ('þ', "þ")],
        _ => &[],
    }
}

/// Words of a letter or two that are written as one with the next word: articles, prepositions, "and". Folded.
pub(super) fn prefixes(language: &str) -> &'static [&'static str] {
    match language {
        "he" | "yi" => &["ו", "ה", "ב", "ל", "כ", "מ", "ש", "וה", "שה"],
        "ar" => &["و", "ال", "لل", "وال", "بال", "كال", "فال"],
        _ => &[],
    }
}
