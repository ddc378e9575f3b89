//! Which articles are about the same thing: by the custom IDs they share, then by the section they are in. Knows no page.

use std::collections::{BTreeMap, BTreeSet};

use super::contents::Catalog;
use crate::indexed::{IdentityIndex, Idx, LocaleIndex};

/// An ID with more articles than this says nothing about any two of them.
const MAX_ARTICLES: usize = 10;

impl Catalog {
    /// The articles that share custom IDs with `identity`, the nearest first; the same for readers of every locale.
    ///
    /// A shared ID counts the more the fewer articles have it.
    pub fn sharing_ids(&self, identity: IdentityIndex) -> Vec<IdentityIndex> {
        // Weights are fractions of this number, so that sums are exact and their order depends on nothing else.
        const WHOLE: usize = 2520;
        let mut weights: BTreeMap<IdentityIndex, usize> = BTreeMap::new();
        for id in self.custom_ids_of(identity) {
            let articles = self.custom_ids.get(id).map_or(&[][..], Vec::as_slice);
            if articles.len() > MAX_ARTICLES {
                continue;
            }
            for &other in articles.iter().filter(|&&other| other != identity) {
                *weights.entry(other).or_default() += WHOLE / (articles.len() - 1);
            }
        }
        let mut by_weight: Vec<(IdentityIndex, usize)> = weights.into_iter().collect();
        by_weight.sort_by(|(a, weight), (b, other)| other.cmp(weight).then(a.cmp(b)));
        by_weight.into_iter().map(|(other, _)| other).collect()
    }

    /// Up to `count` articles related to `identity` that readers of `locale` can open, the nearest first: those that
    /// share IDs, `sharing`, then
    /// those of the same section, those that follow in the order of their IDs first.
    pub fn related(
        &self,
        identity: IdentityIndex,
        sharing: &[IdentityIndex],
        locale: LocaleIndex,
        count: usize,
    ) -> Vec<IdentityIndex> {
        // The page of a folder is no answer.
        let heads = |url: &str| url.is_empty() || self.index.folders.contains_key(url);
        let openable = |other: &IdentityIndex| {
            !heads(&self.identities[*other].url) && self.shown(*other, locale).is_some()
        };
        let mut related: Vec<IdentityIndex> = sharing.iter().copied().filter(openable).take(count).collect();
        let missing = count - related.len();
        let section: Vec<IdentityIndex> = self
            .section_of(identity)
            .filter(|other| !related.contains(other))
            .filter(openable)
            .take(missing)
            .collect();
        related.extend(section);
        related
    }

    /// The custom IDs of all translations, each once.
    fn custom_ids_of(&self, identity: IdentityIndex) -> BTreeSet<&str> {
        let translations = self.identities[identity].translations.iter().flatten();
        let ids = translations.flat_map(|&article| &self.articles[article].file.front_matter.custom_ids);
        ids.map(|id| id.value.as_str()).collect()
    }

    /// The other articles in the folder of `identity`, from the next one on and round to its beginning; none outside any.
    fn section_of(&self, identity: IdentityIndex) -> impl Iterator<Item = IdentityIndex> {
        let folder_of =
            |index: IdentityIndex| self.identities[index].id.rsplit_once('/').map(|(folder, _)| folder);
        let folder = folder_of(identity);
        // IDs are in order, so a folder's articles are neighbours, with those of its subfolders between them.
        let in_folder = move |index: &IdentityIndex| {
            folder.is_some_and(|folder| self.identities[*index].id.starts_with(folder))
        };
        let position = identity.position();
        let after = (position + 1..self.identities.len()).map(IdentityIndex::at).take_while(in_folder);
        let (before, _) = self.identities.split_at(position);
        let first =
            before.partition_point(|other| !folder.is_some_and(|folder| other.id.starts_with(folder)));
        after.chain((first..position).map(IdentityIndex::at)).filter(move |&index| folder_of(index) == folder)
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::{Catalog, LocaleIndex, Options};
    use crate::sources::Sources;

    /// The IDs related to `id` for readers of the only locale.
    fn related(files: &[(&str, &str)], id: &str) -> Vec<String> {
        let mut sources = Sources::default();
        for (path, ids) in files {
            let text = format!("---\ntitle: T\ncustom_ids: [{ids}]\n---\n# T\n");
            sources.texts.insert(format!("en/{path}.md").into(), text.into_bytes());
        }
        let catalog = Catalog::new(&sources, &Options::default());
        let identity = catalog.identities.position(|identity| &*identity.id == id).unwrap();
        let related = catalog.related(identity, &catalog.sharing_ids(identity), LocaleIndex(0), 5);
        related.into_iter().map(|other| catalog.identities[other].id.to_string()).collect()
    }

    #[test]
    fn rare_ids_count_more() {
        let files = [("a", "1, 2"), ("b", "1"), ("c", "1"), ("d", "2"), ("e", "9")];
        assert_eq!(related(&files, "a"), ["d", "b", "c"]);
        assert_eq!(related(&files, "e"), [""; 0]);
    }

    #[test]
    fn an_id_of_many_articles_says_nothing() {
        let names: Vec<String> = (0..11).map(|number| format!("a{number}")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "1")).collect();
        assert_eq!(related(&files, "a0"), [""; 0]);
        assert_eq!(related(&files[1..], "a1").len(), 5);
    }

    #[test]
    fn the_section_fills_what_remains() {
        let files = [("s/a", "1"), ("s/b", "7"), ("s/c", "7"), ("s/deep/x", "7"), ("t", "1"), ("top", "7")];
        assert_eq!(related(&files, "s/a"), ["t", "s/b", "s/c"]);
        assert_eq!(related(&files, "t"), ["s/a"]);
    }
}
