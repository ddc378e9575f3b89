//! What one translation has otherwise than all others of the same version of the source. Knows lists of facts only.

use std::collections::BTreeMap;

use super::Fact;

/// A fact in which one translation differs from all its siblings, and they from none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Odd<'f> {
    /// The fact where the translation has it, else where a sibling has it.
    pub fact: &'f Fact<'f>,
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
    let mut first: BTreeMap<&str, &'f Fact<'f>> = BTreeMap::new();
    for (list, facts) in std::iter::once(&ours).chain(siblings).enumerate() {
        for fact in *facts {
            counts.entry(&fact.key).or_insert_with(|| vec![0; siblings.len() + 1])[list] += 1;
            first.entry(&fact.key).or_insert(fact);
        }
    }
    let odd = counts.into_iter().filter_map(|(key, counts)| {
        let (&ours, theirs) = counts.split_first()?;
        let &count = theirs.first()?;
        let agree = theirs.iter().all(|&other| other == count);
        (agree && ours != count).then(|| Some(Odd { fact: first.get(key)?, ours, theirs: count }))?
    });
    odd.collect()
}
