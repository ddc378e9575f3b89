//! The tag of a component with what its attributes say. Only data.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::Span;
use crate::markdown::syntax::TagForm;

/// Whether a component stands among blocks or in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Position {
    Block,
    Line,
}

#[derive(Debug)]
pub(in crate::markdown) struct Component<'a> {
    pub(in crate::markdown) name: &'a str,
    pub(in crate::markdown) form: TagForm,
    pub(in crate::markdown) attributes: Vec<Said<'a>>,
    pub(in crate::markdown) position: Position,
    /// Where it stands in the file.
    pub(in crate::markdown) span: Span,
    /// Where it stands in the text as laid out.
    pub(in crate::markdown) range: Range<usize>,
}

/// An attribute and what it says.
#[derive(Debug)]
pub(in crate::markdown) struct Said<'a> {
    pub(in crate::markdown) name: &'a str,
    /// None if it cannot be known.
    pub(in crate::markdown) value: Option<Cow<'a, str>>,
    /// Where the value stands in the file.
    pub(in crate::markdown) span: Span,
}

impl Component<'_> {
    /// The first attribute of these names that says something.
    pub(super) fn first(&self, names: &[&str]) -> Option<(&str, Span)> {
        names.iter().find_map(|name| {
            let said = self.attributes.iter().find(|said| said.name == *name)?;
            let value = said.value.as_deref()?.trim();
            (!value.is_empty()).then_some((value, said.span))
        })
    }

    /// What the attribute of a name says.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.first(&[name]).map(|(value, _)| value)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|said| said.name == name)
    }
}
