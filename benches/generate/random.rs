//! Numbers that look random and are the same for the same key. Nothing to keep secrets with.

/// A stream of numbers: SplitMix64.
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// The stream of a key: different keys have streams that have nothing to do with each other.
    pub(crate) fn new(key: &[u64]) -> Self {
        let mut random = Self(0);
        for part in key {
            random.0 = random.next() ^ part;
        }
        random
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 if that is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        // The bias of the remainder is far below anything that is measured here.
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap_or(0)
    }

    /// True `share` times in ten thousand.
    pub(crate) fn chance(&mut self, share: usize) -> bool {
        self.below(10_000) < share
    }

    /// One of the items.
    pub(crate) fn one<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// A number that is distributed as the quantiles say.
    pub(crate) fn of(&mut self, quantiles: &Quantiles) -> usize {
        let at = self.below(10_000);
        let upper = RANKS.iter().position(|&rank| rank > at).unwrap_or(RANKS.len() - 1);
        let (from, to) = (RANKS[upper - 1], RANKS[upper]);
        let (low, high) = (quantiles[upper - 1], quantiles[upper]);
        low + (high - low) * (at - from) / (to - from)
    }

    /// A rank below `count`, where each rank is about as frequent as the rank of a word in a language.
    pub(crate) fn rank(&mut self, count: usize) -> usize {
        // `count` to the power of a number between 0 and 1, by halves: integers only, so that every machine agrees.
        let scale = 2 + self.below(count.ilog2() as usize);
        self.below((1 << scale).min(count))
    }
}

/// What 0, 5, 25, 50, 75, 90, 95, 99 and 100 percent of the cases do not exceed, ascending.
pub(crate) type Quantiles = [usize; 9];

/// The ranks of [`Quantiles`], in ten-thousandths.
const RANKS: Quantiles = [0, 500, 2_500, 5_000, 7_500, 9_000, 9_500, 9_900, 10_000];
