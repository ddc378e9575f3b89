//! Packages for translators: the text of a source in units, written in the formats of the trade and read from them again.
//! Pure: knows no disk and no project, and judges no translation.

mod format;
mod returned;
mod unit;

pub use format::Format;
pub use returned::{Fault, Returned, ReturnedUnit};
pub use unit::{
    Code, CodeKind, CodeRole, Content, ExchangeFile, FileKind, Match, Note, NoteKind, Piece, TargetState,
    Unit,
};
