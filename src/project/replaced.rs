//! Which translations of people machines have replaced, as git knows it. Judges none.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, DocsetIndex};
use crate::front_matter::{FrontMatter, TranslationType, source_hashes};
use crate::history::{self, Earlier, MadeFrom, Memory, Original};
use crate::translation::{Replaced, State, merge};

use super::loaded::Project;

/// A translation that is a machine's now, and was a person's.
struct Candidate {
    article: ArticleIndex,
    original: ArticleIndex,
    /// The hash that the person's text had.
    hash: String,
    /// That text, as an object of git.
    blob: String,
}

/// The three texts that show what was reworded.
struct Versions {
    old_source: String,
    new_source: String,
    person: String,
}

impl Project {
    /// Asks git for the earlier texts of all translations that machines have made.
    pub(super) fn replaced(&self, memory: &mut Memory) -> BTreeMap<ArticleIndex, Replaced> {
        let mut docsets: BTreeMap<DocsetIndex, Vec<ArticleIndex>> = BTreeMap::new();
        for article in self.catalog.articles.indices() {
            let made = self.file(article).front_matter.translation_type.as_ref().map(|made| made.value);
            if made == Some(TranslationType::Machine) && self.translations.state(article) != State::Source {
                docsets.entry(self.file(article).docset).or_default().push(article);
            }
        }
        let mut replaced = BTreeMap::new();
        for (docset, articles) in docsets {
            for candidate in self.candidates(docset, &articles, memory) {
                let versions = self.versions(docset, &candidate, memory);
                let syntax = self.file(candidate.article).document.syntax;
                let today = &self.file(candidate.article).text;
                let reworded = versions.map(|versions| {
                    merge::reworded(
                        syntax,
                        [&versions.old_source, &versions.new_source],
                        [&versions.person, today],
                    )
                });
                replaced.insert(candidate.article, Replaced { reworded });
            }
        }
        replaced
    }

    /// Of translations in one docset those that a person made before.
    fn candidates(
        &self,
        docset: DocsetIndex,
        articles: &[ArticleIndex],
        memory: &mut Memory,
    ) -> Vec<Candidate> {
        let root = &self.catalog.docsets[docset].root;
        let below = |article: ArticleIndex| {
            let path: &str = &self.file(article).path;
            path.strip_prefix(root.as_str()).unwrap_or(path).trim_start_matches('/')
        };
        let labels: Vec<(&str, String)> =
            articles.par_iter().map(|&article| (below(article), label(&self.file(article).text))).collect();
        let Ok(found) = history::earlier(&self.root().join(root), &labels, &label, memory) else {
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

    /// The person's text, and the sources of both translations, where git knows them.
    fn versions(&self, docset: DocsetIndex, candidate: &Candidate, memory: &mut Memory) -> Option<Versions> {
        let own = self.recorded(candidate.article)?;
        let original = self.file(candidate.original);
        let root = &self.catalog.docsets[original.docset].root;
        let folder = self.root().join(root);
        let path: &str = &original.path;
        let path = path.strip_prefix(root.as_str()).unwrap_or(path).trim_start_matches('/');
        let made_from =
            [candidate.hash.as_str(), own].map(|hash| MadeFrom { hash: Some(hash), commit: None });
        let asked = [Original { path, made_from: made_from.to_vec() }];
        let hashes = |text: &str| source_hashes(text).to_vec();
        let traces = history::trace(&folder, &asked, &hashes, memory).ok()?;
        let mut blobs = traces.traced.into_iter().flatten().map(|traced| traced?.blob);
        let (old, new) = (blobs.next()??, blobs.next()??);
        let mut sources = history::texts(&folder, &[old.clone(), new.clone()]).ok()?;
        let new_source = sources.get(&new)?.clone();
        let old_source = sources.remove(&old)?;
        let own_folder = self.root().join(&self.catalog.docsets[docset].root);
        let mut person = history::texts(&own_folder, std::slice::from_ref(&candidate.blob)).ok()?;
        Some(Versions { old_source, new_source, person: person.remove(&candidate.blob)? })
    }
}

/// What the label of a person's text begins with.
const HUMAN: &str = "human:";

/// Who made a translation, and from what.
fn label(text: &str) -> String {
    let front_matter = FrontMatter::parse(text);
    let hash = front_matter.source_hash.map_or("-".to_owned(), |hash| hash.value);
    match front_matter.translation_type.map(|made| made.value) {
        Some(TranslationType::Human) => format!("{HUMAN}{hash}"),
        Some(TranslationType::Machine) => format!("machine:{hash}"),
        None => format!("unknown:{hash}"),
    }
}
