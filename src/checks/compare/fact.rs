//! One thing that a translation has in common with its source. Knows not what kind of thing it is.

use std::borrow::Cow;

use crate::diagnostic::Span;

/// Something in an article that is the same in every language.
#[derive(Clone, Debug)]
pub struct Fact<'a> {
    /// Equal in all translations.
    pub key: Cow<'a, str>,
    /// As it is written.
    pub written: Cow<'a, str>,
    /// Where it stands in the file.
    pub span: Span,
    /// The block it stands in; none in front matter.
    pub block: Option<usize>,
}

/// Characters of a thing that are shown at the most.
const SHOWN: usize = 60;

impl<'a> Fact<'a> {
    pub(super) fn new(
        key: impl Into<Cow<'a, str>>,
        written: impl Into<Cow<'a, str>>,
        span: Span,
        block: usize,
    ) -> Self {
        Self { key: key.into(), written: written.into(), span, block: Some(block) }
    }

    /// The beginning of it, on one line, for people.
    pub(crate) fn shown(&self) -> String {
        let line = self.written.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", &line[..end]),
            None => line,
        }
    }

    /// What the fact is a value of, in front matter.
    pub(super) fn name(&self) -> &str {
        if self.block.is_some() { "" } else { self.key.split_once(": ").map_or("", |(name, _)| name) }
    }
}
