//! Slips in writing a name: how many lie between two, and which of many names is the nearest. Knows no paths.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Names that are compared with a wrong one on each side of its place, in the order of their letters and in the order of
/// their letters from the end: a slip leaves the beginning or the end as it is. To compare with all would take the square
/// of their number where many are wrong.
const REACH: usize = 250;

/// A name whose letter case counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    letters: Vec<char>,
    /// The letters that there are, by their last six bits.
    mask: u64,
}

impl Name {
    pub(crate) fn new(written: &str) -> Self {
        let letters: Vec<char> = written.to_lowercase().chars().collect();
        let mask = letters.iter().fold(0, |mask, letter| mask | 1 << (u32::from(*letter) % 64));
        Self { letters, mask }
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
        let (a, b) = without_common(&self.letters, &other.letters);
        distance(a, b, most)
    }
}

/// A slip takes one kind of letter away at the most, and brings one.
fn may_be_near(mask: u64, other: u64, most: usize) -> bool {
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

/// Names to be searched for the nearest, each with what it is the name of.
#[derive(Debug)]
pub(crate) struct Names<T> {
    all: Vec<(Name, T)>,
    /// By their letters, and by their letters from the end: the mask and the number of each.
    orders: [Vec<(u64, usize)>; 2],
}

impl<T: Ord> Names<T> {
    /// Of those with one name the first counts, in the order of `T`.
    pub(crate) fn new<'n>(named: impl Iterator<Item = (&'n str, T)>) -> Self {
        let mut first: BTreeMap<Vec<char>, (u64, T)> = BTreeMap::new();
        for (written, of) in named {
            let Name { letters, mask } = Name::new(written);
            match first.entry(letters) {
                Entry::Vacant(free) => {
                    free.insert((mask, of));
                }
                Entry::Occupied(mut known) if of < known.get().1 => known.get_mut().1 = of,
                Entry::Occupied(_) => {}
            }
        }
        let all: Vec<_> =
            first.into_iter().map(|(letters, (mask, of))| (Name { letters, mask }, of)).collect();
        let forward: Vec<_> = all.iter().enumerate().map(|(number, (name, _))| (name.mask, number)).collect();
        let mut backward = forward.clone();
        backward.sort_by(|(_, a), (_, b)| all[*a].0.letters.iter().rev().cmp(all[*b].0.letters.iter().rev()));
        Self { all, orders: [forward, backward] }
    }

    /// The nearest to `wanted` with `most` slips or fewer, and how many they are; the first of equally near ones.
    pub(crate) fn nearest(&self, wanted: &Name, most: usize) -> Option<(usize, &T)> {
        let [forward, backward] = &self.orders;
        let here = forward.partition_point(|(_, number)| self.all[*number].0.letters < wanted.letters);
        let there = backward.partition_point(|(_, number)| {
            self.all[*number].0.letters.iter().rev().lt(wanted.letters.iter().rev())
        });
        let near = round(forward, here).iter().chain(round(backward, there));
        let near = near.filter(|(mask, _)| may_be_near(*mask, wanted.mask, most));
        near.filter_map(|(_, number)| {
            let (name, of) = &self.all[*number];
            Some((wanted.slips(name, most)?, of))
        })
        .min()
    }
}

/// What lies round a place, all of it where that is little.
fn round<T>(all: &[T], at: usize) -> &[T] {
    let start = at.saturating_sub(REACH).min(all.len().saturating_sub(2 * REACH));
    &all[start..(start + 2 * REACH).min(all.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_the_nearest_is_found() {
        let written = ["Reset", "invoice", "invoices", "resat"];
        let names = Names::new(written.iter().zip(0..).map(|(name, number)| (*name, number)));
        let nearest = |name: &str| names.nearest(&Name::new(name), 2).map(|(slips, of)| (slips, *of));
        assert_eq!(nearest("reset"), Some((0, 0)));
        assert_eq!(nearest("reste"), Some((1, 0)));
        assert_eq!(nearest("invoicse"), Some((1, 1)));
        assert_eq!(nearest("invoicess"), Some((1, 2)));
        assert_eq!(nearest("entirely"), None);
    }

    #[test]
    fn a_slip_is_found_among_many_names() {
        let many: Vec<String> =
            (0..20_000).map(|number| format!("article-{:x}-end", number * 7_919)).collect();
        let names = Names::new(many.iter().map(|name| (name.as_str(), name.as_str())));
        for wrong in ["articel-4d5d8-end", "article-4d5d8-edn", "xarticle-4d5d8-end", "article-4d5d8-en"] {
            let found = names.nearest(&Name::new(wrong), 3);
            assert!(found.is_some_and(|(slips, _)| slips <= 3), "{wrong}: {found:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn as_many_as_without_a_bound(a in "[abcAé]{0,9}", b in "[abcAé]{0,9}", most in 0_usize..5) {
            let all = strsim::osa_distance(&a.to_lowercase(), &b.to_lowercase());
            let found = Name::new(&a).slips(&Name::new(&b), most);
            proptest::prop_assert_eq!(found, (all <= most).then_some(all));
        }
    }
}
