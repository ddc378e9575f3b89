//! Which files of a project are served, as what, and what in them could run in a reader's browser. Reads no disk and knows no
//! site: it is given names and bytes.
//!
//! Contributors of articles contribute files beside them. A script in such a file would run with all rights of the site's own
//! host, so files are judged twice: by their type ([`Types`]), and by what they hold
//! (`judge`).

mod allowed;
mod content;
mod images;
mod judge;
mod svg;
mod types;
mod xml;

pub use allowed::{AddedType, NotServed, Types};
pub use content::{Cleaned, Content, MAX_BYTES, Refusal, Removed};
pub use images::{Host, ImageHosts};
pub use judge::{HEAD, judge, needs_all};
pub use types::{extension, inert_stem, is_image, media_type};
