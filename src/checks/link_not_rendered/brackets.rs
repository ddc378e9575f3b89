//! Which brackets of a text belong together, found in one pass. Knows nothing of links.

use std::ops::Range;

/// The pairs of brackets in a part of a text, those of full width among them.
pub(super) struct Brackets {
    /// `]` and its `[`, in the order of the first.
    square: Vec<(usize, usize)>,
    /// `(` and its `)`, in the order of the first.
    round: Vec<(usize, usize)>,
}

impl Brackets {
    pub(super) fn of(text: &str, part: Range<usize>) -> Self {
        let mut brackets = Self { square: Vec::new(), round: Vec::new() };
        let (mut square, mut round) = (Vec::new(), Vec::new());
        let start = part.start;
        for (at, c) in text.get(part).unwrap_or("").char_indices() {
            let at = start + at;
            match c {
                '[' | '［' | '【' => square.push(at),
                ']' | '］' | '】' => brackets.square.extend(square.pop().map(|open| (at, open))),
                '(' | '（' => round.push(at),
                ')' | '）' => brackets.round.extend(round.pop().map(|open| (open, at))),
                _ => {}
            }
        }
        brackets.round.sort_unstable();
        brackets
    }

    /// Where the `[` stands that belongs to the `]` at this place.
    pub(super) fn opening(&self, close: usize) -> Option<usize> {
        partner(&self.square, close)
    }

    /// Where the `)` stands that belongs to the `(` at this place.
    pub(super) fn closing(&self, open: usize) -> Option<usize> {
        partner(&self.round, open)
    }
}

fn partner(pairs: &[(usize, usize)], of: usize) -> Option<usize> {
    let found = pairs.binary_search_by_key(&of, |(of, _)| *of).ok()?;
    Some(pairs[found].1)
}

#[cfg(test)]
mod tests {
    use super::Brackets;

    #[test]
    fn pairs_lie_in_each_other() {
        let text = "x] [a [b]] (c (d) e] ) (（）";
        let brackets = Brackets::of(text, 1..text.len());
        let openings: Vec<_> = [1, 8, 9, 19].map(|close| brackets.opening(close)).into();
        assert_eq!(openings, [None, Some(6), Some(3), None]);
        let closings: Vec<_> = [11, 14, 23, 24].map(|open| brackets.closing(open)).into();
        assert_eq!(closings, [Some(21), Some(16), None, Some(27)]);
    }
}
