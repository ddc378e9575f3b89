//! Which translations of people machines have replaced, as git knows it. Judges none.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, DocsetIndex};
use crate::front_matter::{FrontMatter, TranslationType};
use crate::history::{self, Earlier, MadeFrom, Memory, Original, Traced};
use crate::translation::{Replaced, State, merge};

use super::changes::hashes;
use super::loaded::Project;
use super::name_changes::below;

/// A translation that is a machine's now, and was a person's.
struct Candidate {
    article: ArticleIndex,
    original: ArticleIndex,
    /// The hash that the person's text had.
    hash: String,
    /// That text, as an object of git.
    blob: String,
}

impl Project {
    /// Asks git for the earlier texts of all translations that machines have made.
    pub(super) fn replaced(&self, memory: &mut Memory) -> BTreeMap<ArticleIndex, Replaced> {
        // A locale each may be a docset: git is asked once for each repository.
        let mut of_docsets: BTreeMap<DocsetIndex, Vec<ArticleIndex>> = BTreeMap::new();
        for article in self.catalog.articles.indices() {
            let made = self.file(article).front_matter.translation_type.as_ref().map(|made| made.value);
            if made == Some(TranslationType::Machine) && self.translations.state(article) != State::Source {
                of_docsets.entry(self.file(article).docset).or_default().push(article);
            }
        }
        let mut repositories: BTreeMap<String, Vec<ArticleIndex>> = BTreeMap::new();
        for articles in of_docsets.into_values() {
            let repository = articles.first().map(|&article| self.repository(&self.file(article).path));
            repositories.entry(repository.unwrap_or_default()).or_default().extend(articles);
        }
        let mut replaced = BTreeMap::new();
        for (repository, articles) in repositories {
            let candidates = self.candidates(&repository, &articles, memory);
            let sources = self.sources(&candidates, memory);
            let blobs: Vec<String> = candidates.iter().map(|candidate| candidate.blob.clone()).collect();
            let persons = history::texts(&self.root().join(&repository), &blobs).unwrap_or_default();
            let one = |candidate: &Candidate| {
                let article = candidate.article;
                let file = self.file(article);
                let versions = sources.get(&article).zip(persons.get(&candidate.blob));
                let reworded = versions.map(|([old, new], person)| {
                    merge::reworded(file.document.syntax, [old, new], [person, &file.text])
                });
                (article, Replaced { reworded })
            };
            replaced.par_extend(candidates.par_iter().map(one));
        }
        replaced
    }

    /// Of translations in one repository those that a person made before.
    fn candidates(&self, repository: &str, articles: &[ArticleIndex], memory: &mut Memory) -> Vec<Candidate> {
        let paths: Vec<&str> =
            articles.iter().map(|&article| below(repository, &self.file(article).path)).collect();
        let folder = self.root().join(repository);
        let Ok(found) = history::earlier(&folder, &paths, MACHINE, &label, memory) else {
            return Vec::new();
        };
        let candidate = |(&article, earlier): (&ArticleIndex, Option<Earlier>)| {
            let Earlier { label, blob } = earlier?;
            let hash = label.strip_prefix(HUMAN)?.to_owned();
            let identity = &self.catalog.identities[self.catalog.articles[article].identity];
            Some(Candidate { article, original: identity.translations[self.catalog.source?]?, hash, blob })
        };
        articles.iter().zip(found).filter_map(candidate).collect()
    }

    /// The sources of the person's and of the machine's text, where git knows both.
    fn sources(&self, candidates: &[Candidate], memory: &mut Memory) -> BTreeMap<ArticleIndex, [String; 2]> {
        let mut docsets: BTreeMap<DocsetIndex, Vec<(ArticleIndex, Original<'_>)>> = BTreeMap::new();
        for candidate in candidates {
            let Some(own) = self.recorded(candidate.article) else { continue };
            let made_from =
                [candidate.hash.as_str(), own].map(|hash| MadeFrom { hash: Some(hash), commit: None });
            let original = Original { path: self.below(candidate.original), made_from: made_from.to_vec() };
            let docset = self.file(candidate.original).docset;
            docsets.entry(docset).or_default().push((candidate.article, original));
        }
        let mut sources = BTreeMap::new();
        for (docset, asked) in docsets {
            let (articles, originals): (Vec<ArticleIndex>, Vec<Original<'_>>) = asked.into_iter().unzip();
            let folder = self.folder(docset);
            let Ok(traces) = history::trace(&folder, &originals, &hashes, memory) else { continue };
            let blobs = |traced: Vec<Option<Traced>>| -> Option<[String; 2]> {
                let blobs: Option<Vec<String>> = traced.into_iter().map(|traced| traced?.blob).collect();
                blobs?.try_into().ok()
            };
            let found: Vec<(ArticleIndex, [String; 2])> = articles
                .into_iter()
                .zip(traces.traced)
                .filter_map(|(article, traced)| Some((article, blobs(traced)?)))
                .collect();
            let all: Vec<String> = found.iter().flat_map(|(_, blobs)| blobs.clone()).collect();
            let texts = history::texts(&folder, &all).unwrap_or_default();
            let with_texts = |(article, [old, new]): (ArticleIndex, [String; 2])| {
                Some((article, [texts.get(&old)?.clone(), texts.get(&new)?.clone()]))
            };
            sources.extend(found.into_iter().filter_map(with_texts));
        }
        sources
    }
}

/// What the labels of texts begin with, by who made them.
const HUMAN: &str = "human:";
const MACHINE: &str = "machine:";

/// Who made a translation, and from what.
fn label(text: &str) -> String {
    let front_matter = FrontMatter::parse(text);
    let hash = front_matter.source_hash.map_or("-".to_owned(), |hash| hash.value);
    match front_matter.translation_type.map(|made| made.value) {
        Some(TranslationType::Human) => format!("{HUMAN}{hash}"),
        Some(TranslationType::Machine) => format!("{MACHINE}{hash}"),
        None => format!("unknown:{hash}"),
    }
}
