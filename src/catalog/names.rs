//! The nearest of many names to a wrong one, found without comparing it with each of them. Knows no paths.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::keyed::Keyed;
use super::pieces;
use super::slip::Name;

/// Slips that a search looks for at the most.
const MAX_SLIPS: usize = 3;

/// Names that are looked at in one search, and those of them that are compared letter by letter. A search that would take
/// more ends with what it has found: where many names are wrong, searching must not take the square of their number.
const MOST_LOOKED_AT: usize = 400;
const MOST_COMPARED: usize = 100;

/// Names to be searched for the nearest, each with what it is the name of.
///
/// Only those are looked at that have a piece in common with the wanted one, as each near name has.
#[derive(Debug)]
pub(crate) struct Names<T> {
    of: Vec<T>,
    names: Vec<Name>,
    by_piece: Keyed,
}

impl<T: Ord> Names<T> {
    /// Of those with one name the first counts, in the order of `T`.
    pub(crate) fn new<'n>(named: impl Iterator<Item = (&'n str, T)>) -> Self {
        let mut first: BTreeMap<Name, T> = BTreeMap::new();
        for (written, of) in named {
            match first.entry(Name::new(written)) {
                Entry::Vacant(free) => {
                    free.insert(of);
                }
                Entry::Occupied(mut known) if of < *known.get() => *known.get_mut() = of,
                Entry::Occupied(_) => {}
            }
        }
        let (names, of): (Vec<Name>, Vec<T>) = first.into_iter().unzip();
        let by_piece = Keyed::new(&names, pieces::of_name);
        Self { of, names, by_piece }
    }

    /// The nearest to `wanted` with `most` slips or fewer, three at the most, and how many they are; the first of equally
    /// near ones.
    pub(crate) fn nearest(&self, wanted: &Name, most: usize) -> Option<(usize, &T)> {
        if self.names.is_empty() {
            return None;
        }
        // Most wrong names have one slip, and are found with few pieces.
        let one = self.nearest_with(&pieces::with_one_slip(wanted), wanted, most.min(1));
        if one.is_some() || most < 2 {
            return one;
        }
        let most = most.min(MAX_SLIPS);
        self.nearest_with(&pieces::with_more_slips(wanted, most), wanted, most)
    }

    fn nearest_with(&self, pieces: &[u64], wanted: &Name, most: usize) -> Option<(usize, &T)> {
        let mut nearest: Option<(usize, &T)> = None;
        let mut compared: Vec<usize> = Vec::new();
        for number in self.by_piece.with_any(pieces).take(MOST_LOOKED_AT) {
            let most = nearest.map_or(most, |(slips, _)| slips);
            let name = &self.names[number];
            if !name.may_be_near(wanted, most) || compared.contains(&number) {
                continue;
            }
            if compared.len() == MOST_COMPARED {
                break;
            }
            compared.push(number);
            let found = wanted.slips(name, most).map(|slips| (slips, &self.of[number]));
            nearest = nearest.into_iter().chain(found).min();
        }
        nearest
    }
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
        fn as_near_as_the_nearest_of_all(
            names in proptest::collection::vec("[abcAé]{0,8}", 0..40),
            wanted in "[abcAé]{0,8}",
            most in 0_usize..4,
        ) {
            let wanted = Name::new(&wanted);
            let each = names.iter().zip(0..);
            let all = each.clone().filter_map(|(name, number)| Some((wanted.slips(&Name::new(name), most)?, number)));
            let names = Names::new(each.map(|(name, number)| (name.as_str(), number)));
            let found = names.nearest(&wanted, most);
            proptest::prop_assert_eq!(found.map(|(slips, number)| (slips, *number)), all.min());
        }
    }
}
