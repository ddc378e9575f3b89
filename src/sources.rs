//! Reads every input: path → bytes, sorted. Interprets nothing.

/// Text files larger than this are not read: 64 MiB.
pub const MAX_TEXT_BYTES: u64 = 64 << 20;
