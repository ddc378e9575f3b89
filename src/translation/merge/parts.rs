//! The three texts that are merged, and what of them the draft takes. Decides nothing.

use super::pairing::Pair;
use super::unit::{Article, Unit};

/// What is merged.
pub(super) struct Parts<'a, 't> {
    pub(super) old: &'a Article<'t>,
    pub(super) new: &'a Article<'t>,
    pub(super) own: &'a Article<'t>,
    /// By unit of the old source the one of the translation.
    pub(super) translations: &'a [Option<usize>],
}

/// What stands in the draft for each unit of the new source, without the quotes and lists around it; none where the source does.
pub(super) type Reused = Vec<Option<String>>;

impl Parts<'_, '_> {
    /// The units of the old source and of the old translation that unit `at` of the new source may be taken from.
    pub(super) fn origin(&self, pair: Pair) -> Option<(&Unit, &Unit)> {
        let (Pair::Equal(old) | Pair::Readdressed(old)) = pair else { return None };
        let own = self.translations.get(old).copied().flatten()?;
        Some((&self.old.units[old], &self.own.units[own]))
    }
}
