//! PO of gettext: a unit is an entry, its ID the context; codes are tags in the text.

mod catalog;
mod quoted;
mod read;
mod tags;
mod write;

pub(super) use read::read;
pub use write::write;

/// The field of the header that says which hand-off a file is of.
const HANDOFF: &str = "X-Faqtory-Handoff";
