//! Slips in writing a name: how many lie between two. Knows no paths.

/// A name whose letter case counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

    pub(crate) fn letters(&self) -> usize {
        self.letters.len()
    }

    /// The slips between two names, where they are `most` or fewer: letters left out, put in, replaced, or changed with
    /// their neighbours. `most` is small: the work is four times as much with each more.
    pub(crate) fn slips(&self, other: &Self, most: usize) -> Option<usize> {
        if !self.may_be_near(other, most) {
            return None;
        }
        let (a, b) = without_common(&self.letters, &other.letters);
        distance(a, b, most)
    }

    /// Whether the lengths and the letters of two names allow that they are near. A slip takes one kind of letter away at
    /// the most, and brings one.
    pub(super) fn may_be_near(&self, other: &Self, most: usize) -> bool {
        let only = |mask: u64, other: u64| (mask & !other).count_ones() as usize;
        self.letters.len().abs_diff(other.letters.len()) <= most
            && only(self.mask, other.mask) <= most
            && only(other.mask, self.mask) <= most
    }
}

/// The letters that there are, by their last six bits.
fn mask(letters: &[char]) -> u64 {
    letters.iter().fold(0, |mask, letter| mask | 1 << (u32::from(*letter) % 64))
}

/// Both without what they begin and end with alike.
fn without_common<'n>(a: &'n [char], b: &'n [char]) -> (&'n [char], &'n [char]) {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    (&a[..a.len() - end], &b[..b.len() - end])
}

/// The distance of optimal string alignment. A common beginning costs no slip; behind it each way to make one is tried.
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if most == 0 {
        return (a == b).then_some(0);
    }
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    let ([first_a, rest_a @ ..], [first_b, rest_b @ ..]) = (a, b) else {
        return Some(a.len().max(b.len()));
    };
    let turned = match (rest_a, rest_b) {
        ([next_a, a @ ..], [next_b, b @ ..]) if next_a == first_b && first_a == next_b => Some((a, b)),
        _ => None,
    };
    let mut nearest = None;
    for (a, b) in [(rest_a, rest_b), (a, rest_b), (rest_a, b)].into_iter().chain(turned) {
        let left = nearest.unwrap_or(most) - 1;
        if let Some(slips) = distance(a, b, left) {
            nearest = Some(slips + 1);
            if slips == 0 {
                break;
            }
        }
    }
    nearest
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
