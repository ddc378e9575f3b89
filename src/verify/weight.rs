//! The size of a page as it is sent: packed as servers pack it. Judges nothing.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// A page with its style sheets should weigh no more before a reader can read it: what a server sends at once.
pub(super) const BUDGET: usize = 14 << 10;

/// Pages up to this size are not weighed: HTML packs to less than half, which leaves enough for the style sheets.
pub(super) const LIGHT: usize = 12 << 10;

/// The bytes of a text, packed at the level that servers use.
pub(super) fn packed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(6));
    // Writing to a Vec cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().map_or(bytes.len(), |packed| packed.len())
}
