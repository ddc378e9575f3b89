//! What a word was before it was read as Windows-1251, the code page of Cyrillic. Judges no word.

use std::collections::BTreeSet;

/// What stands in other code pages where Windows-1251 has `А` to `я`: those of Central Europe, Western Europe, the Baltic
/// and Turkey.
const PAGES: [&str; 4] = [
    "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    "ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙",
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
];

/// Letters that stand apart there, and what the others have.
const APART: [(char, char); 4] = [('љ', 'š'), ('Љ', 'Š'), ('ћ', 'ž'), ('Ћ', 'Ž')];

/// The word in the first of the code pages that makes letters of it which the text has: `letters`.
pub(super) fn decoded(word: &str, letters: &BTreeSet<char>) -> Option<String> {
    PAGES.iter().find_map(|page| {
        let decode = |letter: char| {
            let read = match APART.iter().find(|(cyrillic, _)| *cyrillic == letter) {
                Some((_, read)) => *read,
                None if ('А'..='я').contains(&letter) => {
                    page.chars().nth((u32::from(letter) - u32::from('А')) as usize)?
                }
                None => return Some(letter),
            };
            letters.contains(&read).then_some(read)
        };
        word.chars().map(decode).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn words_of_several_languages() {
        let read = |word: &str, text: &str| decoded(word, &text.chars().collect());
        assert_eq!(read("neobiиne", "događaji čš").as_deref(), Some("neobične"));
        assert_eq!(read("hostujeљ", "šta").as_deref(), Some("hostuješ"));
        assert_eq!(read("sesiуn", "canción").as_deref(), Some("sesión"));
        assert_eq!(read("ugunsmыris", "mūris ū").as_deref(), Some("ugunsmūris"));
        assert_eq!(read("neobiиne", "abc"), None);
    }
}
