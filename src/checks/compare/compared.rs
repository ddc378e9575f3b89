//! A translation beside what it is compared with. Compares nothing.

use std::mem::discriminant;

use crate::alignment::Alignment;
use crate::catalog::{Article, Catalog, Conflict, Identity, LocaleIndex};
use crate::translation::{Basis, Replaced, State};

use super::Facts;

/// One article as a translation: its state, and what it can be compared with.
#[derive(Debug)]
pub struct Compared<'c> {
    pub catalog: &'c Catalog,
    pub identity: &'c Identity,
    pub article: &'c Article,
    pub state: State,
    /// What a machine has replaced in it, where git was asked.
    pub replaced: Option<Replaced>,
    pub basis: Basis,
    pub against: Against<'c>,
}

/// What a translation is compared with. Translations of other versions of the source differ for good reason, so there
/// is often nothing.
#[derive(Debug)]
pub enum Against<'c> {
    Nothing,
    /// The source that it was made from, today's.
    Source {
        ours: &'c Facts<'c>,
        source: &'c Facts<'c>,
        alignment: Alignment,
    },
    /// At least three others made from the same version of the source, which is not at hand.
    Siblings {
        ours: &'c Facts<'c>,
        siblings: Vec<&'c Facts<'c>>,
    },
    /// One or two others of that kind: too few for a vote, but one side can be shown to be wrong.
    Few {
        ours: &'c Facts<'c>,
        siblings: Vec<&'c Facts<'c>>,
    },
}

impl<'c> Compared<'c> {
    /// Whether another article has the ID or the URL that this one asks for. That is its finding: what follows from it is none.
    pub(crate) fn is_displaced(&self) -> bool {
        self.article.id_taken_by.is_some() || matches!(self.identity.conflict, Some(Conflict::With(_)))
    }

    /// The source or the siblings whose blocks stand side by side with those of the article: as many, of the same kinds.
    pub(crate) fn beside(&self) -> Vec<&'c Article> {
        let others: &[&'c Facts<'c>] = match &self.against {
            Against::Nothing => &[],
            Against::Source { source, .. } => std::slice::from_ref(source),
            Against::Siblings { siblings, .. } | Against::Few { siblings, .. } => siblings,
        };
        let kinds =
            |article: &'c Article| article.file.document.blocks.iter().map(|block| discriminant(&block.kind));
        let others = others.iter().map(|facts| facts.article);
        others.filter(|other| kinds(other).eq(kinds(self.article))).collect()
    }

    /// The tags of some locales, for people.
    pub(crate) fn tags(&self, locales: impl IntoIterator<Item = LocaleIndex>) -> String {
        let tags: Vec<&str> =
            locales.into_iter().map(|locale| self.catalog.locales[locale].locale.tag()).collect();
        match tags.as_slice() {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }
}
