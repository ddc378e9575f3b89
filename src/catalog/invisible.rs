//! Characters that nobody sees, in addresses: which there are, and what an address is without them. Looks up nothing.

use super::link::{Fragment, Invisible, Resolved, Target};

/// Each with its name in Unicode.
const NAMES: [(char, &str); 23] = [
    ('\u{ad}', "SOFT HYPHEN"),
    ('\u{34f}', "COMBINING GRAPHEME JOINER"),
    ('\u{61c}', "ARABIC LETTER MARK"),
    ('\u{180e}', "MONGOLIAN VOWEL SEPARATOR"),
    ('\u{200b}', "ZERO WIDTH SPACE"),
    (NON_JOINER, "ZERO WIDTH NON-JOINER"),
    (JOINER, "ZERO WIDTH JOINER"),
    ('\u{200e}', "LEFT-TO-RIGHT MARK"),
    ('\u{200f}', "RIGHT-TO-LEFT MARK"),
    ('\u{202a}', "LEFT-TO-RIGHT EMBEDDING"),
    ('\u{202b}', "RIGHT-TO-LEFT EMBEDDING"),
    ('\u{202c}', "POP DIRECTIONAL FORMATTING"),
    ('\u{202d}', "LEFT-TO-RIGHT OVERRIDE"),
    ('\u{202e}', "RIGHT-TO-LEFT OVERRIDE"),
    ('\u{2060}', "WORD JOINER"),
    ('\u{2061}', "FUNCTION APPLICATION"),
    ('\u{2062}', "INVISIBLE TIMES"),
    ('\u{2063}', "INVISIBLE SEPARATOR"),
    ('\u{2066}', "LEFT-TO-RIGHT ISOLATE"),
    ('\u{2067}', "RIGHT-TO-LEFT ISOLATE"),
    ('\u{2068}', "FIRST STRONG ISOLATE"),
    ('\u{2069}', "POP DIRECTIONAL ISOLATE"),
    ('\u{feff}', "ZERO WIDTH NO-BREAK SPACE"),
];

/// With these words of Persian, of Indic languages and others are written.
const NON_JOINER: char = '\u{200c}';
const JOINER: char = '\u{200d}';

/// The name of a character that nobody sees, as Unicode has it.
pub fn name(character: char) -> Option<&'static str> {
    let found = NAMES.binary_search_by_key(&character, |(character, _)| *character).ok()?;
    Some(NAMES[found].1)
}

/// Whether an address may hold any, by a look at its bytes: percent-encoded they begin with `C`, `D` or `E`.
pub(super) fn may_stand_in(address: &str) -> bool {
    let bytes = address.as_bytes();
    let is_high = |at: usize| matches!(bytes.get(at + 1), Some(b'C'..=b'E' | b'c'..=b'e'));
    !address.is_ascii() || memchr::memchr_iter(b'%', bytes).any(is_high)
}

/// Whether those in an address are a part of what it means: of the name of a file that is there, of a word in the address
/// of another site.
pub(super) fn is_meant(found: &Resolved<'_>, written: &str) -> bool {
    let has_none = |kept| without(written, kept).is_none();
    match &found.target {
        Target::Missing | Target::Generated => false,
        Target::External(_) | Target::Special(_) => has_none(Kept::Encoded),
        Target::Article { .. } | Target::Asset(_) | Target::NotServed(_) => {
            let is_plain = |part: &str| without(part, Kept::Joiners).is_none();
            let is_fragment = match &found.fragment {
                Fragment::Missing(_) => false,
                Fragment::OfFile(name) => is_plain(name),
                Fragment::None | Fragment::Found(_) => true,
            };
            is_fragment && found.query.as_deref().is_none_or(is_plain)
        }
        Target::Here | Target::Home { .. } | Target::Section { .. } | Target::Made(_) | Target::Empty => {
            !matches!(found.fragment, Fragment::Missing(_)) && has_none(Kept::Joiners)
        }
    }
}

/// What an address may be without them, the most careful reading first.
pub(super) fn readings(address: &str) -> impl Iterator<Item = Invisible> {
    let mut last = None;
    [Kept::Encoded, Kept::Joiners, Kept::None].into_iter().filter_map(move |kept| {
        let reading = without(address, kept).filter(|reading| last.as_ref() != Some(&reading.plain))?;
        last = Some(reading.plain.clone());
        Some(reading)
    })
}

/// A path without any of them; none where it has none.
pub fn visible(path: &str) -> Option<Invisible> {
    without(path, Kept::None)
}

/// Which of them stay.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// Those within words, and those that are percent-encoded within the address: what a browser copied.
    Encoded,
    /// Joiners within words.
    Joiners,
    None,
}

/// The address without, and the first of them; none where there is none.
pub(super) fn without(address: &str, kept: Kept) -> Option<Invisible> {
    if !may_stand_in(address) {
        return None;
    }
    if !address.char_indices().any(|(at, _)| invisible_at(&address[at..]).is_some()) {
        return None;
    }
    let end = visible_end(address);
    let mut plain = String::with_capacity(address.len());
    let mut first = None;
    let mut at = 0;
    while let Some(next) = address[at..].chars().next() {
        let Some((character, length)) = invisible_at(&address[at..]) else {
            plain.push(next);
            at += next.len_utf8();
            continue;
        };
        let is_encoded = next == '%';
        let is_within = !plain.is_empty() && at < end;
        let joins = matches!(character, JOINER | NON_JOINER)
            && ends_in_letter(&plain)
            && starts_with_letter(&address[at + length..]);
        let stays = match kept {
            Kept::Encoded => joins || is_encoded && is_within,
            Kept::Joiners => joins,
            Kept::None => false,
        };
        if stays {
            plain.push_str(&address[at..at + length]);
        } else {
            first = first.or(Some(character));
        }
        at += length;
    }
    first.map(|character| Invisible { character, plain })
}

/// The one that an address starts with, percent-encoded or not, and its length.
fn invisible_at(address: &str) -> Option<(char, usize)> {
    let first = address.chars().next()?;
    if first != '%' {
        return name(first).map(|_| (first, first.len_utf8()));
    }
    // None of them has more than three bytes.
    let mut bytes = [0; 3];
    for count in 1..=bytes.len() {
        let digits =
            address.get(3 * count - 2..3 * count).filter(|_| address.as_bytes()[3 * count - 3] == b'%')?;
        bytes[count - 1] = u8::from_str_radix(digits, 16).ok()?;
        if let Ok(text) = str::from_utf8(&bytes[..count]) {
            let character = text.chars().next()?;
            return name(character).map(|_| (character, 3 * count));
        }
    }
    None
}

/// Where what is seen of an address ends.
fn visible_end(address: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    while let Some(next) = address[at..].chars().next() {
        match invisible_at(&address[at..]) {
            Some((_, length)) => at += length,
            None => {
                at += next.len_utf8();
                end = at;
            }
        }
    }
    end
}

/// Whether the last is a character of another script than Latin, percent-encoded or not.
fn ends_in_letter(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_encoded = || bytes.len() >= 3 && bytes[bytes.len() - 3] == b'%' && is_high(bytes[bytes.len() - 2]);
    bytes.last().is_some_and(|last| !last.is_ascii()) || is_encoded()
}

fn starts_with_letter(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_encoded = || bytes.first() == Some(&b'%') && bytes.get(1).is_some_and(|&digit| is_high(digit));
    (bytes.first().is_some_and(|first| !first.is_ascii()) || is_encoded()) && invisible_at(text).is_none()
}

/// Whether a byte that begins with this digit is none of ASCII.
fn is_high(digit: u8) -> bool {
    matches!(digit, b'8' | b'9' | b'a'..=b'f' | b'A'..=b'F')
}

#[cfg(test)]
mod tests {
    use super::{Kept, NAMES, name, without};

    fn plain(address: &str, kept: Kept) -> String {
        without(address, kept).map_or_else(|| "-".to_owned(), |found| found.plain)
    }

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.is_sorted());
        assert_eq!(name('\u{200f}'), Some("RIGHT-TO-LEFT MARK"));
        assert_eq!(name('x'), None);
    }

    #[test]
    fn what_is_left_of_an_address() {
        for (address, encoded, joiners, none) in [
            ("b.md", "-", "-", "-"),
            ("\u{200f}b.md", "b.md", "b.md", "b.md"),
            ("a%E2%80%8Fb", "-", "ab", "ab"),
            ("ab%e2%80%8f", "ab", "ab", "ab"),
            ("\u{feff}a\u{ad}b%C2%AD\u{2067}", "ab", "ab", "ab"),
            ("می\u{200c}خواهم", "-", "-", "میخواهم"),
            ("%D9%85%DB%8C%E2%80%8C%D8%AE", "-", "-", "%D9%85%DB%8C%D8%AE"),
            ("a\u{200c}b", "ab", "ab", "ab"),
            ("%E2%80%", "-", "-", "-"),
            ("%E2%8é", "-", "-", "-"),
            ("é%", "-", "-", "-"),
            ("\u{200f}", "", "", ""),
        ] {
            let found = [Kept::Encoded, Kept::Joiners, Kept::None].map(|kept| plain(address, kept));
            assert_eq!(found, [encoded, joiners, none], "{address:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_left_of_them(address in "[%0-9A-Fa\u{200c}\u{200f}ש\u{ad}]{0,12}|(%E2%80%8F|a|%)*") {
            if let Some(found) = without(&address, Kept::None) {
                proptest::prop_assert!(found.plain.len() < address.len());
            }
        }
    }
}
