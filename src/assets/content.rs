//! What was found in a file, and why one is not served. Judges nothing itself.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// What is wrong with an entity such as `&nbsp;`, which HTML knows and XML does not.
pub(super) const UNKNOWN_ENTITY: &str = "an unknown entity";

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

/// An SVG and what was taken out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// As stored, decoded; places refer to it.
    pub text: String,
    /// What is served, in UTF-8.
    pub bytes: Vec<u8>,
    /// In the order of the text.
    pub removed: Vec<Removed>,
}

/// Something that was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// An element, an attribute or a piece of CSS, by name.
    pub what: String,
    pub at: Range<usize>,
}

/// Why a file is not served, whatever its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// XML that is not well-formed: what is wrong, line and column.
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
            Self::Damaged { what: UNKNOWN_ENTITY, .. } => {
                "write the character itself or its number: `&#160;` for `&nbsp;`"
            }
            Self::Encoding => "save it as UTF-8",
            Self::TooLarge => "make it smaller, or link to where it is hosted",
            Self::Damaged { .. } | Self::NoSvg | Self::Markup | Self::ActiveXml => {
                "replace it with a file of the type that its name says"
            }
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { what, line, column } => {
                write!(f, "it is not well-formed XML (line {line}, column {column}: {what})")
            }
            Self::NoSvg => {
                f.write_str("its root is not an `svg` element with `xmlns=\"http://www.w3.org/2000/svg\"`")
            }
            Self::Encoding => f.write_str("its encoding is unknown"),
            Self::TooLarge => write!(f, "it is larger than {} MiB", MAX_BYTES >> 20),
            Self::Markup => f.write_str("it contains HTML or XML, which some hosts would serve as a page"),
            Self::ActiveXml => f.write_str("it is XML that browsers show as a page, where scripts run"),
        }
    }
}
