//! Which files of a project are served, as what, and what in them could run in a reader's browser. Reads no disk and knows no
//! site: it is given names and bytes.
//!
//! Whoever may contribute an article may contribute a file beside it. A page of the site's own host that runs a script of
//! theirs would do what it likes there, so files are judged twice: by their type ([`Types`]), and by what they hold
//! ([`judge`]).

mod content;
mod images;
mod svg;
mod types;
mod xml;

use std::fmt;
use std::sync::Arc;

pub use content::{HEAD, judge, needs_all};
pub use images::{Host, ImageHosts};
pub use svg::{Cleaned, Removed};
pub use types::{AddedType, NotServed, Types, extension, inert_stem, media_type};

/// Bytes of a file that is read as a whole to be judged: 64 MiB.
pub const MAX_BYTES: u64 = 64 << 20;

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// Nothing that runs: it is copied byte for byte.
    #[default]
    Sound,
    /// An SVG, and what is left of it without what runs or loads.
    Cleaned(Arc<Cleaned>),
    /// It is not served.
    Refused(Refusal),
}

/// Why a file is not served, whatever its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No well-formed XML: what is wrong, line and column.
    Damaged { what: &'static str, line: usize, column: usize },
    /// The root of an SVG is something else.
    NoSvg,
    /// Neither UTF-8 nor UTF-16, and no single-byte encoding that says so.
    Encoding,
    /// [`MAX_BYTES`] and more.
    TooLarge,
    /// HTML or XML in a file of another type.
    Markup,
    /// XML that browsers run or show as a page.
    ActiveXml,
}

impl Refusal {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Damaged { what: xml::UNKNOWN_ENTITY, .. } => {
                "write the character itself or its number: `&#160;` for `&nbsp;`"
            }
            Self::Encoding => "save it as UTF-8",
            Self::TooLarge => "make it smaller, or link to where it is kept",
            Self::Damaged { .. } | Self::NoSvg | Self::Markup | Self::ActiveXml => {
                "replace it by a file that is what its name says"
            }
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { what, line, column } => {
                write!(f, "it is no well-formed XML ({what} at line {line}, column {column})")
            }
            Self::NoSvg => {
                f.write_str("its root is no `svg` element with `xmlns=\"http://www.w3.org/2000/svg\"`")
            }
            Self::Encoding => f.write_str("its encoding is not known"),
            Self::TooLarge => write!(f, "it is larger than {} MiB", MAX_BYTES >> 20),
            Self::Markup => f.write_str("it holds HTML or XML, which some hosts would serve as a page"),
            Self::ActiveXml => f.write_str("it is XML that browsers show as a page, where scripts run"),
        }
    }
}
