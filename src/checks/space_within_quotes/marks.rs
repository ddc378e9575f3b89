//! Quotation marks of a text, in pairs. Judges nothing.

use crate::checks::check::has_no_spaces;
use crate::diagnostic::Span;

/// A quotation mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) letter: char,
    pub(super) span: Span,
}

/// An opening mark and its closing one.
pub(super) type Pair = (Mark, Mark);

/// Which guillemets of a language open, if it has no space within them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guillemets {
    /// `«x»`.
    Outward,
    /// `»x«`.
    Inward,
    /// A space within them is right, or nothing is known of them.
    Other,
}

impl Guillemets {
    pub(super) fn of(language: &str) -> Self {
        match language {
            "ar" | "az" | "be" | "ca" | "el" | "es" | "et" | "eu" | "fa" | "gl" | "it" | "kk" | "lt"
            | "lv" | "nb" | "nn" | "no" | "pt" | "ru" | "tr" | "uk" => Self::Outward,
            "bs" | "cs" | "da" | "de" | "hr" | "hu" | "mk" | "pl" | "sk" | "sl" | "sr" => Self::Inward,
            _ => Self::Other,
        }
    }

    fn opening(self) -> Option<char> {
        match self {
            Self::Outward => Some('«'),
            Self::Inward => Some('»'),
            Self::Other => None,
        }
    }
}

/// Every quotation mark that readers see, in order.
pub(super) fn marks(text: &str, is_literal: impl Fn(usize) -> bool) -> Vec<Mark> {
    let bytes = text.as_bytes();
    // The first byte of guillemets, and of the other marks.
    let plain = memchr::memchr2_iter(b'"', b'\'', bytes);
    let mut found: Vec<Mark> = plain
        .chain(memchr::memchr2_iter(0xc2, 0xe2, bytes))
        .filter_map(|at| {
            let letter = text[at..].chars().next()?;
            let is_mark = matches!(letter, '"' | '\'' | '«' | '»' | '„' | '“' | '”');
            (is_mark && !is_literal(at)).then(|| Mark { letter, span: Span::new(at, at + letter.len_utf8()) })
        })
        .collect();
    found.sort_unstable_by_key(|mark| mark.span);
    found
}

/// The pairs that the marks certainly are.
pub(super) fn pairs(text: &str, marks: &[Mark], guillemets: Guillemets) -> Vec<Pair> {
    let of = |letters: &'static [char]| marks.iter().copied().filter(|mark| letters.contains(&mark.letter));
    let mut found = curly(of(&['„', '“', '”']));
    if let Some(opening) = guillemets.opening() {
        found.extend(angled(of(&['«', '»']), opening));
    }
    // Straight ones may stand for guillemets that are lost.
    if of(&['«', '»']).next().is_none() {
        found.extend(alike(text, of(&['"'])).unwrap_or_default());
    }
    found.extend(alike(text, of(&['\''])).unwrap_or_default());
    found.sort_unstable_by_key(|(open, _)| open.span);
    found
}

fn angled(marks: impl Iterator<Item = Mark>, opening: char) -> Vec<Pair> {
    let (mut found, mut open) = (Vec::new(), None);
    for mark in marks {
        if mark.letter == opening {
            open = Some(mark);
        } else {
            found.extend(open.take().map(|open| (open, mark)));
        }
    }
    found
}

/// `“x”`, `„x“`, `„x”`.
fn curly(marks: impl Iterator<Item = Mark>) -> Vec<Pair> {
    let mut found = Vec::new();
    let mut open: Option<Mark> = None;
    for mark in marks {
        let closes = match mark.letter {
            '”' => true,
            '“' => open.is_some_and(|open| open.letter == '„'),
            _ => false,
        };
        if closes {
            found.extend(open.take().map(|open| (open, mark)));
        } else {
            open = Some(mark);
        }
    }
    found
}

/// Marks that are the same at both ends; none if one is left over, since nobody knows which.
fn alike(text: &str, marks: impl Iterator<Item = Mark>) -> Option<Vec<Pair>> {
    let mut found = Vec::new();
    let mut open: Option<Mark> = None;
    for mark in marks {
        let before = text[..mark.span.start as usize].chars().next_back();
        let behind = text[mark.span.end as usize..].chars().next();
        let is_after_word = before.is_some_and(is_of_word);
        // An apostrophe, gershayim.
        if is_after_word && behind.is_some_and(is_of_word) {
            continue;
        }
        match open.take() {
            // An apostrophe again; but inches, or a mark that lost the other one.
            None if is_after_word && mark.letter == '\'' => {}
            None if is_after_word => return None,
            None => open = Some(mark),
            Some(_) if before.is_some_and(char::is_whitespace) && begins_word(text, mark) => return None,
            Some(first) => found.push((first, mark)),
        }
    }
    open.is_none().then_some(found)
}

/// Whether a word begins behind the mark, bold or a link.
fn begins_word(text: &str, mark: Mark) -> bool {
    let behind = text[mark.span.end as usize..].trim_start_matches(['*', '_']);
    behind.starts_with(|c| c == '[' || is_of_word(c))
}

/// A letter or digit of a script with spaces between words.
pub(super) fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() && !has_no_spaces(letter)
}
