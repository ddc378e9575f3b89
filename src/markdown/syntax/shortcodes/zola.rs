//! Shortcodes of Zola: `{{ name(key="value") }}`, `{% name() %}` … `{% end %}`, and `{{/* … */}}`, which shows one. Knows no meaning.

use super::tag::{Form, Role, Tag, arguments, closing, skip, window};

/// What encloses a shortcode, and one that is shown.
const FORMS: [Form; 2] = [
    Form { open: "{{", close: "}}", shown: "{{/*", shown_end: "*/}}" },
    Form { open: "{%", close: "%}", shown: "{%/*", shown_end: "*/%}" },
];

/// The shortcode that starts at a place.
pub(super) fn tag(body: &str, at: usize) -> Option<Tag<'_>> {
    let rest = window(body, at);
    let form = FORMS.iter().find(|form| rest.starts_with(form.open))?;
    if rest.starts_with(form.shown) {
        return form.literal(rest, at);
    }
    let Form { open, close, .. } = *form;
    let limit = at + rest.len();
    let start = space(body, at + open.len(), limit);
    let stop = skip(body, start, limit, |c| c.is_alphanumeric() || c == '_' || c == ':');
    let name = &body[start..stop];
    let after = skip(body, stop, limit, char::is_whitespace);
    if open == "{%" && name == "end" {
        let range = at..behind(body, after, limit, close)?;
        return Some(Tag::new(range, "", Role::Close));
    }
    if name.is_empty() || !body[after..limit].starts_with('(') {
        return None;
    }
    let last = parenthesis(body, after + 1, limit)?;
    let end = behind(body, skip(body, last + 1, limit, char::is_whitespace), limit, close)?;
    let role = if open == "{%" { Role::Open } else { Role::Void };
    Some(Tag { arguments: arguments(body, after + 1..last), ..Tag::new(at..end, name, role) })
}

/// Behind a dash and white space.
fn space(body: &str, at: usize, limit: usize) -> usize {
    let at = at + usize::from(body[at..limit].starts_with('-'));
    skip(body, at, limit, char::is_whitespace)
}

/// Behind the brackets that close.
fn behind(body: &str, at: usize, limit: usize, close: &str) -> Option<usize> {
    let at = at + usize::from(body[at..limit].starts_with('-'));
    body[at..limit].starts_with(close).then_some(at + close.len())
}

/// Where the parenthesis closes that has been opened. Another shortcode does not start in it.
fn parenthesis(body: &str, from: usize, limit: usize) -> Option<usize> {
    let bytes = body.as_bytes();
    let mut at = from;
    while at < limit {
        match bytes[at] {
            quote @ (b'"' | b'`' | b'\'') => at = closing(bytes, at + 1, limit, quote)?,
            b'{' => return None,
            b')' => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}
