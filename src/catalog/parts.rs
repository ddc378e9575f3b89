//! What articles include of files that is not all of one that is Markdown: parts, and texts of programs. Data only.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::encoding::{NotUtf8, decode};
use super::model::File;
use crate::markdown::{Document, Include, IncludeForm, Part};
use crate::sources::{NotIncluded, is_markdown};

/// The text of a file that is no Markdown.
#[derive(Debug)]
pub(super) struct NamedText {
    pub(super) text: String,
    pub(super) not_utf8: Option<NotUtf8>,
}

impl NamedText {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let (text, not_utf8) = decode(bytes);
        Self { text, not_utf8 }
    }
}

/// The file that an include names.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source<'c> {
    File(&'c File),
    /// One that is no Markdown.
    Text(&'c Arc<str>, &'c NamedText),
    /// One that is not shown.
    Refused(&'c Arc<str>, NotIncluded),
}

impl<'c> Source<'c> {
    pub(super) fn path(self) -> &'c str {
        match self {
            Self::File(file) => &file.path,
            Self::Text(path, _) | Self::Refused(path, _) => path,
        }
    }
}

/// What is included of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wanted {
    pub(super) part: Part,
    /// Where it is code, what stands behind its fence.
    pub(super) code: Option<Box<str>>,
}

impl Wanted {
    pub(super) fn by(include: &Include) -> Self {
        let code = match &include.form {
            IncludeForm::Code(info) => Some(info.clone()),
            IncludeForm::Block | IncludeForm::Inline => None,
        };
        Self { part: include.part.clone(), code }
    }
}

/// What is included, by the path of its file.
#[derive(Debug, Default)]
pub(super) struct Parts(pub(super) BTreeMap<Box<str>, FileParts>);

/// What is included of a file.
#[derive(Debug)]
pub(super) struct FileParts {
    pub(super) read: BTreeMap<Wanted, File>,
    /// How many more are included than are read.
    pub(super) left_out: usize,
}

impl Parts {
    pub(super) fn get(&self, path: &str, include: &Include) -> Option<&File> {
        self.0.get(path)?.read.get(&Wanted::by(include))
    }

    /// Whether more is included of the file at this path than is read.
    pub(super) fn is_cut(&self, path: &str) -> bool {
        self.0.get(path).is_some_and(|parts| parts.left_out > 0)
    }

    /// Whether something of the file at this path is among them.
    pub(super) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }
}

/// Whether a document includes what is read for it alone.
pub(super) fn has_any(document: &Document) -> bool {
    document.includes.iter().any(|include| !include.is_whole() || !is_markdown(&include.path))
}
