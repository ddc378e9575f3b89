//! A tag of the HTML that `markdown` wrote. Knows no element.

use super::written::decoded;

/// A tag as it is written, without its brackets.
pub(super) struct Tag<'t> {
    pub(super) written: &'t str,
    pub(super) name: &'t str,
    pub(super) is_end: bool,
}

impl<'t> Tag<'t> {
    pub(super) fn new(written: &'t str) -> Self {
        let is_end = written.starts_with('/');
        let name = written.trim_start_matches('/').split([' ', '\n']).next().unwrap_or("");
        Self { written, name, is_end }
    }

    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let (_, rest) = self.written.split_once(&format!(" {name}=\""))?;
        rest.split_once('"').map(|(value, _)| decoded(value))
    }

    pub(super) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split(' ').any(|word| word == class))
    }
}
