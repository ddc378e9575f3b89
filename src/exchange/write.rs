//! Writes a file of a package, in whichever format is wanted. Knows none of them.

use super::format::Format;
use super::original::Original;
use super::unit::ExchangeFile;
use super::{draft, po, xliff2, xliff12};

/// The file of a package. `original` is the article that a draft is made from.
pub fn write(format: Format, file: &ExchangeFile, original: Option<&Original<'_>>) -> String {
    match format {
        Format::Xliff => xliff2::write(file),
        Format::Xliff12 => xliff12::write(file),
        Format::Po => po::write(file),
        Format::Markdown => original.map_or_else(String::new, |original| draft::write(file, original)),
    }
}
