//! `faqtory stamp` for what is no article: the source hash of an include with front matter is written there, that of any other file into
//! `.faqtory/made-from.json`.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::LocaleIndex;
use crate::front_matter::{self, OnExisting};
use crate::translation::{DueState, TranslatedFile};
use crate::{edit, history};

use super::loaded::Project;
use super::made_from;
use super::stamp::{
    MadeFromVersion, OLDER, StampOutcome, StampRequest, StampScope, Stamped, reason, stamp_of,
};

impl Project {
    /// Includes, names and messages that a request means, and those of its names that are articles.
    pub(super) fn wanted_files<'r>(
        &self,
        request: &StampRequest<'r>,
        locales: &[LocaleIndex],
    ) -> (Vec<TranslatedFile>, Vec<&'r String>) {
        let mut files = self.translated_files(&self.translations);
        let is_it = |file: &TranslatedFile, written: &str| {
            let path = self.below_root(written);
            [&file.path, &file.source, &file.target].into_iter().flatten().any(|known| *known == path)
        };
        let is_file = |written: &&String| files.iter().any(|file| is_it(file, written));
        let (named, articles): (Vec<&String>, Vec<&String>) = request.articles.iter().partition(is_file);
        let touched = match request.scope {
            StampScope::Touched => self.touched().1,
            StampScope::Untracked => BTreeSet::new(),
        };
        files.retain(|file| {
            let is_named = named.iter().any(|written| is_it(file, written));
            let is_in_scope = match request.scope {
                _ if !request.articles.is_empty() && !is_named => false,
                StampScope::Touched => file.include.is_some_and(|include| touched.contains(&include)),
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
        folder: &edit::Folder,
    ) -> Vec<Stamped> {
        let older = match (request.made_from, request.scope) {
            (MadeFromVersion::Today, StampScope::Untracked) => self.older_files(files),
            _ => BTreeSet::new(),
        };
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

    /// The paths of those whose sources were changed after they were, in more than markup, as git knows it.
    fn older_files<'f>(&self, files: &'f [TranslatedFile]) -> BTreeSet<&'f str> {
        let pairs =
            || files.iter().filter_map(|file| Some((file, file.path.as_deref()?, file.source.as_deref()?)));
        let mut folders: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for path in pairs().flat_map(|(_, own, source)| [own, source]) {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            folders.entry(folder).or_default().insert(name);
        }
        let mut times: BTreeMap<String, u64> = BTreeMap::new();
        for (folder, names) in folders {
            let names: Vec<&str> = names.into_iter().collect();
            let Ok(found) = history::last_changes(&self.root().join(folder), &names) else { continue };
            for (name, last) in names.into_iter().zip(found) {
                let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
                let is_it = |blob: &str| {
                    let text = self.translated_text(&path).unwrap_or_default();
                    let with_lf = text.replace("\r\n", "\n");
                    [text, &with_lf].iter().any(|text| history::object_name(text.as_bytes()) == blob)
                };
                let seconds = last.filter(|(_, blob)| is_it(blob)).map_or(u64::MAX, |(seconds, _)| seconds);
                times.insert(path, seconds);
            }
        }
        let is_older = |own: &str, source: &str| match (times.get(own), times.get(source)) {
            (Some(own), Some(source)) => source > own,
            _ => false,
        };
        let older: Vec<&TranslatedFile> =
            pairs().filter(|(_, own, source)| is_older(own, source)).map(|(file, ..)| file).collect();
        let touched = if older.is_empty() { BTreeSet::new() } else { self.touched().1 };
        let older = older.into_iter().filter(|it| it.include.is_none_or(|own| !touched.contains(&own)));
        older.filter_map(|file| file.path.as_deref()).collect()
    }
}

/// Where a source hash stands.
enum Written {
    /// In the file, or it did before.
    Here(StampOutcome),
    /// In the file beside all of them, to which it is to be added.
    Beside(String),
}
