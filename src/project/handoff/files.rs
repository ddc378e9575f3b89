//! What is handed off beside articles: includes, names and messages that are due. Writes nothing.

use std::collections::BTreeSet;

use crate::catalog::IdentityIndex;
use crate::exchange::{Made, NamesFile, TextsForm};
use crate::front_matter::source_hashes;
use crate::history;
use crate::locale::Locale;
use crate::markdown::{Dialect, Form, Syntax};
use crate::messages;
use crate::project::loaded::Project;
use crate::project::remembered::{self, is_path_of};
use crate::translation::{HandedOffKind, TranslatedFile};

use super::gather::{Gathered, Wanted};
use super::packed::{Described, GatheredFile};
use super::stampable;
use super::texts::{OwnedTexts, Reading, has_markers, made};

impl Project {
    /// Hands off the files that are due and wanted.
    pub(super) fn gather_files(
        &self,
        files: &[TranslatedFile],
        wanted: &Wanted<'_>,
        gathered: &mut Gathered,
    ) {
        let included = self.included(wanted.articles.iter().copied());
        let is_any = wanted.articles.is_empty() && wanted.paths.is_empty();
        for file in files.iter().filter(|file| wanted.locales.contains(&file.locale)) {
            let Some(state) = file.state.filter(|state| wanted.request.states.contains(state)) else {
                continue;
            };
            let paths = || [&file.path, &file.source, &file.target].into_iter().flatten();
            let is_wanted =
                is_any || paths().any(|path| wanted.paths.contains(path) || included.contains(path));
            if !is_wanted {
                continue;
            }
            gathered.handed.extend(paths().cloned());
            let tag = self.catalog.locales[file.locale].locale.tag();
            let hash = file.source_hash.as_ref().filter(|_| file.in_progress_since.is_some());
            let kind = HandedOffKind::from(file.kind);
            if let Some(there) = hash.and_then(|hash| wanted.in_progress(kind, &file.id, tag, hash)) {
                gathered.in_progress.push(there);
                continue;
            }
            let found = self.gathered_text(file, state.name(), tag, wanted);
            gathered.add(format!("{} ({tag})", file.id), found);
        }
    }

    /// The paths of what articles include, in every locale.
    fn included(&self, articles: impl Iterator<Item = IdentityIndex>) -> BTreeSet<String> {
        let translations =
            articles.flat_map(|article| self.catalog.identities[article].translations.iter().flatten());
        let files = translations
            .flat_map(|&article| self.catalog.files_of(&self.catalog.articles[article]).into_iter().skip(1));
        files.map(|base| base.file.path.to_string()).collect()
    }

    /// The file of a package, and what of it is left out; or why it cannot be handed off.
    fn gathered_text(
        &self,
        file: &TranslatedFile,
        state: &'static str,
        tag: &str,
        wanted: &Wanted<'_>,
    ) -> Result<(GatheredFile, Option<String>), String> {
        let kind = HandedOffKind::from(file.kind);
        let (Some(path), Some(source_hash)) = (&file.source, &file.source_hash) else {
            let lacking = file.because.join(", ");
            let names = if lacking.is_empty() { String::new() } else { format!(": {lacking}") };
            return Err(format!("its names stand in no file of the source; write them yourself{names}"));
        };
        let texts = self.file_texts(file, path, tag)?;
        let left_out = match texts.reading {
            Reading::Markdown(_) => stampable::left_out(path, &texts.source, wanted.request.today)?,
            Reading::Texts(_) => None,
        };
        if let Some(fault) = texts.fault() {
            return Err(format!("{path}: {fault}"));
        }
        let target = file.target.clone().filter(|target| is_path_of(kind, target));
        let target =
            target.ok_or("no other translation shows where its file belongs; make that file first")?;
        let locales = &self.catalog.locales;
        let source_locale = match &texts.reading {
            Reading::Texts(TextsForm::Messages { source, .. }) => source.clone(),
            _ => locales[self.catalog.source.unwrap_or(file.locale)].locale.clone(),
        };
        let described = Described {
            kind,
            id: file.id.clone(),
            source_locale,
            target_locale: locales[file.locale].locale.clone(),
            source: path.clone(),
            target,
            source_hash: source_hash.clone(),
            state,
            priority: None,
            recorded_hash: file.recorded_hash.clone(),
        };
        Ok((described.with(texts), left_out))
    }

    fn file_texts(&self, file: &TranslatedFile, path: &str, tag: &str) -> Result<OwnedTexts, String> {
        let reading = self.reading(HandedOffKind::from(file.kind), path, tag)?;
        let text = |path: &str| {
            if self.catalog.file(path).is_some_and(|file| file.not_utf8.is_some()) {
                return Err(format!("{path} is not valid UTF-8"));
            }
            self.translated_text(path).map(str::to_owned).ok_or_else(|| format!("{path} cannot be read"))
        };
        let source = text(path)?;
        let translation = file.path.as_deref().map(text).transpose()?;
        if let Reading::Markdown(syntax) = reading {
            for (path, text) in [(Some(path), Some(&source)), (file.path.as_deref(), translation.as_ref())] {
                if text.is_some_and(|text| has_markers(syntax, text)) {
                    return Err(format!(
                        "{} has markers of a merge that is not finished",
                        path.unwrap_or_default()
                    ));
                }
            }
        }
        let older = file.recorded_hash.as_deref().filter(|_| translation.is_some());
        let older = older.and_then(|hash| self.older_text(path, &source, hash));
        let own = file.path.as_deref().and_then(|path| self.catalog.file(path));
        let made_as = own.and_then(|own| own.front_matter.translation_type.as_ref()).map(|made| made.value);
        let made = if own.is_some() { made(made_as) } else { Made::Unknown };
        Ok(OwnedTexts { reading, source, translation, older, made })
    }

    /// The version of a source that has a hash: that of today, one that a hand-off keeps, or one that git knows.
    fn older_text(&self, path: &str, today: &str, hash: &str) -> Option<String> {
        let is_it = |text: &str| source_hashes(text).iter().any(|known| known == hash);
        if is_it(today) {
            return Some(today.to_owned());
        }
        let kept = remembered::source(self.root(), None, hash, path);
        kept.or_else(|| history::find(&self.root().join(path), None, &is_it).ok().map(|found| found.text))
    }

    /// As what a source is read, or why it is not.
    pub(in crate::project) fn reading(
        &self,
        kind: HandedOffKind,
        path: &str,
        tag: &str,
    ) -> Result<Reading, String> {
        match (kind, NamesFile::of(path)) {
            (HandedOffKind::Messages, _) => {
                let locale = |tag: &str| Locale::parse(tag).map_err(|error| error.to_string());
                let of_source = path.split('/').rev().nth(1).filter(|tag| Locale::parse(tag).is_ok());
                let source = locale(of_source.unwrap_or(messages::SOURCE))?;
                Ok(Reading::Texts(TextsForm::Messages { source, target: locale(tag)? }))
            }
            (HandedOffKind::Names, Some(file)) => Ok(Reading::Texts(TextsForm::Names(file))),
            _ => {
                let known = self.catalog.file(path).map(|file| file.document.syntax);
                let is_mdx = path.to_ascii_lowercase().ends_with(".mdx");
                let form = if is_mdx { Form::Mdx } else { Form::Markdown };
                Ok(Reading::Markdown(known.unwrap_or(Syntax { dialect: Dialect::Plain, form })))
            }
        }
    }
}
