//! What text whose marks are shown may have been meant as. Knows nothing of files.

use crate::diagnostic::Applicability;

/// What may have been meant, the most certain first: white space put outside of the stars, then punctuation too.
pub(super) fn readings(
    stars: &str,
    inner: &str,
    before: Option<char>,
    after: Option<char>,
) -> Vec<(Applicability, String)> {
    let core = inner.trim();
    if core.is_empty() {
        return Vec::new();
    }
    let lead = &inner[..inner.len() - inner.trim_start().len()];
    let trail = &inner[inner.trim_end().len()..];
    // One space is enough.
    let lead = if before.is_none_or(char::is_whitespace) { "" } else { lead };
    let trail = if after.is_none_or(|after| after.is_whitespace() || is_closing(after)) { "" } else { trail };
    let mut readings = vec![(Applicability::Safe, format!("{lead}{stars}{core}{stars}{trail}"))];
    if let Some((opening, both, closing)) = within_punctuation(core) {
        readings
            .push((Applicability::Unsafe, format!("{lead}{opening}{stars}{both}{stars}{closing}{trail}")));
    }
    readings
}

/// The same of several pairs, one behind the other.
pub(super) fn paired_anew(
    written: &str,
    before: Option<char>,
    after: Option<char>,
) -> Vec<(Applicability, String)> {
    let pieces: Vec<&str> = written.split("**").collect();
    let is_even = pieces.len() % 2 == 1 && !written.contains("***");
    let mut all = [String::new(), String::new()];
    for (at, piece) in pieces.iter().enumerate().filter(|_| is_even) {
        for (certain, whole) in [true, false].into_iter().zip(&mut all) {
            if at % 2 == 0 {
                whole.push_str(piece);
                continue;
            }
            let before = whole.chars().next_back().or(before);
            let after = pieces.get(at + 1).and_then(|next| next.chars().next()).or(after);
            let mut readings = readings("**", piece, before, after).into_iter();
            let reading = if certain { readings.next() } else { readings.next_back() };
            whole.push_str(&reading.map(|(_, right)| right).unwrap_or_default());
        }
    }
    all.into_iter().map(|whole| (Applicability::Unsafe, whole)).collect()
}

/// Punctuation that no space stands before.
fn is_closing(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')
}

/// A text in three: the punctuation that it begins with, what stands within, the punctuation that it ends with. A pair of
/// brackets is never cut in two.
fn within_punctuation(core: &str) -> Option<(&str, &str, &str)> {
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let from_left = core.trim_start_matches(is_mark);
    let both = from_left.trim_end_matches(is_mark);
    let start = core.len() - from_left.len();
    let end = start + both.len();
    let splits = [
        (start, end),
        (start, last_pair(core)),
        (first_pair(core), end),
        (first_pair(core), last_pair(core)),
    ];
    let split = splits.into_iter().find(|&(start, end)| {
        start < end && (start, end) != (0, core.len()) && open_brackets(&core[start..end]) == Some(0)
    });
    let (start, end) = split.or_else(|| (open_brackets(core) != Some(0)).then_some((start, end)))?;
    (start < end && (start, end) != (0, core.len()))
        .then(|| (&core[..start], &core[start..end], &core[end..]))
}

/// Brackets and quotes that come in pairs.
const PAIRS: [(char, char); 13] = [
    ('(', ')'),
    ('[', ']'),
    ('（', '）'),
    ('［', '］'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('《', '》'),
    ('〈', '〉'),
    ('〔', '〕'),
    ('“', '”'),
    ('‘', '’'),
    ('«', '»'),
];

/// How many brackets are open at the end of a text; none where one is closed that was not open.
fn open_brackets(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    for c in text.chars() {
        if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == c) {
            open.push(*close);
        } else if PAIRS.iter().any(|(_, close)| *close == c) {
            (open.pop() == Some(c)).then_some(())?;
        }
    }
    Some(open.len())
}

/// Where the pair of brackets begins that a text ends with, else its end.
fn last_pair(text: &str) -> usize {
    let is_pair = |(at, c): &(usize, char)| {
        PAIRS.iter().any(|(open, _)| open == c) && open_brackets(&text[*at..]) == Some(0)
    };
    let ends = text.chars().next_back().is_some_and(|last| PAIRS.iter().any(|(_, close)| *close == last));
    let found = text.char_indices().rev().take(MAX_PAIR).find(is_pair).map(|(at, _)| at);
    found.filter(|_| ends).unwrap_or(text.len())
}

/// Where the pair of brackets ends that a text begins with, else its start.
fn first_pair(text: &str) -> usize {
    let starts = text.chars().next().is_some_and(|first| PAIRS.iter().any(|(open, _)| *open == first));
    let mut ends = text.char_indices().take(MAX_PAIR).map(|(at, c)| at + c.len_utf8());
    let found = ends.find(|&end| open_brackets(&text[..end]) == Some(0));
    found.filter(|_| starts).unwrap_or(0)
}

/// Letters between brackets that are looked through.
const MAX_PAIR: usize = 100;

#[cfg(test)]
mod tests {
    use super::within_punctuation;

    #[test]
    fn pairs_of_brackets_stay_whole() {
        for (core, parts) in [
            ("「設定」", Some(("「", "設定", "」"))),
            ("마크다운(Markdown)", Some(("", "마크다운", "(Markdown)"))),
            ("（注）設定", Some(("（注）", "設定", ""))),
            ("真“", Some(("", "真", "“"))),
            ("保存。", Some(("", "保存", "。"))),
            ("[リンク](b.md)", None),
            ("設定", None),
            ("。、", None),
            ("", None),
        ] {
            assert_eq!(within_punctuation(core), parts, "{core}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_parts_are_the_whole(core in "[a（）()「」“。 界]{0,12}") {
            if let Some((start, within, end)) = within_punctuation(&core) {
                proptest::prop_assert_eq!([start, within, end].concat(), core);
            }
        }
    }
}
