//! What the tags of languages in a page mean. Remembers what it has looked up: a site names few languages, very often.

use std::collections::BTreeMap;

use crate::locale::{Direction, Locale};

use super::nesting::Dir;

/// The languages that a thread has met.
#[derive(Debug, Default)]
pub(super) struct Languages {
    known: BTreeMap<Box<str>, Language>,
}

/// A written tag of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Language {
    /// A valid tag, and the direction of its language.
    Runs(Dir),
    /// Not a valid tag; perhaps this one is meant.
    Wrong(Option<String>),
}

impl Languages {
    pub(super) fn look_up(&mut self, written: &str) -> Language {
        if let Some(known) = self.known.get(written) {
            return known.clone();
        }
        let language = read(written);
        // Nonsense in a page cannot fill the memory.
        if self.known.len() < 1000 {
            self.known.insert(written.into(), language.clone());
        }
        language
    }
}

fn read(written: &str) -> Language {
    match Locale::parse(written) {
        // BCP 47 ignores letter case.
        Ok(locale) if locale.tag().eq_ignore_ascii_case(written) => {
            Language::Runs(match locale.direction() {
                Direction::LeftToRight => Dir::Ltr,
                Direction::RightToLeft => Dir::Rtl,
            })
        }
        Ok(locale) => Language::Wrong(Some(locale.tag().to_owned())),
        Err(_) => Language::Wrong(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_judged() {
        let mut languages = Languages::default();
        for (written, expected) in [
            ("he-IL", Language::Runs(Dir::Rtl)),
            ("sr-latn-RS", Language::Runs(Dir::Ltr)),
            ("en_US", Language::Wrong(Some("en-US".to_owned()))),
            ("iw", Language::Wrong(Some("he".to_owned()))),
            ("", Language::Wrong(None)),
            ("english", Language::Wrong(None)),
        ] {
            assert_eq!(languages.look_up(written), expected, "{written}");
            assert_eq!(languages.look_up(written), expected, "{written}");
        }
    }
}
