//! `[text]({{< ref "a.md" >}})` of Hugo: the shortcode is the destination. It holds spaces, which CommonMark does not take
//! there but between angle brackets. Says not where it leads.

use std::ops::Range;

/// Bytes of the longest one that is looked for.
const MAX_LENGTH: usize = 1000;

/// What encloses a shortcode.
const FORMS: [(&str, &str); 2] = [("{{<", ">}}"), ("{{%", "%}}")];

/// Whether there may be any in a text.
pub(in crate::markdown) fn may_be_in(text: &str) -> bool {
    FORMS.iter().any(|(open, _)| text.contains(&format!("]({open}")))
}

/// The next shortcode in a line that is the destination of a link.
pub(in crate::markdown) fn next(line: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    loop {
        let start = at + line.get(at..)?.find("](")? + 2;
        if let Some(length) = length(&line[start..]) {
            return Some(start..start + length);
        }
        at = start;
    }
}

/// The length of the `ref` or `relref` at the beginning of a text.
fn length(text: &str) -> Option<usize> {
    let (open, close) = FORMS.into_iter().find(|(open, _)| text.starts_with(open))?;
    let inside = &text[open.len()..text.floor_char_boundary(MAX_LENGTH.min(text.len()))];
    let end = inside.find(close)?;
    let name = inside[..end].split_whitespace().next()?;
    matches!(name, "ref" | "relref").then_some(open.len() + end + close.len())
}

/// Where `written` has a letter that counts for something between angle brackets.
pub(in crate::markdown) fn special(written: &str) -> impl Iterator<Item = usize> + '_ {
    written.match_indices(['<', '>', '\\']).map(|(at, _)| at)
}
