//! How far outdated translations are behind their originals, as git knows it. Where git does not know, nothing is said.

use std::collections::BTreeMap;

use crate::catalog::{ArticleIndex, DocsetIndex};
use crate::front_matter::source_hashes;
use crate::history::{self, MadeFrom, Original};
use crate::translation::{AllBehind, Basis, Behind, State};

use super::loaded::Project;

impl Project {
    /// How far outdated translations are behind, each folder of originals asked for at once.
    pub(super) fn behind(&self) -> AllBehind {
        let mut behind = AllBehind::new();
        if self.translations.basis == Basis::Siblings {
            return behind;
        }
        let mut docsets: BTreeMap<DocsetIndex, BTreeMap<ArticleIndex, Vec<ArticleIndex>>> = BTreeMap::new();
        for article in self.catalog.articles.indices() {
            if let State::Outdated { newest } = self.translations.state(article) {
                let docset = docsets.entry(self.catalog.articles[newest].file.docset).or_default();
                docset.entry(newest).or_default().push(article);
            }
        }
        for (docset, originals) in docsets {
            behind.extend(self.behind_in(docset, &originals).into_iter().flatten());
        }
        behind
    }

    /// Of the originals in one docset, each with its outdated translations.
    fn behind_in(
        &self,
        docset: DocsetIndex,
        originals: &BTreeMap<ArticleIndex, Vec<ArticleIndex>>,
    ) -> Option<Vec<(ArticleIndex, Behind)>> {
        let root = &self.catalog.docsets[docset].root;
        let file = |article: ArticleIndex| &self.catalog.articles[article].file;
        let original = |(original, translations): (&ArticleIndex, &Vec<ArticleIndex>)| {
            let made_from = |&article: &ArticleIndex| MadeFrom {
                hash: file(article).front_matter.source_hash.as_ref().map(|hash| hash.value.as_str()),
                commit: file(article).front_matter.source_commit.as_ref().map(|commit| commit.value.as_str()),
            };
            let path: &str = &file(*original).path;
            let path = path.strip_prefix(root.as_str()).unwrap_or(path).trim_start_matches('/');
            Original { path, made_from: translations.iter().map(made_from).collect() }
        };
        let asked: Vec<Original<'_>> = originals.iter().map(original).collect();
        let hashes = |text: &str| source_hashes(text).to_vec();
        // What git does not know is not a fault of the articles.
        let found = history::behind(&self.root().join(root), &asked, &hashes).ok()?;
        let articles = originals.values().flatten().copied();
        let answers = articles.zip(found.into_iter().flatten());
        Some(
            answers
                .filter_map(|(article, distance)| {
                    let distance = distance?;
                    Some((article, Behind { commits: distance.commits, days: distance.days }))
                })
                .collect(),
        )
    }
}
