//! Locales as data: tags, fallback chains, direction, own names, collation, dates, all from ICU4X. No table of
//! languages is kept here, and no locale is special.

use std::sync::Arc;

/// A locale: a canonical BCP 47 tag and what follows from it. Cheap to clone; ordered by tag.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Locale(Arc<str>);

impl Locale {
    /// `he-IL`.
    pub fn tag(&self) -> &str {
        &self.0
    }
}
