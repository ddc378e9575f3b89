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
    pub extent: Extent,
    /// The block it stands in; none in front matter.
    pub block: Option<usize>,
}

/// What the span of a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The fact itself.
    Exact,
    /// The block that it stands in.
    Block,
}

/// Characters of a thing that are shown at the most.
const SHOWN: usize = 60;

/// Bytes of a block in which a place is looked for.
const MOST_SEARCHED: usize = 4000;

/// Those of them before the place where two things differ.
const CONTEXT: usize = 20;

impl<'a> Fact<'a> {
    pub(super) fn new(
        key: impl Into<Cow<'a, str>>,
        written: impl Into<Cow<'a, str>>,
        span: Span,
        block: usize,
    ) -> Self {
        Self { key: key.into(), written: written.into(), span, extent: Extent::Exact, block: Some(block) }
    }

    /// A fact somewhere in the text of the block with this span.
    pub(crate) fn in_block(
        key: impl Into<Cow<'a, str>>,
        written: impl Into<Cow<'a, str>>,
        span: Span,
        block: usize,
    ) -> Self {
        Self { extent: Extent::Block, ..Self::new(key, written, span, block) }
    }

    /// The beginning of it, on one line, for people.
    pub(crate) fn shown(&self) -> String {
        part(&self.line(), 0)
    }

    /// This and another one, so that people see where they differ.
    pub(crate) fn shown_beside(&self, other: &Fact<'_>) -> (String, String) {
        let (ours, theirs) = (self.line(), other.line());
        let same = ours.chars().zip(theirs.chars()).take_while(|(a, b)| a == b).count();
        let from = if same < SHOWN { 0 } else { same - CONTEXT };
        (part(&ours, from), part(&theirs, from))
    }

    /// Where it is in the file, in a long block that block.
    pub(crate) fn place(&self, file: &str) -> Span {
        let block = self.span.slice(file);
        if self.extent == Extent::Exact || block.len() > MOST_SEARCHED {
            return self.span;
        }
        let start = block.find(&*self.written).map(|at| self.span.start as usize + at);
        start.map_or(self.span, |start| Span::new(start, start + self.written.len()))
    }

    fn line(&self) -> String {
        self.written.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the fact is a value of, in front matter.
    pub(super) fn name(&self) -> &str {
        if self.block.is_some() { "" } else { self.key.split_once(": ").map_or("", |(name, _)| name) }
    }
}

/// The characters of a line from the one with this number.
fn part(line: &str, from: usize) -> String {
    let mut letters = line.chars().skip(from);
    let shown: String = letters.by_ref().take(SHOWN).collect();
    let (before, behind) = (if from > 0 { "…" } else { "" }, if letters.next().is_some() { "…" } else { "" });
    format!("{before}{shown}{behind}")
}
