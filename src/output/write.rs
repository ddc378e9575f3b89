//! One file: what is to be in it, whether it is already, and how it gets there.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use super::hash::Hash;

/// Bytes compared at a time.
const BUFFER: usize = 16 << 10;

/// The bytes that a file shall have.
#[derive(Debug)]
pub(super) enum Content<'a> {
    Bytes(&'a [u8]),
    /// Those of this file.
    File(&'a Path),
}

impl Content<'_> {
    /// Whether `target` is a file, not a symlink to one, and has these bytes. False if it cannot be read: then
    /// it is written, which shows the error.
    pub(super) fn equals(&self, target: &Path) -> bool {
        self.compare(target).unwrap_or(false)
    }

    fn compare(&self, target: &Path) -> io::Result<bool> {
        let there = fs::symlink_metadata(target)?;
        let length = match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File(source) => fs::metadata(source)?.len(),
        };
        if !there.is_file() || there.len() != length {
            return Ok(false);
        }
        let there = BufReader::with_capacity(BUFFER, File::open(target)?);
        match self {
            Self::Bytes(bytes) => same(*bytes, there),
            Self::File(source) => same(BufReader::with_capacity(BUFFER, File::open(source)?), there),
        }
    }

    /// The hash of the bytes.
    pub(super) fn hash(&self) -> io::Result<Hash> {
        let mut hasher = blake3::Hasher::new();
        match self {
            Self::Bytes(bytes) => hasher.update(bytes),
            Self::File(source) => hasher.update_reader(File::open(source)?)?,
        };
        Ok(Hash::of(&hasher))
    }

    /// Writes the bytes to a file that must not be there yet.
    pub(super) fn write_new(&self, target: &Path) -> io::Result<()> {
        let mut file = File::create_new(target)?;
        match self {
            Self::Bytes(bytes) => file.write_all(bytes),
            Self::File(source) => io::copy(&mut File::open(source)?, &mut file).map(drop),
        }
    }
}

/// Whether both give the same bytes to their end.
fn same(mut one: impl BufRead, mut other: impl BufRead) -> io::Result<bool> {
    loop {
        let (left, right) = (one.fill_buf()?, other.fill_buf()?);
        let length = left.len().min(right.len());
        if length == 0 {
            return Ok(left.len() == right.len());
        }
        if left[..length] != right[..length] {
            return Ok(false);
        }
        one.consume(length);
        other.consume(length);
    }
}
