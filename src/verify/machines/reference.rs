//! References in files for machines, and the flaw of a file that cannot be read. Reads no file.

use crate::diagnostic::Span;
use crate::verify::flaw::Flaw;
use crate::verify::rules;

/// What a file names, and what has to be true of it.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) url: String,
    pub(super) needed: Needed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needed {
    /// A file of the site, if it is of the site at all.
    File,
    /// A page of the site.
    Page,
    /// A page that search engines may show, under this very URL.
    Indexable,
}

/// The flaw of a file that cannot be read.
pub(super) fn damaged(span: Span, why: impl std::fmt::Display) -> Flaw {
    Flaw { rule: &rules::FILE_DAMAGED, span, message: format!("the file cannot be read: {why}") }
}
