//! One thing that a translation has in common with its source. Knows not what kind of thing it is.

use crate::diagnostic::Span;

/// Something in an article that is the same in every language.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Equal in all translations.
    pub key: String,
    /// As it is shown to people.
    pub shown: String,
    /// Where it stands in the file.
    pub span: Span,
    /// The block it stands in; none in front matter.
    pub block: Option<usize>,
}

impl Fact {
    pub(super) fn new(key: impl Into<String>, shown: impl Into<String>, span: Span, block: usize) -> Self {
        Self { key: key.into(), shown: shown.into(), span, block: Some(block) }
    }

    /// What the fact is a value of, in front matter.
    pub(super) fn name(&self) -> &str {
        if self.block.is_some() { "" } else { self.key.split_once(": ").map_or("", |(name, _)| name) }
    }
}
