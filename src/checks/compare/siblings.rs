//! What one translation has otherwise than all others of the same version of the source. Knows lists of facts only.

use std::collections::BTreeMap;

use crate::diagnostic::Span;

use super::{Difference, Fact};

/// A fact in which one translation differs from all its siblings, and they from none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Odd<'f> {
    /// The fact where the translation has it, else where a sibling has it.
    pub fact: &'f Fact<'f>,
    /// The sibling whose fact it is; none where it is the translation's own.
    pub sibling: Option<usize>,
    pub ours: usize,
    /// How often each sibling has it.
    pub theirs: usize,
}

/// The facts that are odd in `ours`, by key.
pub(crate) fn odd<'f>(ours: &'f [Fact<'f>], siblings: &[&'f [Fact<'f>]]) -> Vec<Odd<'f>> {
    let keys = |facts: &'f [Fact<'f>]| facts.iter().map(|fact| &*fact.key);
    if siblings.iter().all(|facts| keys(facts).eq(keys(ours))) {
        return Vec::new();
    }
    let mut counts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut first: BTreeMap<&str, (usize, &'f Fact<'f>)> = BTreeMap::new();
    for (list, facts) in std::iter::once(&ours).chain(siblings).enumerate() {
        for fact in *facts {
            counts.entry(&fact.key).or_insert_with(|| vec![0; siblings.len() + 1])[list] += 1;
            first.entry(&fact.key).or_insert((list, fact));
        }
    }
    let odd = counts.into_iter().filter_map(|(key, counts)| {
        let (&ours, theirs) = counts.split_first()?;
        let &count = theirs.first()?;
        let agree = theirs.iter().all(|&other| other == count);
        let &(list, fact) = first.get(key).filter(|_| agree && ours != count)?;
        Some(Odd { fact, sibling: list.checked_sub(1), ours, theirs: count })
    });
    odd.collect()
}

/// How a translation differs from all its siblings, in the order of the text. As many that only it has as those that it
/// lacks stand for each other. `place` says where something that a sibling has should be.
pub(crate) fn among<'f>(
    ours: &'f [Fact<'f>],
    siblings: &[&'f [Fact<'f>]],
    mut place: impl FnMut(usize, &Fact<'_>) -> Span,
) -> Vec<Difference<'f>> {
    let mut odd = odd(ours, siblings);
    odd.sort_by_key(|odd| odd.fact.span);
    let (missing, has): (Vec<Odd<'f>>, Vec<Odd<'f>>) = odd.into_iter().partition(|odd| odd.ours == 0);
    let (added, times): (Vec<Odd<'f>>, Vec<Odd<'f>>) = has.into_iter().partition(|odd| odd.theirs == 0);
    let mut found: Vec<Difference<'f>> = Vec::new();
    if missing.len() == added.len() {
        found.extend(
            added
                .iter()
                .zip(&missing)
                .map(|(ours, theirs)| Difference::Changed { ours: ours.fact, theirs: theirs.fact }),
        );
    } else {
        found.extend(added.iter().map(|odd| Difference::Added { ours: odd.fact }));
        found.extend(missing.iter().map(|odd| {
            let at = odd.sibling.map_or(odd.fact.span, |sibling| place(sibling, odd.fact));
            Difference::Missing { theirs: odd.fact, at }
        }));
    }
    found.extend(times.iter().map(|odd| Difference::Times {
        fact: odd.fact,
        ours: odd.ours,
        theirs: odd.theirs,
    }));
    found
}
