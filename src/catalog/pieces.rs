//! The pieces that a name has in common with one that has a few slips: the whole, a beginning or an end, with one letter left
//! out or none. Each is a hash. Compares no names.

use super::slip::Name;

/// How many letters a beginning or an end has: half of the name, or a few less, so that few lengths are looked up for a wrong
/// name, whose length may have changed. What 16 letters do not tell apart, more would not either.
const LENGTHS: [usize; 9] = [0, 1, 2, 3, 4, 6, 8, 12, 16];

/// The pieces of a name.
pub(super) fn of_name(name: &Name, pieces: &mut Vec<u64>) {
    let letters = name.as_letters();
    let length = length(letters.len());
    let forward = Hashed::new(letters.iter());
    let backward = Hashed::new(letters.iter().rev().take(length));
    forward.add(Piece::Whole, letters.len(), pieces);
    forward.add(Piece::Beginning(length), length, pieces);
    backward.add(Piece::End(length), length, pieces);
}

/// Pieces of which each name has one that differs from `wanted` by one slip or none.
pub(super) fn with_one_slip(wanted: &Name) -> Vec<u64> {
    let letters = wanted.as_letters();
    let mut pieces = Vec::with_capacity(letters.len() + 1);
    Hashed::new(letters.iter()).add(Piece::Whole, letters.len(), &mut pieces);
    pieces
}

/// Pieces of which each name has one that differs from `wanted` by three slips or fewer: either its beginning or its end has
/// one slip at the most. A letter lies between the two, so that neighbours that change places are a slip in one of them.
pub(super) fn with_more_slips(wanted: &Name, most: usize) -> Vec<u64> {
    let letters = wanted.as_letters();
    let shortest = length(letters.len().saturating_sub(most));
    let longest = length(letters.len() + most);
    let forward = Hashed::new(letters.iter().take(longest + 1));
    let backward = Hashed::new(letters.iter().rev().take(longest + 1));
    let mut pieces = Vec::with_capacity(8 * (longest + 1));
    for length in LENGTHS.into_iter().filter(|length| (shortest..=longest).contains(length)) {
        for (piece, letters) in [(Piece::Beginning(length), &forward), (Piece::End(length), &backward)] {
            letters.add(piece, length, &mut pieces);
            // A letter was left out, or put in.
            pieces.extend(
                length.checked_sub(1).and_then(|length| letters.first(length)).map(|hash| piece.key(hash)),
            );
            pieces.extend(letters.without_one(length + 1).map(|hash| piece.key(hash)));
        }
    }
    pieces
}

/// How long the beginning and the end are of a name with so many letters.
fn length(letters: usize) -> usize {
    let half = letters.saturating_sub(1) / 2;
    LENGTHS[LENGTHS.partition_point(|length| *length <= half) - 1]
}

/// What a piece is of a name, with its letters.
#[derive(Clone, Copy)]
enum Piece {
    Whole,
    Beginning(usize),
    End(usize),
}

impl Piece {
    /// Its hash, of that of its letters: no piece is taken for another kind.
    fn key(self, letters: u64) -> u64 {
        let kind = match self {
            Self::Whole => 0,
            Self::Beginning(length) => 2 * length + 1,
            Self::End(length) => 2 * length + 2,
        };
        let mixed = (letters ^ kind as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ mixed >> 32
    }
}

/// Letters, with the hash of all that stand before each: a polynomial, so that a letter can be left out of it.
struct Hashed {
    letters: Vec<u64>,
    before: Vec<u64>,
}

/// The number whose powers are the factors of letters.
const BASE: u64 = 0x2127_599b_f432_5c37;

impl Hashed {
    fn new<'l>(all: impl ExactSizeIterator<Item = &'l char>) -> Self {
        let mut letters = Vec::with_capacity(all.len());
        let mut before = Vec::with_capacity(all.len() + 1);
        let mut hash = 0_u64;
        for letter in all {
            let letter = u64::from(u32::from(*letter));
            letters.push(letter);
            before.push(hash);
            hash = hash.wrapping_mul(BASE).wrapping_add(letter);
        }
        before.push(hash);
        Self { letters, before }
    }

    /// Of the first `length` letters.
    fn first(&self, length: usize) -> Option<u64> {
        self.before.get(length).copied()
    }

    /// Of the first `length` letters without one of them. Of a letter written twice either is left out, which is the same.
    fn without_one(&self, length: usize) -> impl Iterator<Item = u64> {
        let letters = self.letters.get(..length).unwrap_or_default();
        let (mut after, mut factor, mut last) = (0_u64, 1_u64, None);
        letters.iter().zip(&self.before[..letters.len()]).rev().filter_map(move |(letter, before)| {
            let hash = before.wrapping_mul(factor).wrapping_add(after);
            after = letter.wrapping_mul(factor).wrapping_add(after);
            factor = factor.wrapping_mul(BASE);
            (last.replace(letter) != Some(letter)).then_some(hash)
        })
    }

    /// Adds the piece of the first `length` letters, and those without one of them.
    fn add(&self, piece: Piece, length: usize, pieces: &mut Vec<u64>) {
        let all = self.first(length).into_iter().chain(self.without_one(length));
        pieces.extend(all.map(|hash| piece.key(hash)));
    }
}
