//! XLIFF 1.2: written by its strict schema, and read as tools give it back.

mod read;
mod write;

pub(super) use read::read;
pub use write::write;

pub(super) const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:1.2";
