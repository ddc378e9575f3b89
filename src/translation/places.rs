//! Where the translation of a file would stand, as the translations that are there show. Makes no file.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, LocaleIndex};

/// By locale and by what a path of the source begins with, what that of the translation begins with.
#[derive(Debug)]
pub(super) struct Places(BTreeMap<(LocaleIndex, String), Option<String>>);

impl Places {
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut places: BTreeMap<(LocaleIndex, String), Option<String>> = BTreeMap::new();
        let Some(source) = catalog.source else { return Self(places) };
        for identity in &catalog.identities {
            let Some(original) = identity.translations[source] else { continue };
            for (locale, own) in identity.translations.iter_enumerated() {
                let Some(own) = own.filter(|_| locale != source) else { continue };
                let path = |article| &*catalog.articles[article].file.path;
                let Some((from, to)) = starts(path(original), path(own)) else { continue };
                let known = places.entry((locale, from.to_owned())).or_insert_with(|| Some(to.to_owned()));
                // Two places: neither is certain.
                if known.as_deref() != Some(to) {
                    *known = None;
                }
            }
        }
        Self(places)
    }

    /// The place of a translation of `source`.
    pub(super) fn of(&self, locale: LocaleIndex, source: &str) -> Option<String> {
        let ends = source.match_indices('/').map(|(at, _)| at + 1).chain([0]);
        let mut ends: Vec<usize> = ends.collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        let found = ends.into_iter().find_map(|end| {
            let (from, rest) = source.split_at(end);
            self.0.get(&(locale, from.to_owned())).map(|to| to.as_ref().map(|to| format!("{to}{rest}")))
        });
        found.flatten()
    }
}

/// What both paths begin with, where they end in the same steps.
fn starts<'a>(source: &'a str, own: &'a str) -> Option<(&'a str, &'a str)> {
    let same = source.rsplit('/').zip(own.rsplit('/')).take_while(|(a, b)| a == b);
    let length: usize = same.map(|(step, _)| step.len() + 1).sum();
    let cut = |path: &'a str| path.get(..(path.len() + 1).checked_sub(length)?);
    (length > 0).then_some(())?;
    Some((cut(source)?, cut(own)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_paths_begin_with() {
        assert_eq!(
            starts("content/en-US/a/b.md", "content/de-DE/a/b.md"),
            Some(("content/en-US/", "content/de-DE/"))
        );
        assert_eq!(starts("docs/b.md", "i18n/de/current/b.md"), Some(("docs/", "i18n/de/current/")));
        assert_eq!(starts("b.md", "de/b.md"), Some(("", "de/")));
        assert_eq!(starts("b.md", "b.de.md"), None);
    }
}
