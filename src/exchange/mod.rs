//! Packages for translators: the text of a source in units, written in the formats of the trade and read from them again.
//! Pure: knows no disk and no project, and judges no translation.

mod blocks;
mod carried;
mod compose;
mod content;
mod edits;
mod escape;
mod extract;
mod format;
mod front;
mod notes;
mod original;
mod refusal;
mod returned;
mod sound;
mod trimmed;
mod unit;

pub use compose::{Composed, compose};
pub use extract::units;
pub use format::Format;
pub use original::{Made, Older, Original};
pub use refusal::{Refusal, RefusalKind};
pub use returned::{Fault, Returned, ReturnedUnit};
pub use unit::{
    Code, CodeKind, CodeRole, Content, ExchangeFile, FileKind, Match, Note, NoteKind, Piece, TargetState,
    Unit,
};

#[cfg(test)]
mod tests;
