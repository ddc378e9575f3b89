//! What git has said of translations that are not current. Asks nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{ArticleIndex, DocsetIndex, IncludeIndex};
use crate::translation::{AllBehind, Replaced, merge::ChangedWords};

/// What git knows of all translations that are not current.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    pub(super) behind: AllBehind,
    /// Those whose originals have changed in no word.
    pub(super) touched: BTreeSet<ArticleIndex>,
    /// Outdated includes whose sources have changed in no word.
    pub(super) touched_includes: BTreeSet<IncludeIndex>,
    /// The paths of outdated files of names and messages whose sources have changed in their order alone, or in no word.
    pub(super) touched_names: BTreeSet<String>,
    /// How many words of the sources of outdated includes have changed.
    pub(super) include_words: BTreeMap<IncludeIndex, ChangedWords>,
    /// The text that each was made from, as an object of git in the folder of its docset.
    pub(super) made_from: BTreeMap<ArticleIndex, (DocsetIndex, String)>,
    /// Those of people that machines have replaced.
    pub(super) replaced: BTreeMap<ArticleIndex, Replaced>,
    /// How many were made from a text that may lie in the part of the history that this clone lacks.
    pub(super) without_history: usize,
}
