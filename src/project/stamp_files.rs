//! `faqtory stamp` for what is no article: the source hash of an include with front matter is written there, that of any other file into
//! `.faqtory/made-from.json`.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalog::{LocaleIndex, SourceCopy};
use crate::edit;
use crate::front_matter::{self, OnExisting};
use crate::translation::{DueState, TranslatedFile};

use super::known::Changes;
use super::loaded::Project;
use super::made_from;
use super::stamp::{OLDER, StampOutcome, StampRequest, StampScope, Stamped, reason, stamp_of};

impl Project {
    /// Includes, names and messages that a request means, and those of its names that are articles.
    pub(super) fn wanted_files<'r>(
        &self,
        request: &StampRequest<'r>,
        locales: &[LocaleIndex],
        changes: &dyn Fn() -> &'r Changes,
    ) -> (Vec<TranslatedFile>, Vec<&'r String>) {
        let mut files = self.translated_files(&self.translations, &Changes::default());
        let is_it = |file: &TranslatedFile, written: &str| {
            let path = self.below_root(written);
            let paths = [&file.path, &file.source, &file.target].into_iter().flatten();
            paths.chain([&file.id]).any(|known| *known == path || known.strip_suffix(".md") == Some(&*path))
        };
        let is_file = |written: &&String| files.iter().any(|file| is_it(file, written));
        let (named, articles): (Vec<&String>, Vec<&String>) = request.articles.iter().partition(is_file);
        files.retain(|file| {
            let is_named = named.iter().any(|written| is_it(file, written));
            let is_in_scope = match request.scope {
                _ if !request.articles.is_empty() && !is_named => false,
                StampScope::Touched => is_touched(file, changes()),
                StampScope::Untracked => is_named || file.state == Some(DueState::Untracked),
            };
            is_in_scope && file.path.is_some() && (locales.is_empty() || locales.contains(&file.locale))
        });
        (files, articles)
    }

    /// Writes the source hashes of these files.
    pub(super) fn stamp_files(
        &self,
        request: &StampRequest<'_>,
        files: &[TranslatedFile],
        older: &BTreeSet<&str>,
        folder: &edit::Folder,
    ) -> Vec<Stamped> {
        let mut stamped = Vec::new();
        let mut noted: Vec<(&str, String)> = Vec::new();
        for file in files {
            let Some(path) = file.path.as_deref() else { continue };
            let is_older = older.contains(path);
            match if is_older { Err(OLDER.to_owned()) } else { self.stamp_file(request, file, path, folder) }
            {
                Ok(Written::Here(outcome)) => stamped.push(Stamped { path: path.to_owned(), outcome }),
                Ok(Written::Beside(source_hash)) => noted.push((path, source_hash)),
                Err(reason) => {
                    stamped.push(Stamped { path: path.to_owned(), outcome: StampOutcome::Refused(reason) });
                }
            }
        }
        if !noted.is_empty() {
            let hashes: Vec<(&str, &str)> = noted.iter().map(|(path, hash)| (*path, hash.as_str())).collect();
            let written = made_from::record(folder, self.root(), &hashes);
            stamped.extend(noted.into_iter().map(|(path, source_hash)| {
                let outcome = match &written {
                    Ok(()) => StampOutcome::Written { source_hash },
                    Err(reason) => StampOutcome::Refused(reason.clone()),
                };
                Stamped { path: path.to_owned(), outcome }
            }));
        }
        stamped
    }

    /// The error is why it was refused.
    fn stamp_file(
        &self,
        request: &StampRequest<'_>,
        file: &TranslatedFile,
        path: &str,
        folder: &edit::Folder,
    ) -> Result<Written, String> {
        let Some(source) = file.source.as_deref() else { return Err("it has no source".to_owned()) };
        let text = self.translated_text(source).ok_or_else(|| format!("{source} cannot be read"))?;
        let hashes = self.hashes(source, text, request.made_from)?;
        let is_known = file.recorded_hash.as_ref().is_some_and(|own| hashes.contains(own));
        if is_known && request.translation_type.is_none() {
            return Ok(Written::Here(StampOutcome::Current));
        }
        let source_hash = hashes.into_iter().next().unwrap_or_default();
        let own = self.catalog.file(path).filter(|own| own.front_matter.span.is_some());
        let Some(own) = own else { return Ok(Written::Beside(source_hash)) };
        if own.not_utf8.is_some() {
            return Err(format!("{path} is not valid UTF-8"));
        }
        let is_replaced = !request.articles.is_empty() || request.scope == StampScope::Touched;
        let on_existing = if is_replaced { OnExisting::Replace } else { OnExisting::Keep };
        let changed = front_matter::stamp(&own.text, stamp_of(request, &source_hash, on_existing))
            .map_err(|refusal| reason(refusal, &source_hash))?;
        folder
            .replace(path, own.text.as_bytes(), changed.as_bytes())
            .map_err(|error| format!("{error:#}"))?;
        Ok(Written::Here(StampOutcome::Written { source_hash }))
    }

    /// The paths of copies of their sources that a request names: it says that they are meant.
    pub(super) fn wanted_copies(&self, request: &StampRequest<'_>, locales: &[LocaleIndex]) -> Vec<Arc<str>> {
        let is_wanted = |(path, copy): &(&Arc<str>, &SourceCopy)| {
            let original = self.catalog.article_at(&copy.original);
            let original = original.map(|article| self.catalog.articles[article].identity);
            let is_named = |written: &String| {
                let below = self.below_root(written);
                let is_path = *below == ***path || *below == *copy.original;
                is_path || original.is_some_and(|it| *self.catalog.identities[it].id == *below)
            };
            let is_locale = locales.is_empty() || locales.contains(&copy.locale);
            is_locale && request.articles.iter().any(is_named)
        };
        match request.scope {
            StampScope::Untracked => {
                self.catalog.copies.iter().filter(is_wanted).map(|(path, _)| path.clone()).collect()
            }
            StampScope::Touched => Vec::new(),
        }
    }

    /// Writes the source hash of a copy of its source.
    pub(super) fn stamp_copy(
        &self,
        request: &StampRequest<'_>,
        path: &str,
        folder: &edit::Folder,
    ) -> Stamped {
        let write = || {
            let copy = self.catalog.copies.get(path).ok_or_else(|| format!("{path} is no copy"))?;
            let original = self.translated_text(&copy.original).unwrap_or_default();
            let source_hash = self.hashes(&copy.original, original, request.made_from)?.swap_remove(0);
            let stamp = stamp_of(request, &source_hash, OnExisting::Replace);
            let changed =
                front_matter::stamp(&copy.text, stamp).map_err(|refusal| reason(refusal, &source_hash))?;
            let written = folder.replace(path, copy.text.as_bytes(), changed.as_bytes());
            written.map_err(|error| format!("{error:#}"))?;
            Ok(StampOutcome::Written { source_hash })
        };
        Stamped { path: path.to_owned(), outcome: write().unwrap_or_else(StampOutcome::Refused) }
    }
}

/// Whether git knows that the source of a file has changed in no word.
fn is_touched(file: &TranslatedFile, changes: &Changes) -> bool {
    file.include.is_some_and(|include| changes.touched_includes.contains(&include))
        || file.path.as_ref().is_some_and(|path| changes.touched_names.contains(path))
}

/// Where a source hash stands.
enum Written {
    /// In the file, or it did before.
    Here(StampOutcome),
    /// In the file beside all of them, to which it is to be added.
    Beside(String),
}
