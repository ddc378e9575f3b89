//! The places of a file of names or messages where text stands, whatever it is written in. Only data.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use crate::exchange::carried::Codes;
use crate::exchange::unit::{Content, Note};
use crate::locale::Locale;

/// What a file of texts is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextsForm {
    /// Names of sections, in YAML or JSON.
    Names(NamesFile),
    /// Messages, in Fluent, and the language of each side: their plural forms differ.
    Messages { source: Locale, target: Locale },
}

/// A kind of file that names sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamesFile {
    /// `toc.yml`
    Toc,
    /// `.pages` of MkDocs.
    Pages,
    /// `current.json` of Docusaurus.
    Translations,
}

impl NamesFile {
    /// What a file is by its name; none of one that is not written in YAML or JSON.
    pub fn of(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
        match &*name {
            ".pages" => Some(Self::Pages),
            "current.json" => Some(Self::Translations),
            name if name.ends_with(".yml") || name.ends_with(".yaml") => Some(Self::Toc),
            _ => None,
        }
    }
}

/// One text, or one in several forms, that another takes the place of as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// The same in every version of the file, and in its translations.
    pub(super) key: String,
    pub(super) place: Range<usize>,
    /// One, or one for each form.
    pub(super) texts: Vec<SlotText>,
    /// What chooses between the forms, as it is written; none where there is one.
    pub(super) choice: Option<Choice>,
}

/// What chooses between the forms of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// `$count`
    pub(super) selector: String,
    /// The form that is taken if no other fits.
    pub(super) default: String,
    /// Whether the forms are those that are written, and not those of another language.
    pub(super) is_as_written: bool,
}

/// One form of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SlotText {
    pub(super) id: String,
    /// Its form; nothing where there is one.
    pub(super) form: String,
    pub(super) content: Content,
    /// All that may stand in it.
    pub(super) codes: Codes,
    /// Those that must.
    pub(super) wanted: BTreeSet<u32>,
    pub(super) notes: Vec<Note>,
}

/// Why a file of texts cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextsFault {
    /// From 1 on.
    pub line: usize,
    pub message: String,
}

impl TextsFault {
    pub(super) fn at(text: &str, place: usize, message: impl Into<String>) -> Self {
        let before = text.get(..text.floor_char_boundary(place)).unwrap_or_default();
        Self { line: before.matches('\n').count() + 1, message: message.into() }
    }
}

impl fmt::Display for TextsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for TextsFault {}
