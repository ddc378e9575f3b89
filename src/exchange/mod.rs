//! Packages for translators: the text of a source in units, written in the formats of the trade and read from them again.
//! Pure: knows no disk and no project, and judges no translation.

mod blocks;
mod carried;
mod compose;
mod content;
mod decode;
mod draft;
mod edits;
mod escape;
mod extract;
mod format;
mod front;
mod gather;
mod identity;
mod ids;
mod markup;
mod nesting;
mod notes;
mod original;
mod place;
mod po;
mod read;
mod refusal;
mod returned;
mod skeleton;
mod sound;
#[cfg(test)]
mod tests;
mod texts;
mod trimmed;
mod unit;
mod visible;
mod write;
mod xliff12;
mod xliff2;
mod xml;

pub use compose::{Composed, compose};
pub use draft::{draft, marked, read_draft};
pub use extract::units;
pub use format::Format;
pub use original::{Made, Older, Original};
pub use place::unit_at;
pub use po::write as write_po;
pub use read::read;
pub use refusal::{Refusal, RefusalKind};
pub use returned::{Fault, Returned, ReturnedDraft, ReturnedUnit};
pub use skeleton::{SkeletonFlaw, draft_flaws};
pub use texts::{NamesFile, TextsFault, TextsForm, TextsOriginal, compose_texts, text_units};
pub use unit::{
    Code, CodeKind, CodeRole, Content, ExchangeFile, FileKind, Match, Note, NoteKind, Piece, TargetState,
    Unit,
};
pub(crate) use visible::unprintable;
pub use write::write;
pub use xliff2::write as write_xliff;
pub use xliff12::write as write_xliff12;
