//! What is handed off: the articles that are due, with their texts. Writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{ArticleIndex, DocsetIndex, IdentityIndex, LocaleIndex};
use crate::exchange::{ExchangeFile, FileKind, Made};
use crate::front_matter::Date;
use crate::history;
use crate::project::changes::Cache;
use crate::project::loaded::Project;
use crate::project::remembered::{self, Remembered, is_article_path, text_hash};
use crate::project::translations::StatusExtent;
use crate::translation::merge::Merge;
use crate::translation::{DueStatus, HandedOff, State, Status};

use super::data::{HandoffRequest, InProgressFile};
use super::texts::{OwnedTexts, has_markers, made};

/// What the user wants to hand off.
pub(super) struct Wanted<'a> {
    pub(super) locales: BTreeSet<LocaleIndex>,
    /// All if none.
    pub(super) articles: BTreeSet<IdentityIndex>,
    pub(super) request: &'a HandoffRequest<'a>,
}

/// What is handed off, and what is not.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) files: Vec<GatheredFile>,
    pub(super) in_progress: Vec<InProgressFile>,
    pub(super) refused: Vec<(String, String)>,
}

/// A file of a package.
pub(super) struct GatheredFile {
    pub(super) entry: HandedOff,
    pub(super) texts: OwnedTexts,
    /// Without units and name, which are made when it is written.
    pub(super) file: ExchangeFile,
}

impl Project {
    pub(super) fn gather(&self, wanted: &Wanted<'_>, remembered: &Remembered) -> Gathered {
        let status = self.status(StatusExtent::Detailed);
        let older = self.older_texts();
        let mut commits: BTreeMap<ArticleIndex, Option<String>> = BTreeMap::new();
        let mut gathered = Gathered::default();
        for one in &status.due {
            let Some((identity, locale)) = self.due_at(&status, one) else { continue };
            let is_wanted = wanted.locales.contains(&locale)
                && (wanted.articles.is_empty() || wanted.articles.contains(&identity))
                && wanted.request.states.contains(&one.state);
            let source =
                self.catalog.source.and_then(|it| self.catalog.identities[identity].translations[it]);
            let Some(source) = source.filter(|_| is_wanted) else { continue };
            let own = self.catalog.identities[identity].translations[locale];
            if let Some(there) = self.handed_off(one, &status, remembered) {
                gathered.in_progress.push(there);
                continue;
            }
            let texts = match self.texts(source, own, &older, remembered) {
                Ok(texts) => texts,
                Err(reason) => {
                    let tag = self.catalog.locales[locale].locale.tag();
                    gathered.refused.push((format!("{} ({tag})", status.articles[one.article].id), reason));
                    continue;
                }
            };
            let Some(target) = one.target.clone().filter(|target| is_article_path(target)) else {
                let tag = self.catalog.locales[locale].locale.tag();
                let reason = "no other translation shows where its file belongs; make that file with its front matter first";
                gathered
                    .refused
                    .push((format!("{} ({tag})", status.articles[one.article].id), reason.to_owned()));
                continue;
            };
            let commit = commits.entry(source).or_insert_with(|| {
                let folder = self.folder(self.file(source).docset);
                history::commit(&folder, self.below(source), &self.file(source).text)
            });
            gathered.files.push(self.gathered_file(
                &status,
                one,
                (source, locale),
                texts,
                target,
                commit.clone(),
            ));
        }
        gathered
    }

    fn gathered_file(
        &self,
        status: &Status,
        one: &DueStatus,
        (source, locale): (ArticleIndex, LocaleIndex),
        texts: OwnedTexts,
        target: String,
        source_commit: Option<String>,
    ) -> GatheredFile {
        let words = one.details.as_ref().map_or(0, |details| details.words);
        let reused_words = texts.original().older.map_or(0, |older| {
            Merge::new(texts.syntax, older.source, &texts.source, older.translation).reused_words()
        });
        let details = one.details.clone().unwrap_or_default();
        let locales = &self.catalog.locales;
        let entry = HandedOff {
            id: status.articles[one.article].id.clone(),
            locale: locales[locale].locale.tag().to_owned(),
            source: self.file(source).path.to_string(),
            target: target.clone(),
            source_hash: details.source_hash.clone(),
            source_commit,
            state: one.state.name().to_owned(),
            priority: one.priority.clone(),
            words,
            new_words: words.saturating_sub(reused_words),
            reused_words,
            recorded_hash: texts.older.as_ref().and(one.recorded_hash.clone()),
            target_hash: texts.translation.as_deref().map(text_hash),
            brought_hash: None,
        };
        let file = ExchangeFile {
            handoff: String::new(),
            kind: FileKind::Article,
            id: entry.id.clone(),
            source_locale: locales[self.catalog.articles[source].locale].locale.clone(),
            target_locale: locales[locale].locale.clone(),
            source: entry.source.clone(),
            target,
            source_hash: details.source_hash,
            units: Vec::new(),
        };
        GatheredFile { entry, texts, file }
    }

    /// The article and the locale that are due.
    fn due_at(&self, status: &Status, one: &DueStatus) -> Option<(IdentityIndex, LocaleIndex)> {
        let id = &*status.articles[one.article].id;
        let identity = match one.source.as_deref().and_then(|path| self.catalog.article_at(path)) {
            Some(article) => self.catalog.articles[article].identity,
            None => self.catalog.identities.position(|identity| &*identity.id == id)?,
        };
        Some((identity, self.catalog.locales.indices().nth(one.locale)?))
    }

    /// The hand-off that has the same text and is in progress.
    fn handed_off(
        &self,
        one: &DueStatus,
        status: &Status,
        remembered: &Remembered,
    ) -> Option<InProgressFile> {
        one.in_progress_since?;
        let (id, tag) = (&*status.articles[one.article].id, status.locales[one.locale].locale.tag());
        let (handoff, file) =
            remembered.files().filter(|(_, file)| file.id == id && file.locale == tag).last()?;
        let is_same = one.details.as_ref().is_some_and(|details| details.source_hash == file.source_hash);
        let since = Date::parse(&handoff.date).filter(|_| is_same)?.0;
        Some(InProgressFile {
            id: id.to_owned(),
            locale: tag.to_owned(),
            since,
            handoff: handoff.name.clone(),
        })
    }

    /// The texts of an article, or why it cannot be handed off.
    fn texts(
        &self,
        source: ArticleIndex,
        own: Option<ArticleIndex>,
        older: &BTreeMap<ArticleIndex, String>,
        remembered: &Remembered,
    ) -> Result<OwnedTexts, String> {
        for article in [Some(source), own].into_iter().flatten() {
            let file = self.file(article);
            if file.not_utf8.is_some() {
                return Err(format!("{} is not valid UTF-8", file.path));
            }
            if has_markers(file.document.syntax, &file.text) {
                return Err(format!("{} has markers of a merge that is not finished", file.path));
            }
        }
        if let Some(own) = own.filter(|&own| self.translations.own_state(own) == State::Current) {
            let causes = self.translations.causes(own).iter();
            let causes: Vec<&str> = causes.map(|cause| &*cause.path).collect();
            return Err(format!(
                "its own text is current; translate what it includes: {}",
                causes.join(", ")
            ));
        }
        let file = self.file(source);
        // What another hand-off keeps is known without git.
        let kept = |own: ArticleIndex| {
            let hash = self.recorded(own)?;
            let known = remembered
                .files()
                .any(|(_, file)| file.source_hash == hash || file.recorded_hash.as_deref() == Some(hash));
            remembered::source(self.root(), None, hash, &file.path).filter(|_| known)
        };
        Ok(OwnedTexts {
            syntax: file.document.syntax,
            source: file.text.clone(),
            translation: own.map(|own| self.file(own).text.clone()),
            older: own.and_then(|own| older.get(&own).cloned().or_else(|| kept(own))),
            made: own.map_or(Made::Unknown, |own| {
                made(self.file(own).front_matter.translation_type.as_ref().map(|made| made.value))
            }),
        })
    }

    /// The text that each translation was made from, where git knows it.
    fn older_texts(&self) -> BTreeMap<ArticleIndex, String> {
        let changes = self.changes(Cache::Written);
        let mut blobs: BTreeMap<DocsetIndex, BTreeSet<String>> = BTreeMap::new();
        for (docset, blob) in changes.made_from.values() {
            blobs.entry(*docset).or_default().insert(blob.clone());
        }
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for (docset, blobs) in blobs {
            texts.extend(history::texts(&self.folder(docset), &Vec::from_iter(blobs)).unwrap_or_default());
        }
        let text = |(&article, (_, blob)): (&ArticleIndex, &(DocsetIndex, String))| {
            // A commit may say it, and then no hash is that of its text.
            let text = texts.get(blob)?;
            let is_it = self.recorded(article).is_some_and(|hash| {
                crate::front_matter::source_hashes(text).iter().any(|known| known == hash)
            });
            is_it.then(|| (article, text.clone()))
        };
        changes.made_from.iter().filter_map(text).collect()
    }
}
