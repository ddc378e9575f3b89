//! A pattern of Fluent in pieces: its text and what stands in braces, with the forms of a choice. Reads no names, and trusts that the
//! parser of Fluent has taken the pattern.

use std::ops::Range;

/// A piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(Range<usize>),
    /// With its braces, and none or all forms that it chooses from.
    Placeable(Range<usize>, Option<Forms>),
}

/// A choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Forms {
    /// What chooses.
    pub(super) selector: Range<usize>,
    pub(super) forms: Vec<Form>,
}

/// One of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) name: String,
    pub(super) is_default: bool,
    pub(super) pattern: Range<usize>,
}

/// The pieces of a place of a text; none where braces do not match.
pub(super) fn pieces(text: &str, place: Range<usize>) -> Option<Vec<Piece>> {
    let bytes = text.as_bytes();
    let mut pieces = Vec::new();
    let mut at = place.start;
    let mut start = at;
    while at < place.end {
        if bytes[at] != b'{' {
            at += 1;
            continue;
        }
        if start < at {
            pieces.push(Piece::Text(start..at));
        }
        let (end, arrow) = placeable(bytes, at, place.end)?;
        let forms = match arrow {
            Some(arrow) => Some(forms(text, at + 1..arrow, arrow + 2..end - 1)?),
            None => None,
        };
        pieces.push(Piece::Placeable(at..end, forms));
        (at, start) = (end, end);
    }
    if start < place.end {
        pieces.push(Piece::Text(start..place.end));
    }
    Some(pieces)
}

/// Where what opens at `at` ends, and where its arrow stands, if it is a choice. As many braces may stand in each other as a message may
/// have at all.
fn placeable(bytes: &[u8], at: usize, limit: usize) -> Option<(usize, Option<usize>)> {
    // For each brace that is open, where its arrow stands.
    let mut open: Vec<Option<usize>> = vec![None];
    let mut at = at + 1;
    while at < limit {
        let is_text = open.last()?.is_some();
        match bytes[at] {
            b'{' => open.push(None),
            b'}' => {
                let arrow = open.pop()?;
                if open.is_empty() {
                    return Some((at + 1, arrow));
                }
            }
            b'"' if !is_text => at = string(bytes, at, limit)?,
            b'-' if !is_text && bytes.get(at + 1) == Some(&b'>') => *open.last_mut()? = Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Where a text in quotes ends.
fn string(bytes: &[u8], at: usize, limit: usize) -> Option<usize> {
    let mut at = at + 1;
    while at < limit {
        match bytes[at] {
            b'\\' => at += 1,
            b'"' => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The forms behind an arrow, each of which begins on a line of its own.
fn forms(text: &str, selector: Range<usize>, place: Range<usize>) -> Option<Forms> {
    let bytes = text.as_bytes();
    // Where the name of each form begins, with its star.
    let mut starts = Vec::new();
    let mut at = place.start;
    while at < place.end {
        match bytes[at] {
            b'{' => at = placeable(bytes, at, place.end)?.0,
            b'\n' => {
                let line = &text[at + 1..place.end];
                let start = at + 1 + (line.len() - line.trim_start_matches(' ').len());
                if text[start..place.end].starts_with("*[") || text[start..place.end].starts_with('[') {
                    starts.push(start);
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    let before = text.get(place.start..*starts.first()?)?;
    if !before.trim().is_empty() {
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([place.end]);
    let form = |(start, end): (usize, usize)| {
        let written = &text[start..end];
        let (name, rest) = written.trim_start_matches('*').strip_prefix('[')?.split_once(']')?;
        Some(Form {
            name: name.trim().to_owned(),
            is_default: written.starts_with('*'),
            pattern: trimmed(text, end - rest.len()..end),
        })
    };
    let forms: Vec<Form> = starts.iter().copied().zip(ends).map(form).collect::<Option<_>>()?;
    Some(Forms { selector: trimmed(text, selector), forms })
}

/// Without white space at its ends.
pub(super) fn trimmed(text: &str, place: Range<usize>) -> Range<usize> {
    let written = &text[place.clone()];
    let start = place.start + (written.len() - written.trim_start().len());
    start..start + written.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_braces() {
        let text = "a { $b } c { \"}\" } { $n ->\n    [one] say \"x { $n }\n   *[other] [y]\n} d";
        let all = pieces(text, 0..text.len()).unwrap();
        let shown: Vec<String> = all
            .iter()
            .map(|piece| match piece {
                Piece::Text(at) => text[at.clone()].to_owned(),
                Piece::Placeable(at, None) => text[at.clone()].to_owned(),
                Piece::Placeable(_, Some(forms)) => {
                    let form = |form: &Form| format!("{}={}", form.name, &text[form.pattern.clone()]);
                    format!(
                        "{}: {:?}",
                        &text[forms.selector.clone()],
                        forms.forms.iter().map(form).collect::<Vec<_>>()
                    )
                }
            })
            .collect();
        assert_eq!(
            shown,
            ["a ", "{ $b }", " c ", "{ \"}\" }", " ", "$n: [\"one=say \\\"x { $n }\", \"other=[y]\"]", " d"]
        );
        assert_eq!(pieces("a { b", 0..5), None);
    }
}
