//! A start tag with its attributes, in memory that is used again for the next one. Judges nothing.

use std::ops::Range;

use crate::diagnostic::Span;

/// A start tag.
#[derive(Debug, Default)]
pub(super) struct Tag {
    /// Names and values, one behind the other.
    text: String,
    name: Range<usize>,
    attributes: Vec<Attribute>,
    /// The tag up to its first attribute, as it stands in the page.
    pub(super) span: Span,
}

#[derive(Debug)]
struct Attribute {
    name: Range<usize>,
    value: Range<usize>,
    span: Span,
}

impl Tag {
    pub(super) fn begin(&mut self, name: &[u8], span: Span) {
        self.text.clear();
        self.attributes.clear();
        self.name = self.push(name);
        self.span = span;
    }

    pub(super) fn attribute(&mut self, name: &[u8], span: Span) {
        let name = self.push(name);
        let end = self.text.len();
        self.attributes.push(Attribute { name, value: end..end, span });
    }

    /// The value of the attribute that was named last.
    pub(super) fn value(&mut self, value: &[u8], span: Span) {
        let value = self.push(value);
        if let Some(last) = self.attributes.last_mut() {
            last.value = value;
            last.span = span;
        }
    }

    fn push(&mut self, bytes: &[u8]) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(std::str::from_utf8(bytes).unwrap_or(""));
        start..self.text.len()
    }

    pub(super) fn name(&self) -> &str {
        &self.text[self.name.clone()]
    }

    /// Every attribute: name, value, and where the value stands.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str, Span)> {
        self.attributes
            .iter()
            .map(|found| (&self.text[found.name.clone()], &self.text[found.value.clone()], found.span))
    }

    /// An attribute that is written twice: browsers take the first.
    pub(super) fn repeated(&self) -> Option<(&str, Span)> {
        // No element of a site has more; a tag of nonsense is not compared with itself at length.
        const LOOKED_AT: usize = 32;
        let names = || self.attributes().take(LOOKED_AT).map(|(name, _, span)| (name, span)).enumerate();
        names()
            .find(|(at, (name, _))| names().take(*at).any(|(_, (other, _))| other == *name))
            .map(|(_, it)| it)
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.find(name).map(|(value, _)| value)
    }

    /// An attribute's value and where it stands.
    pub(super) fn find(&self, name: &str) -> Option<(&str, Span)> {
        self.attributes().find(|(found, ..)| *found == name).map(|(_, value, span)| (value, span))
    }

    /// Whether an attribute has this value, whatever the case of its letters.
    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.get(name).is_some_and(|found| found.eq_ignore_ascii_case(value))
    }

    /// Whether an attribute that is a list of words has this one.
    pub(super) fn has_word(&self, name: &str, word: &str) -> bool {
        self.get(name)
            .is_some_and(|found| found.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case(word)))
    }
}
