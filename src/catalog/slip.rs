//! Slips in writing a name: how many lie between two. Knows no paths.

/// A name whose letter case counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    letters: Vec<char>,
    mask: u64,
}

impl Name {
    pub(crate) fn new(written: &str) -> Self {
        let letters: Vec<char> = written.to_lowercase().chars().collect();
        let mask = mask(&letters);
        Self { letters, mask }
    }

    pub(super) fn as_letters(&self) -> &[char] {
        &self.letters
    }

    pub(super) fn mask(&self) -> u64 {
        self.mask
    }

    pub(super) fn into_letters(self) -> Vec<char> {
        self.letters
    }

    pub(crate) fn letters(&self) -> usize {
        self.letters.len()
    }

    /// The slips between two names, where they are `most` or fewer: letters left out, put in, replaced, or changed with
    /// their neighbours.
    pub(crate) fn slips(&self, other: &Self, most: usize) -> Option<usize> {
        if !may_be_near(self.mask, other.mask, most) {
            return None;
        }
        between(&self.letters, &other.letters, most)
    }
}

/// The slips between the letters of two names, where they are `most` or fewer.
pub(super) fn between(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let (a, b) = without_common(a, b);
    distance(a, b, most)
}

/// The letters that there are, by their last six bits.
pub(super) fn mask(letters: &[char]) -> u64 {
    letters.iter().fold(0, |mask, letter| mask | 1 << (u32::from(*letter) % 64))
}

/// A slip takes one kind of letter away at the most, and brings one.
pub(super) fn may_be_near(mask: u64, other: u64, most: usize) -> bool {
    let only = |mask: u64, other: u64| (mask & !other).count_ones() as usize;
    only(mask, other) <= most && only(other, mask) <= most
}

/// Both without what they begin and end with alike.
fn without_common<'n>(a: &'n [char], b: &'n [char]) -> (&'n [char], &'n [char]) {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    (&a[..a.len() - end], &b[..b.len() - end])
}

/// The distance of optimal string alignment, looked for no further than `most` beside the diagonal.
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    if a.is_empty() || b.is_empty() {
        return Some(a.len().max(b.len()));
    }
    let far = most + 1;
    let mut before = vec![far; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).map(|column| column.min(far)).collect();
    let mut row = vec![far; b.len() + 1];
    for at in 1..=a.len() {
        row.fill(far);
        let from = at.saturating_sub(most);
        if from == 0 {
            row[0] = at.min(far);
        }
        for to in from.max(1)..=(at + most).min(b.len()) {
            let replaced = last[to - 1] + usize::from(a[at - 1] != b[to - 1]);
            let mut slips = replaced.min(last[to] + 1).min(row[to - 1] + 1);
            if at > 1 && to > 1 && a[at - 1] == b[to - 2] && a[at - 2] == b[to - 1] {
                slips = slips.min(before[to - 2] + 1);
            }
            row[to] = slips.min(far);
        }
        if row.iter().chain(&last).all(|slips| *slips > most) {
            return None;
        }
        (before, last, row) = (last, row, before);
    }
    last.last().copied().filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn as_many_as_without_a_bound(a in "[abcAé]{0,9}", b in "[abcAé]{0,9}", most in 0_usize..5) {
            let all = strsim::osa_distance(&a.to_lowercase(), &b.to_lowercase());
            let found = Name::new(&a).slips(&Name::new(&b), most);
            proptest::prop_assert_eq!(found, (all <= most).then_some(all));
        }
    }
}
