//! What is handed off: the articles that are due, with their texts. Writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{ArticleIndex, DocsetIndex, IdentityIndex, LocaleIndex};
use crate::exchange::Made;
use crate::front_matter::Date;
use crate::history;
use crate::project::changes::Cache;
use crate::project::loaded::Project;
use crate::project::remembered::{self, Remembered, is_article_path};
use crate::project::translations::StatusExtent;
use crate::translation::{DueStatus, HandedOff, HandedOffKind, Handoff, State, Status};

use super::data::{HandoffRequest, InProgressFile};
use super::packed::{Described, GatheredFile};
use super::stampable;
use super::texts::{OwnedTexts, Reading, has_markers, made};

/// What the user wants to hand off.
pub(super) struct Wanted<'a> {
    pub(super) locales: BTreeSet<LocaleIndex>,
    /// All if none of these and no paths.
    pub(super) articles: BTreeSet<IdentityIndex>,
    /// Of includes, names and messages.
    pub(super) paths: BTreeSet<String>,
    pub(super) request: &'a HandoffRequest<'a>,
    /// By kind, ID and locale the last hand-off of each file that has not come back.
    last: BTreeMap<(HandedOffKind, &'a str, &'a str), (&'a Handoff, &'a HandedOff)>,
}

impl<'a> Wanted<'a> {
    pub(super) fn new(
        request: &'a HandoffRequest<'a>,
        locales: BTreeSet<LocaleIndex>,
        articles: BTreeSet<IdentityIndex>,
        paths: BTreeSet<String>,
        remembered: &'a Remembered,
    ) -> Self {
        let last = remembered.files();
        let last = last.map(|(handoff, file)| ((file.kind, &*file.id, &*file.locale), (handoff, file)));
        Self { locales, articles, paths, request, last: last.collect() }
    }

    /// The last hand-off of a file, if it has the same text.
    pub(super) fn in_progress(
        &self,
        kind: HandedOffKind,
        id: &str,
        tag: &str,
        source_hash: &str,
    ) -> Option<InProgressFile> {
        let (handoff, _) =
            self.last.get(&(kind, id, tag)).filter(|(_, file)| file.source_hash == source_hash)?;
        Some(InProgressFile {
            id: id.to_owned(),
            locale: tag.to_owned(),
            since: Date::parse(&handoff.date)?.0,
            handoff: handoff.name.clone(),
        })
    }
}

/// What is handed off, and what is not.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) files: Vec<GatheredFile>,
    pub(super) in_progress: Vec<InProgressFile>,
    pub(super) refused: Vec<(String, String)>,
    /// What is not in the package of a file that is, and why.
    pub(super) left_out: Vec<(String, String)>,
    /// The paths of what is handed off, or was before: what they outdate comes with them.
    pub(super) handed: BTreeSet<String>,
}

impl Gathered {
    /// Takes a file, or why it cannot be handed off.
    pub(super) fn add(&mut self, name: String, found: Result<(GatheredFile, Option<String>), String>) {
        match found {
            Ok((file, left_out)) => {
                self.files.push(file);
                self.left_out.extend(left_out.map(|why| (name, why)));
            }
            Err(reason) => self.refused.push((name, reason)),
        }
    }
}

impl Project {
    pub(super) fn gather(&self, wanted: &Wanted<'_>) -> Gathered {
        let status = self.status(StatusExtent::Detailed);
        let older = self.older_texts();
        let mut gathered = Gathered::default();
        self.gather_files(&status.files, wanted, &mut gathered);
        let is_any = wanted.articles.is_empty() && wanted.paths.is_empty();
        let due: Vec<(&DueStatus, IdentityIndex, LocaleIndex)> = status
            .due
            .iter()
            .filter_map(|one| self.due_at(&status, one).map(|(identity, locale)| (one, identity, locale)))
            .filter(|(one, identity, locale)| {
                wanted.locales.contains(locale)
                    && (is_any || wanted.articles.contains(identity))
                    && wanted.request.states.contains(&one.state)
            })
            .collect();
        let paths = due.iter().flat_map(|(one, ..)| [&one.source, &one.path]).flatten();
        gathered.handed.extend(paths.cloned());
        for (one, identity, locale) in due {
            let source =
                self.catalog.source.and_then(|it| self.catalog.identities[identity].translations[it]);
            let Some(source) = source else { continue };
            let own = self.catalog.identities[identity].translations[locale];
            if own.is_some_and(|own| self.comes_with(own, &gathered.handed)) {
                continue;
            }
            let (id, tag) = (&*status.articles[one.article].id, status.locales[one.locale].locale.tag());
            let hash = one.details.as_ref().filter(|_| one.in_progress_since.is_some());
            let hash = hash.map(|details| &*details.source_hash);
            if let Some(there) =
                hash.and_then(|hash| wanted.in_progress(HandedOffKind::Article, id, tag, hash))
            {
                gathered.in_progress.push(there);
                continue;
            }
            let older = own.and_then(|own| older.get(&own));
            let found = self.texts(source, own, older).and_then(|texts| {
                self.gathered_file(&status, one, (source, locale), texts, wanted.request.today)
            });
            gathered.add(format!("{id} ({tag})"), found);
        }
        gathered
    }

    /// The file of an article, and what of it is left out; or why it cannot be handed off.
    fn gathered_file(
        &self,
        status: &Status,
        one: &DueStatus,
        (source, locale): (ArticleIndex, LocaleIndex),
        texts: OwnedTexts,
        today: Date,
    ) -> Result<(GatheredFile, Option<String>), String> {
        let path = &self.file(source).path;
        let left_out = stampable::left_out(path, &texts.source, today)?;
        let target = one.target.clone().filter(|target| is_article_path(target));
        let target = target.ok_or(
            "no other translation shows where its file belongs; make that file with its front matter first",
        )?;
        let locales = &self.catalog.locales;
        let described = Described {
            kind: HandedOffKind::Article,
            id: status.articles[one.article].id.clone(),
            source_locale: locales[self.catalog.articles[source].locale].locale.clone(),
            target_locale: locales[locale].locale.clone(),
            source: path.to_string(),
            target,
            source_hash: one.details.clone().unwrap_or_default().source_hash,
            state: one.state.name(),
            priority: one.priority.clone(),
            recorded_hash: one.recorded_hash.clone(),
        };
        Ok((described.with(texts), left_out))
    }

    /// Whether nothing of a translation is to be translated but what is handed off beside it.
    fn comes_with(&self, own: ArticleIndex, handed: &BTreeSet<String>) -> bool {
        self.translations.own_state(own) == State::Current
            && self.translations.causes(own).iter().all(|cause| handed.contains(&*cause.path))
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

    /// The texts of an article, or why it cannot be handed off.
    fn texts(
        &self,
        source: ArticleIndex,
        own: Option<ArticleIndex>,
        older: Option<&String>,
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
        let kept = |own| remembered::source(self.root(), None, self.recorded(own)?, &file.path);
        Ok(OwnedTexts {
            reading: Reading::Markdown(file.document.syntax),
            source: file.text.clone(),
            translation: own.map(|own| self.file(own).text.clone()),
            older: own.and_then(|own| older.cloned().or_else(|| kept(own))),
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
