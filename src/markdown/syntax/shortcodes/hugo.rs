//! Shortcodes of Hugo: `{{< name … >}}`, `{{% name … %}}`, their ends, and `{{</* … */>}}`, which shows one. Knows no meaning.

use super::tag::{Form, Role, Tag, arguments, closing, skip, window};

/// What encloses a shortcode, one that is shown, and what is shown of that.
const FORMS: [Form; 2] = [
    Form { open: "{{<", close: ">}}", shown: "{{</*", shown_end: "*/>}}" },
    Form { open: "{{%", close: "%}}", shown: "{{%/*", shown_end: "*/%}}" },
];

/// The shortcode that starts at a place.
pub(super) fn tag(body: &str, at: usize) -> Option<Tag<'_>> {
    let rest = window(body, at);
    let form = FORMS.iter().find(|form| rest.starts_with(form.open))?;
    if rest.starts_with(form.shown) {
        return form.literal(rest, at);
    }
    let Form { open, close, .. } = *form;
    let inside = at + open.len();
    let end = end(body, inside, at + rest.len(), close)?;
    let start = skip(body, inside, end, char::is_whitespace);
    let (start, is_end) = match body[start..end].strip_prefix('/') {
        Some(_) => (skip(body, start + 1, end, char::is_whitespace), true),
        None => (start, false),
    };
    let stop = skip(body, start, end, |c| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '.'));
    let name = body[start..stop].trim_end_matches('/');
    if name.is_empty() {
        return None;
    }
    let written = body[start + name.len()..end].trim_end();
    let last = start + name.len() + written.len();
    let is_whole = written.ends_with('/');
    let role = match (is_end, is_whole) {
        (true, _) => Role::Close,
        (_, true) => Role::Void,
        _ => Role::Open,
    };
    let arguments = arguments(body, start + name.len()..last - usize::from(is_whole));
    Some(Tag { arguments, ..Tag::new(at..end + close.len(), name, role) })
}

/// Where the brackets stand that end a shortcode. Another one does not start in it.
fn end(body: &str, from: usize, limit: usize, close: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    let mut at = from;
    while at < limit {
        let rest = &bytes[at..limit];
        match rest[0] {
            quote @ (b'"' | b'`') => at = closing(bytes, at + 1, limit, quote)?,
            b'{' if rest.starts_with(b"{{<") || rest.starts_with(b"{{%") => return None,
            _ if rest.starts_with(close.as_bytes()) => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}
