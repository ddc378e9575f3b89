//! Where in `faqtory.toml` something stands, for error messages. Reads nothing.

/// Name of the configuration file.
pub const FILE: &str = "faqtory.toml";

/// `line 3, column 10: `.
pub(super) fn position(text: &str, offset: usize) -> String {
    let before = text.get(..offset).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("line {line}, column {column}: ")
}
