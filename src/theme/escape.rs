//! Text becomes HTML. Knows no template.

use crate::html;

/// Text as HTML. Characters that HTML forbids become U+FFFD.
pub(super) fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    if html::can_hold_all(text) {
        return tera::escape_html(text, out);
    }
    let held = |c: char| if html::can_hold(c) { c } else { char::REPLACEMENT_CHARACTER };
    let text: String = text.chars().filter(|&c| c != '\r').map(held).collect();
    tera::escape_html(&text, out)
}

/// The same as a text.
pub(super) fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    // Nothing fails to be written to memory.
    let _ = escape(text, &mut out);
    String::from_utf8_lossy(&out).into_owned()
}
