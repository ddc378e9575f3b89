//! Where the name stands of what is written with attributes. Judges nothing.

use crate::catalog::File;
use crate::diagnostic::Span;

/// Signs that stand before the name at the most, as in `{{%- `.
const MOST_BEFORE: usize = 6;

/// The beginning of a tag, shortcode or attribute, up to the end of its name: what stands behind it is translated, and the flaw of
/// all translations is one. All of it, where the name is not near its start.
pub(crate) fn up_to_name(file: &File, whole: Span, name: &str) -> Span {
    let written = whole.slice(&file.text);
    let is_at = |at: &usize| {
        let found = written.get(*at..at + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    let start = whole.start as usize;
    (0..=MOST_BEFORE).find(is_at).map_or(whole, |at| Span::new(start, start + at + name.len()))
}
