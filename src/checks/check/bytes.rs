//! Where bytes of a kind stand, sixteen looked at in one step. Knows no text.

/// The first byte, of those from a place on, that fits.
pub(crate) fn byte_at(bytes: &[u8], from: usize, fits: impl Fn(u8) -> bool) -> Option<usize> {
    let rest = bytes.get(from..)?;
    // All of a chunk are asked, which the processor does at once if `fits` has no branch: `&` and `|`, no `&&`.
    let has_none = |chunk: &&[u8; 16]| !chunk.iter().fold(false, |any, &byte| any | fits(byte));
    let before = 16 * rest.as_chunks().0.iter().take_while(has_none).count();
    let found = rest[before..].iter().position(|&byte| fits(byte))?;
    Some(from + before + found)
}

/// The first of two bytes in a row, of those from a place on, that fit together.
pub(crate) fn pair_at(bytes: &[u8], from: usize, fits: impl Fn(u8, u8) -> bool) -> Option<usize> {
    let (first, second) = (bytes.get(from..)?, bytes.get(from + 1..)?);
    let chunks = first.as_chunks::<16>().0.iter().zip(second.as_chunks::<16>().0);
    let has_none = |(first, second): &(&[u8; 16], &[u8; 16])| {
        !first.iter().zip(*second).fold(false, |any, (&first, &second)| any | fits(first, second))
    };
    let before = 16 * chunks.take_while(has_none).count();
    let mut pairs = first[before..].iter().zip(&second[before..]);
    Some(from + before + pairs.position(|(&first, &second)| fits(first, second))?)
}

/// All such pairs, in order.
pub(crate) fn pairs(bytes: &[u8], fits: impl Fn(u8, u8) -> bool + Copy) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = pair_at(bytes, from, fits)?;
        from = found + 1;
        Some(found)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn all_are_found(bytes in proptest::collection::vec(0_u8..4, 0..80), from in 0_usize..90) {
            let first = (from..bytes.len()).find(|at| bytes[*at] == 3);
            prop_assert_eq!(byte_at(&bytes, from, |byte| byte == 3), first);
            let is_pair = |at: &usize| bytes[*at] == 2 && bytes[at + 1] == 3;
            let all: Vec<usize> = (0..bytes.len().saturating_sub(1)).filter(is_pair).collect();
            prop_assert_eq!(pairs(&bytes, |a, b| a == 2 && b == 3).collect::<Vec<_>>(), all);
        }
    }
}
