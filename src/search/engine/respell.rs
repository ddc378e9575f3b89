//! Other spellings of a word: of letters that are two in the index the bare one is typed too, others as two. Knows no index.

use unicode_normalization::UnicodeNormalization;

/// How letters are written where a keyboard lacks them.
const SPELT: [(&str, &str); 7] =
    [("å", "aa"), ("ä", "ae"), ("æ", "ae"), ("ö", "oe"), ("ø", "oe"), ("ü", "ue"), ("þ", "th")];

/// Spellings of a word that are looked for.
const FORMS: usize = 24;

/// What is typed in a language, and what stands for it in the index.
#[derive(Debug)]
pub(super) struct Spellings(Vec<(String, &'static str)>);

impl Spellings {
    pub(super) fn new(letters: &'static [(char, &'static str)]) -> Self {
        let mut letters = letters.to_vec();
        letters.sort_unstable();
        let typed = |(letter, stands): (char, &'static str)| {
            let typed = match stands.encode_utf16().count() {
                0 | 1 => SPELT.iter().find(|(letter, _)| *letter == stands)?.1.to_owned(),
                _ => std::iter::once(letter).nfd().next()?.to_string(),
            };
            (typed.is_ascii() && typed != stands).then_some((typed, stands))
        };
        Self(letters.into_iter().filter_map(typed).collect())
    }

    /// Each other spelling once.
    pub(super) fn of(&self, word: &str) -> Vec<String> {
        if !self.0.iter().any(|(typed, _)| word.contains(typed.as_str())) {
            return Vec::new();
        }
        let mut forms = vec![(String::new(), word)];
        while forms.iter().any(|(_, rest)| !rest.is_empty()) {
            forms = forms.into_iter().flat_map(|(form, rest)| self.step(form, rest)).take(FORMS).collect();
        }
        let mut found: Vec<String> = Vec::new();
        for (form, _) in forms {
            if form != word && !found.contains(&form) {
                found.push(form);
            }
        }
        found
    }

    /// What a beginning becomes with the next letter, or with what stands for it.
    fn step<'w>(&self, form: String, rest: &'w str) -> Vec<(String, &'w str)> {
        let Some(letter) = rest.chars().next() else { return vec![(form, rest)] };
        let others = self.0.iter().filter(|(_, stands)| !rest.starts_with(stands));
        let others = others.filter_map(|(typed, stands)| {
            Some((format!("{form}{stands}"), rest.strip_prefix(typed.as_str())?))
        });
        let mut all: Vec<_> = others.collect();
        all.insert(0, (format!("{form}{letter}"), &rest[letter.len_utf8()..]));
        all
    }
}
