//! Writes a file of a package, in whichever format is wanted. Knows none of them.

use super::format::Format;
use super::original::Original;
use super::unit::ExchangeFile;
use super::{draft, po, xliff2, xliff12};

/// The file of a package. `original` is what its units were made from.
pub fn write(format: Format, file: &ExchangeFile, original: &Original<'_>) -> String {
    match format {
        Format::Xliff => xliff2::write(file),
        Format::Xliff12 => xliff12::write(file),
        Format::Po => po::write(file),
        Format::Markdown => draft::write(file, original),
    }
}
