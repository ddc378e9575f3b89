//! What is wrong at one place of one file. Judges nothing.

use crate::diagnostic::Span;

use super::rules::Rule;

/// A rule that a file breaks, and where.
#[derive(Debug)]
pub(super) struct Flaw {
    pub(super) rule: &'static Rule,
    pub(super) span: Span,
    pub(super) message: String,
}
