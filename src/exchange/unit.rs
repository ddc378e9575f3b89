//! What a package says of one file in one locale, whatever the format: units with their text, codes, states and notes. Only data.

use crate::locale::Locale;

pub use crate::translation::HandedOffKind as FileKind;

/// One file that is to be translated into one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeFile {
    /// The name of the hand-off that the file belongs to.
    pub handoff: String,
    pub kind: FileKind,
    /// The article ID, or what stands for it where the kind has none; `(id, target)` tells all files of a hand-off apart.
    pub id: String,
    pub source_locale: Locale,
    pub target_locale: Locale,
    /// Path of the source below the project, with `/`.
    pub source: String,
    /// Path that the translation has or will have.
    pub target: String,
    /// SHA-1 of the source as it was handed off, of the form that is written into translations.
    pub source_hash: String,
    /// In the order of the source.
    pub units: Vec<Unit>,
}

/// One block of a source, or one value of its front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// A name of XML (`NMTOKEN`), unique in its file. The same text has the same ID in the next hand-off.
    pub id: String,
    pub source: Content,
    /// What is there already.
    pub target: Option<Content>,
    pub state: TargetState,
    /// What the old translation has for the text that stood here before.
    pub previous: Option<Match>,
    pub notes: Vec<Note>,
    /// Words of the source, outside code and addresses.
    pub words: usize,
}

/// How far a target is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetState {
    /// There is none.
    Initial,
    /// Somebody or something has translated it.
    Translated,
    /// A machine made it, and nobody has read it.
    NeedsReview,
    /// A human's, whose source has not changed.
    Final,
}

/// An older pair of texts that resembles a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub source: Content,
    pub target: Content,
}

/// What a translator should know of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub kind: NoteKind,
    /// In English; quoted text in the source's language.
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// What it is: a heading, a title, a cell, an alternative text.
    Kind,
    /// Under which heading it stands.
    Place,
    /// How long it may be.
    Length,
}

/// Text with its inline codes, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content(pub Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As readers see it, without Markdown's escapes and character references; white space is single spaces.
    Text(String),
    Code(Code),
}

/// Markup that a translator may move and not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// From 1 on in the order of the source; the two ends of a pair have the same.
    pub id: u32,
    pub kind: CodeKind,
    pub role: CodeRole,
    /// As it is written in the source; for information: what is written into a translation is taken from there by the ID.
    pub written: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    Open,
    Close,
    Alone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeRole {
    Link,
    Image,
    Bold,
    Italic,
    Struck,
    /// Code in a line, with its text.
    Code,
    /// A hard line break.
    Break,
    /// A tag, a shortcode, an anchor, an address, a character that XML cannot hold, a name that is not to be translated.
    Other,
}
