//! Plain text as HTML. Knows no page.

/// Plain text as HTML, in an element or between double quotes.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
