//! The nearest of many names to a wrong one, found without comparing it with each of them. Knows no paths.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use super::slip::{self, Name};

/// Slips that a search looks for at the most.
const MAX_SLIPS: usize = 3;

/// Letters that one search looks at; one that would take more ends with what it has found: where many names are wrong,
/// searching must not take the square of their number.
const MOST_STEPS: usize = 400;

/// Names that are compared with the wanted one rather than followed letter by letter.
const FEW: usize = 8;

/// Names to be searched for the nearest, each with what it is the name of.
///
/// A name with few slips has half of them at the most in one of its halves. So names are searched letter by letter from the
/// beginning and from the end, and a beginning that has slips already leaves few names to look at.
#[derive(Debug)]
pub(crate) struct Names<T> {
    of: Vec<T>,
    forward: Order,
    backward: Order,
}

impl<T: Ord> Names<T> {
    /// Of those with one name the first counts, in the order of `T`.
    pub(crate) fn new<'n>(named: impl Iterator<Item = (&'n str, T)>) -> Self {
        let mut first: BTreeMap<Vec<char>, T> = BTreeMap::new();
        for (written, of) in named {
            match first.entry(Name::new(written).into_letters()) {
                Entry::Vacant(free) => {
                    free.insert(of);
                }
                Entry::Occupied(mut known) if of < *known.get() => *known.get_mut() = of,
                Entry::Occupied(_) => {}
            }
        }
        let forward = Order::new(first.keys().zip(0..));
        let mut turned: Vec<(Vec<char>, usize)> = first
            .keys()
            .zip(0..)
            .map(|(name, number)| (name.iter().rev().copied().collect(), number))
            .collect();
        turned.sort_unstable();
        let backward = Order::new(turned.iter().map(|(name, number)| (name, *number)));
        Self { of: first.into_values().collect(), forward, backward }
    }

    /// The nearest to `wanted` with `most` slips or fewer, three at the most, and how many they are; the first of equally
    /// near ones.
    pub(crate) fn nearest(&self, wanted: &Name, most: usize) -> Option<(usize, &T)> {
        let (wanted, mask) = (wanted.as_letters(), wanted.mask());
        let turned: Vec<char> = wanted.iter().rev().copied().collect();
        let middle = wanted.len().div_ceil(2);
        let mut steps = MOST_STEPS;
        // Most wrong names have one slip, which is found in a few steps.
        let [none, one] = [0, 1].map(|slips| (slips <= most).then_some(slips));
        let all = (most > 1).then_some(most.min(MAX_SLIPS));
        [none, one, all].into_iter().flatten().find_map(|most| {
            let mut found = Vec::new();
            let limits =
                [(&self.forward, wanted, middle), (&self.backward, &turned, wanted.len() - middle + 1)];
            for (order, wanted, strict) in limits {
                let limit = Limit { strict, few: most / 2, most };
                let mut search = Search { order, wanted, mask, limit, steps, found };
                // Without a slip in its beginning, a name begins as the wanted one does.
                let depth = if limit.few == 0 { strict.saturating_sub(1) } else { 0 };
                if let Some(beginning) = order.that_begins(&wanted[..depth]) {
                    search.follow(beginning, Rows::at(beginning.depth, wanted.len(), limit));
                }
                (steps, found) = (search.steps, search.found);
            }
            found.into_iter().map(|(slips, number)| (slips, &self.of[number])).min()
        })
    }
}

/// Names in the order of their letters, and a tree of their beginnings.
#[derive(Debug, Default)]
struct Order {
    /// Of all names, one after another.
    letters: Vec<char>,
    /// Where the letters of each stand, and its number.
    names: Vec<(Range<usize>, usize)>,
    /// The mask of each.
    masks: Vec<u64>,
    /// The first one is the empty beginning.
    beginnings: Vec<Beginning>,
}

/// The names that begin alike.
#[derive(Debug, Default)]
struct Beginning {
    /// How many letters it has, and the last of them.
    depth: usize,
    letter: char,
    names: Range<usize>,
    /// Those with one letter more, in the order of that; none where there are few names.
    longer: Range<usize>,
}

impl Order {
    fn new<'n>(sorted: impl Iterator<Item = (&'n Vec<char>, usize)>) -> Self {
        let mut order = Self::default();
        for (name, number) in sorted {
            let start = order.letters.len();
            order.letters.extend(name);
            order.names.push((start..order.letters.len(), number));
            order.masks.push(slip::mask(name));
        }
        order.beginnings.push(Beginning { names: 0..order.names.len(), ..Beginning::default() });
        let mut at = 0;
        while let Some(Beginning { depth, names, .. }) = order.beginnings.get(at) {
            let (depth, names, start) = (*depth, names.clone(), order.beginnings.len());
            if names.len() > FEW {
                order.lengthen(depth, names);
            }
            order.beginnings[at].longer = start..order.beginnings.len();
            at += 1;
        }
        order
    }

    /// Adds the beginnings of `names`, alike in `depth` letters, that have one letter more.
    fn lengthen(&mut self, depth: usize, names: Range<usize>) {
        let mut last = None;
        for name in names {
            let letter = self.name(name).get(depth).copied();
            match (letter, self.beginnings.last_mut()) {
                (Some(_), Some(same)) if letter == last => same.names.end = name + 1,
                (Some(letter), _) => {
                    let (depth, names) = (depth + 1, name..name + 1);
                    self.beginnings.push(Beginning { depth, letter, names, longer: 0..0 });
                }
                (None, _) => {}
            }
            last = letter;
        }
    }

    fn name(&self, name: usize) -> &[char] {
        &self.letters[self.names[name].0.clone()]
    }

    /// The longest beginning of these letters, none of which is another's.
    fn that_begins(&self, letters: &[char]) -> Option<&Beginning> {
        let mut found = self.beginnings.first()?;
        for letter in letters {
            if found.longer.is_empty() {
                break;
            }
            found = self.longer(found, *letter)?;
        }
        Some(found)
    }

    fn longer(&self, beginning: &Beginning, letter: char) -> Option<&Beginning> {
        let longer = &self.beginnings[beginning.longer.clone()];
        longer.binary_search_by_key(&letter, |longer| longer.letter).ok().map(|at| &longer[at])
    }
}

/// How many slips a beginning of the wanted name may have.
#[derive(Clone, Copy, Debug)]
struct Limit {
    /// A beginning with fewer letters has `few` slips at the most, others have `most`.
    strict: usize,
    few: usize,
    most: usize,
}

impl Limit {
    fn at(self, letters: usize) -> usize {
        if letters < self.strict { self.few } else { self.most }
    }
}

/// More slips than are looked for.
const FAR: u8 = u8::MAX;

/// Slips between the letters of a name so far, and the beginnings of the wanted one that are not longer or shorter than these
/// by more than `MAX_SLIPS` letters.
type Row = [u8; WIDTH];
const WIDTH: usize = 2 * MAX_SLIPS + 1;

/// The table of optimal string alignment, as far as the next letter needs it.
#[derive(Clone, Copy, Debug)]
struct Rows {
    /// Letters of the name so far.
    depth: usize,
    last: Row,
    before: Row,
    letter: Option<char>,
}

impl Rows {
    /// After so many letters, all as they are wanted.
    fn at(depth: usize, wanted: usize, limit: Limit) -> Self {
        let mut last = [FAR; WIDTH];
        for left_out in 0..=MAX_SLIPS {
            let letters = depth + left_out;
            if letters <= wanted && left_out <= limit.at(letters) {
                last[MAX_SLIPS + left_out] = u8::try_from(left_out).unwrap_or(FAR);
            }
        }
        Self { depth, last, before: [FAR; WIDTH], letter: None }
    }

    /// Letters of the beginning that has its slips at `place` of a row.
    fn letters(depth: usize, place: usize) -> Option<usize> {
        (depth + place).checked_sub(MAX_SLIPS)
    }

    fn next(&self, letter: char, wanted: &[char], limit: Limit) -> Self {
        let depth = self.depth + 1;
        let mut row: Row = [FAR; WIDTH];
        for place in 0..row.len() {
            let Some(letters) = Self::letters(depth, place).filter(|letters| *letters <= wanted.len()) else {
                continue;
            };
            let put_in = self.last.get(place + 1).map_or(FAR, |slips| slips.saturating_add(1));
            let left_out = place.checked_sub(1).map_or(FAR, |before| row[before].saturating_add(1));
            let replaced = match letters.checked_sub(1).map(|at| wanted[at]) {
                Some(meant) => self.last[place].saturating_add(u8::from(meant != letter)),
                None => FAR,
            };
            let is_turned =
                letters > 1 && self.letter == Some(wanted[letters - 1]) && wanted[letters - 2] == letter;
            let turned = if is_turned { self.before[place].saturating_add(1) } else { FAR };
            let slips = put_in.min(left_out).min(replaced).min(turned);
            row[place] = if usize::from(slips) <= limit.at(letters) { slips } else { FAR };
        }
        Self { depth, last: row, before: self.last, letter: Some(letter) }
    }

    /// Letters of those beginnings that are near, with the slips of each.
    fn near(&self) -> impl Iterator<Item = (usize, usize)> {
        let near = self.last.into_iter().enumerate().filter(|(_, slips)| *slips != FAR);
        near.filter_map(|(place, slips)| Some((Self::letters(self.depth, place)?, usize::from(slips))))
    }
}

/// One search of an order.
struct Search<'s> {
    order: &'s Order,
    wanted: &'s [char],
    mask: u64,
    limit: Limit,
    /// Those that are left.
    steps: usize,
    /// Slips and numbers.
    found: Vec<(usize, usize)>,
}

impl<'s> Search<'s> {
    /// Searches the names that begin with what `rows` have seen.
    fn follow(&mut self, beginning: &'s Beginning, rows: Rows) {
        let order = self.order;
        let Some(longer) = order.beginnings[beginning.longer.clone()].first() else {
            return self.compare(beginning.names.clone());
        };
        let whole = rows.near().find(|(letters, _)| *letters == self.wanted.len());
        for (_, number) in &order.names[beginning.names.start..longer.names.start] {
            self.found.extend(whole.map(|(_, slips)| (slips, *number)));
        }
        // Without one more slip, the name goes on as the wanted one does, or ends a change of neighbours. The way with the
        // fewest slips comes first.
        let mut near: Vec<(usize, usize)> = rows.near().map(|(letters, slips)| (slips, letters)).collect();
        near.sort_unstable();
        let mut letters: Vec<char> = Vec::new();
        for back in [0, 1] {
            let next = near.iter().filter_map(|(_, letters)| self.wanted.get(letters.checked_sub(back)?));
            next.for_each(|letter| {
                if !letters.contains(letter) {
                    letters.push(*letter);
                }
            });
        }
        for letter in &letters {
            if let Some(longer) = order.longer(beginning, *letter) {
                self.step(longer, rows);
            }
        }
        if rows.near().any(|(letters, slips)| slips < self.limit.at(letters + 1)) {
            let others = order.beginnings[beginning.longer.clone()].iter();
            for other in others.filter(|other| !letters.contains(&other.letter)) {
                self.step(other, rows);
            }
        }
    }

    fn compare(&mut self, names: Range<usize>) {
        let most = self.limit.most;
        let masks = self.order.masks[names.clone()].iter();
        let near = names.zip(masks).filter(|(_, mask)| slip::may_be_near(**mask, self.mask, most));
        let slips = near.filter_map(|(name, _)| {
            let slips = slip::between(self.wanted, self.order.name(name), most)?;
            Some((slips, self.order.names[name].1))
        });
        self.found.extend(slips);
    }

    fn step(&mut self, beginning: &'s Beginning, rows: Rows) {
        let Some(left) = self.steps.checked_sub(1) else { return };
        self.steps = left;
        let rows = rows.next(beginning.letter, self.wanted, self.limit);
        if rows.near().next().is_some() {
            self.follow(beginning, rows);
        }
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
