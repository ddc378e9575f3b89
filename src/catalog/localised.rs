//! An article that is read and in a locale, and has no ID yet. Data only.

use crate::indexed::LocaleIndex;

use super::model::{File, LocaleOrigin};
use super::reuse::ReusableNames;

/// An article with its locale.
pub(super) struct LocalisedArticle {
    pub(super) file: Box<File>,
    pub(super) locale: LocaleIndex,
    pub(super) origin: LocaleOrigin,
    pub(super) names: Option<ReusableNames>,
}
