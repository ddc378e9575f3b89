//! IDs of units: the same text has the same one in every file. Reads no text.

use std::collections::BTreeMap;

use super::unit::{Content, Piece};

/// The IDs that are given in a file.
#[derive(Default)]
pub(super) struct Ids(BTreeMap<String, usize>);

impl Ids {
    /// That of the next text.
    pub(super) fn next(&mut self, content: &Content) -> String {
        const LETTERS: usize = 10;
        let mut hasher = blake3::Hasher::new();
        for piece in &content.0 {
            let (kind, text) = match piece {
                Piece::Text(text) => (0, text),
                Piece::Code(code) => (1 + code.kind as u8, &code.written),
            };
            hasher.update(&[kind]).update(text.as_bytes()).update(&[0xff]);
        }
        let mut id = hasher.finalize().to_hex().to_string();
        id.truncate(LETTERS);
        let number = self.0.entry(id.clone()).or_default();
        *number += 1;
        if *number == 1 { id } else { format!("{id}-{number}") }
    }
}
