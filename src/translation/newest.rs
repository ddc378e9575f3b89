//! Which of several hand-offs is the newest. Reads no file.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::front_matter::Date;

/// The newest of some hand-offs, each with its hash and its date: of several of one day, one with the hash that most have.
pub(super) fn newest<'h, T: Copy + Ord>(
    hashed: impl Iterator<Item = (T, &'h str, Option<Date>)>,
) -> Option<(T, &'h str)> {
    let hashed: Vec<(T, &str, Option<Date>)> = hashed.collect();
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, hash, _) in &hashed {
        *alike.entry(hash).or_default() += 1;
    }
    let order =
        |(one, hash, date): &(T, &str, Option<Date>)| (*date, alike.get(hash).copied(), Reverse(*one));
    hashed.iter().max_by_key(|it| order(it)).map(|&(one, hash, _)| (one, hash))
}
