//! A locale without a file: all of the source is handed off for it. Writes nothing.

use anyhow::{Result, bail};

use crate::catalog::LocaleIndex;
use crate::exchange::Made;
use crate::front_matter::source_hashes;
use crate::locale::Locale;
use crate::project::loaded::Project;
use crate::project::remembered::{Remembered, is_path_of};
use crate::translation::{DueState, HandedOffKind};

use super::gather::{Gathered, Wanted};
use super::packed::{Described, GatheredFile};
use super::stampable;
use super::texts::{OwnedTexts, Reading, has_markers};

/// A file of the source.
struct SourceFile {
    kind: HandedOffKind,
    id: String,
    path: String,
    text: String,
    priority: Option<String>,
}

impl Project {
    /// The locale that a tag means, if no file is in it yet.
    ///
    /// # Errors
    /// It is no tag.
    pub(super) fn new_locale(&self, written: &str) -> Result<Option<Locale>> {
        let wanted = Locale::parse(written)?;
        let is_there = self.catalog.locales.iter().any(|entry| entry.locale.same_content(&wanted));
        Ok((!is_there).then_some(wanted))
    }

    /// Refuses a locale that nothing is known of: its tag may be mistyped.
    pub(super) fn refuse_unknown(&self, locale: &Locale, remembered: &Remembered) -> Result<()> {
        let tables = self.config.locales.tables.keys();
        let configured: Vec<Locale> = tables.filter_map(|tag| Locale::parse(tag).ok()).collect();
        let is_it = |known: &Locale| known.same_content(locale);
        let is_handed_off = || remembered.files().any(|(_, file)| file.locale == locale.tag());
        if configured.iter().any(is_it) || self.interface.has_locale(locale) || is_handed_off() {
            return Ok(());
        }
        let tag = locale.tag();
        let there = self.catalog.locales.iter_enumerated();
        let there = there.filter(|(at, _)| Some(*at) != self.catalog.source).map(|(_, entry)| &entry.locale);
        let distance = |known: &&Locale| {
            let is_same_language = known.language() == locale.language();
            (!is_same_language, strsim::osa_distance(known.tag(), tag))
        };
        let near = there.chain(&configured).min_by_key(distance).filter(|near| {
            let (is_other_language, edits) = distance(near);
            !is_other_language || edits <= 2
        });
        let near = near.map(|near| format!("did you mean {}? ", near.tag())).unwrap_or_default();
        bail!("nothing in this project is in {tag}\nhelp: {near}to begin a new locale, add `--new`")
    }

    /// Hands off all of the source that is wanted.
    pub(super) fn gather_new(
        &self,
        locale: &Locale,
        source: LocaleIndex,
        wanted: &Wanted<'_>,
        gathered: &mut Gathered,
    ) {
        if !wanted.request.states.contains(&DueState::Missing) {
            return;
        }
        for file in self.source_files(source, wanted) {
            let name = format!("{} ({locale})", file.id);
            let [source_hash, ..] = source_hashes(&file.text);
            if let Some(there) = wanted.in_progress(file.kind, &file.id, locale.tag(), &source_hash) {
                gathered.in_progress.push(there);
                continue;
            }
            let found = self.new_file(&file, source_hash, locale, source, wanted);
            gathered.add(name, found);
        }
    }

    /// What of the source is wanted.
    fn source_files(&self, source: LocaleIndex, wanted: &Wanted<'_>) -> Vec<SourceFile> {
        let is_any = wanted.articles.is_empty() && wanted.paths.is_empty();
        let mut files = Vec::new();
        for (index, identity) in self.catalog.identities.iter_enumerated() {
            let Some(article) = identity.translations[source] else { continue };
            if is_any || wanted.articles.contains(&index) {
                let file = self.file(article);
                files.push(SourceFile {
                    kind: HandedOffKind::Article,
                    id: identity.id.to_string(),
                    path: file.path.to_string(),
                    text: file.text.clone(),
                    priority: file.front_matter.priority.as_ref().map(|priority| priority.value.clone()),
                });
            }
        }
        let includes = self.catalog.includes.iter().filter(|file| file.locale == Some(source));
        let includes = includes.map(|file| {
            let id = format!("{}{}", self.catalog.docsets[file.docset].prefix, file.below);
            (HandedOffKind::Include, id, file.path.to_string(), file.text.clone())
        });
        let names = self.catalog.name_files().into_iter().map(|files| (HandedOffKind::Names, files));
        let messages = self.interface.translated(&self.catalog).into_iter();
        let messages = messages.map(|files| (HandedOffKind::Messages, files));
        let named = names.chain(messages).filter_map(|(kind, files)| {
            let file = files.source?;
            Some((kind, files.id, file.path.to_string(), file.text))
        });
        for (kind, id, path, text) in includes.chain(named) {
            if is_any || wanted.paths.contains(&path) {
                files.push(SourceFile { kind, id, path, text, priority: None });
            }
        }
        files
    }

    fn new_file(
        &self,
        file: &SourceFile,
        source_hash: String,
        locale: &Locale,
        source: LocaleIndex,
        wanted: &Wanted<'_>,
    ) -> Result<(GatheredFile, Option<String>), String> {
        let SourceFile { kind, id, path, text, priority } = file;
        let reading = self.reading(*kind, path, locale.tag())?;
        let mut left_out = None;
        if let Reading::Markdown(syntax) = reading {
            if self.catalog.file(path).is_some_and(|file| file.not_utf8.is_some()) {
                return Err(format!("{path} is not valid UTF-8"));
            }
            if has_markers(syntax, text) {
                return Err(format!("{path} has markers of a merge that is not finished"));
            }
            left_out = stampable::left_out(path, text, wanted.request.today)?;
        }
        let source_locale = &self.catalog.locales[source].locale;
        let target = place(path, source_locale, locale).filter(|target| is_path_of(*kind, target));
        let target = target
            .ok_or("nothing shows where its file belongs: no folder of its path is that of a locale")?;
        let texts =
            OwnedTexts { reading, source: text.clone(), translation: None, older: None, made: Made::Unknown };
        if let Some(fault) = texts.fault() {
            return Err(format!("{path}: {fault}"));
        }
        let described = Described {
            kind: *kind,
            id: id.clone(),
            source_locale: source_locale.clone(),
            target_locale: locale.clone(),
            source: path.clone(),
            target,
            source_hash,
            state: DueState::Missing.name(),
            priority: priority.clone(),
            recorded_hash: None,
        };
        Ok((described.with(texts), left_out))
    }
}

/// The same path in the folder of another locale, written as that of the source is.
fn place(path: &str, source: &Locale, locale: &Locale) -> Option<String> {
    let steps: Vec<&str> = path.split('/').collect();
    let is_source = |step: &&str| Locale::parse(step).is_ok_and(|own| own.same_content(source));
    let (_, folders) = steps.split_last()?;
    let at = folders.iter().position(is_source)?;
    let is_lower = steps[at].chars().all(|letter| !letter.is_uppercase()) && steps[at].contains('-');
    let tag = if is_lower { locale.tag().to_lowercase() } else { locale.tag().to_owned() };
    let mut steps: Vec<String> = steps.into_iter().map(str::to_owned).collect();
    steps[at] = tag;
    Some(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_beside_those_of_the_source() {
        let locale = |tag: &str| Locale::parse(tag).unwrap();
        let place = |path: &str| place(path, &locale("en-US"), &locale("fr-FR"));
        assert_eq!(place("content/en-US/a/b.md").as_deref(), Some("content/fr-FR/a/b.md"));
        assert_eq!(place("docs/en-us/b.md").as_deref(), Some("docs/fr-fr/b.md"));
        assert_eq!(place("locales/en/x.ftl").as_deref(), Some("locales/fr-FR/x.ftl"));
        assert_eq!(place("docs/b.md"), None);
    }
}
