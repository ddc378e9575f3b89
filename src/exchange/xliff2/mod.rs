//! XLIFF 2.1, core and translation candidates: written, and read as 2.0 and 2.1.

mod read;
mod write;

pub(super) use read::read;
pub use write::write;

/// The namespace of 2.0 and 2.1.
pub(super) const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// What the state `translated` is by, where a machine made it.
const NEEDS_REVIEW: &str = "faqtory:needs-review";
