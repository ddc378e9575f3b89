//! Tags of Liquid, `{% name … %}`, and its expressions, `{{ … }}`, as Jekyll and GitBook have them. Knows no meaning.

use std::ops::Range;

use super::tag::{Role, Tag, arguments, skip, window};

/// The content of these is not shown.
pub(super) const DROPPED: [&str; 2] = ["comment", "capture"];

/// The content of this is shown as it is written.
pub(super) const RAW: &str = "raw";

/// The tag or the expression that starts at a place.
pub(super) fn tag(body: &str, at: usize) -> Option<Tag<'_>> {
    let (inside, end) = enclosed(body, at, "{%", "%}")?;
    let start = skip(body, inside.start, inside.end, char::is_whitespace);
    let stop = skip(body, start, inside.end, |c| c.is_alphanumeric() || c == '_' || c == '-');
    let name = &body[start..stop];
    let (name, role) = match name {
        "" => return None,
        "raw" | "endraw" => (name, Role::Literal("", "", "")),
        "else" | "elsif" | "when" | "assign" | "increment" | "decrement" => (name, Role::Dropped),
        _ => match name.strip_prefix("end") {
            Some(opened) if !opened.is_empty() => (opened, Role::Close),
            _ => (name, Role::Open),
        },
    };
    let arguments = arguments(body, stop..inside.end);
    Some(Tag { arguments, ..Tag::new(at..end, name, role) })
}

/// The expression that starts at a place.
pub(super) fn value(body: &str, at: usize) -> Option<Tag<'_>> {
    let (inside, end) = enclosed(body, at, "{{", "}}")?;
    Some(Tag::new(at..end, body[inside].trim(), Role::Value))
}

/// Where the tag `{% endname %}` stands behind a place.
pub(super) fn find_end(body: &str, from: usize, name: &str) -> Option<Range<usize>> {
    let mut at = from;
    loop {
        at += body.get(at..)?.find("{%")?;
        if let Some((inside, end)) = enclosed(body, at, "{%", "%}")
            && body[inside].trim().strip_prefix("end") == Some(name)
        {
            return Some(at..end);
        }
        at += 2;
    }
}

/// What stands between brackets, without the dashes beside them, and where they end.
fn enclosed(body: &str, at: usize, open: &str, close: &str) -> Option<(Range<usize>, usize)> {
    let inside = window(body, at).strip_prefix(open)?;
    let start = at + open.len();
    let length = inside.find(close)?;
    let written = &inside[..length];
    let left = usize::from(written.starts_with('-'));
    let right = usize::from(written.len() > left && written.ends_with('-'));
    Some((start + left..start + length - right, start + length + close.len()))
}
