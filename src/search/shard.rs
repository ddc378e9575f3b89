//! The terms of a locale in parts that are fetched one by one, each as two texts of plain characters.
//!
//! Terms: for each a character that says how many characters it shares with the one before (`0` none, `1` one …), the rest of
//! it, and a space; behind a word that most articles have, of which the postings are few, `!`, the number of its articles of
//! base 64, and a space. Postings: for each article the distance from the one before, as a number of base 64 without leading
//! zeros (nothing for the next article), and a character for the level; the last of a term has a character of its own.

use super::weigh::{LEVELS, WeightedTerm};

/// Bytes of terms and postings after which a shard ends: some three kilobytes compressed.
const SHARD_BYTES: usize = 6 << 10;

/// Characters that two terms share, counted: what is beyond is written again.
const SHARED: usize = 40;

pub(super) const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
pub(super) const LEVEL: &[u8; LEVELS as usize] = b"!#$%&'()*+,.";
pub(super) const LAST: &[u8; LEVELS as usize] = b"/:;<=>?@[]^`";

/// Terms that follow each other.
#[derive(Debug)]
pub struct Shard {
    /// The first term.
    pub first: String,
    pub terms: String,
    pub postings: String,
}

pub(super) fn shards(entries: &[WeightedTerm]) -> Vec<Shard> {
    let mut shards: Vec<Shard> = Vec::new();
    let mut before = "";
    for entry in entries {
        let is_full = shards.last().is_none_or(|last| last.terms.len() + last.postings.len() >= SHARD_BYTES);
        if is_full {
            shards.push(Shard { first: entry.term.clone(), terms: String::new(), postings: String::new() });
            before = "";
        }
        if let Some(shard) = shards.last_mut() {
            write_term(before, &entry.term, &mut shard.terms);
            if let Some(frequency) = entry.frequency {
                shard.terms.push('!');
                write_number(frequency, &mut shard.terms);
                shard.terms.push(' ');
            }
            write_postings(&entry.documents, &mut shard.postings);
        }
        before = &entry.term;
    }
    shards
}

fn write_term(before: &str, term: &str, out: &mut String) {
    let same = before.chars().zip(term.chars()).take_while(|(one, other)| one == other);
    // Counted as scripts count: in units of UTF-16.
    let (mut bytes, mut units) = (0, 0);
    for (c, _) in same {
        if units + c.len_utf16() > SHARED {
            break;
        }
        bytes += c.len_utf8();
        units += c.len_utf16();
    }
    out.push(char::from(b'0' + units as u8));
    out.push_str(&term[bytes..]);
    out.push(' ');
}

fn write_postings(documents: &[(u32, u8)], out: &mut String) {
    let mut next = 0;
    for (place, &(document, level)) in documents.iter().enumerate() {
        write_number(document - next, out);
        next = document + 1;
        let levels = if place + 1 == documents.len() { LAST } else { LEVEL };
        out.push(char::from(levels[usize::from(level)]));
    }
}

fn write_number(mut number: u32, out: &mut String) {
    let mut digits = [0; 6];
    let mut first = digits.len();
    while number > 0 {
        first -= 1;
        digits[first] = DIGITS[(number % 64) as usize];
        number /= 64;
    }
    out.extend(digits[first..].iter().map(|digit| char::from(*digit)));
}
