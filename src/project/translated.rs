//! What is translated and no article: includes, names, messages, in every locale. Writes nothing.

use std::collections::BTreeMap;

use crate::catalog::{ArticleIndex, IncludeIndex};
use crate::report::Texts;
use crate::translation::{
    self, DueState, FileKind, Included, State, TranslatedFile, Translations,
    merge::{self, ChangedWords},
    named_files,
};

use super::known::Changes;
use super::loaded::Project;
use super::remembered::Remembered;

impl Project {
    /// All of them, with what git knows of those of names.
    pub(super) fn translated_files(
        &self,
        translations: &Translations,
        changes: &Changes,
    ) -> Vec<TranslatedFile> {
        let mut files = translations.include_files(&self.catalog);
        files.extend(self.files_of_names(translations));
        for file in &mut files {
            let is_touched = file.path.as_ref().is_some_and(|path| changes.touched_names.contains(path));
            if is_touched && file.state == Some(DueState::Outdated) {
                file.state = Some(DueState::Touched);
            }
        }
        let tags: Vec<&str> = self.catalog.locales.iter().map(|entry| entry.locale.tag()).collect();
        translation::mark_in_progress(&mut files, &tags, &Remembered::read(self.root()).handoffs);
        files
    }

    /// Files of names and messages.
    pub(super) fn files_of_names(&self, translations: &Translations) -> Vec<TranslatedFile> {
        let mut files = Vec::new();
        let groups = [
            (FileKind::Names, self.catalog.name_files()),
            (FileKind::Messages, self.interface.translated(&self.catalog)),
        ];
        for (kind, group) in groups {
            files.extend(named_files(&self.catalog, translations.made_from(), kind, &group));
        }
        files
    }

    /// The same with the words of includes that are due.
    pub(super) fn counted_files(
        &self,
        translations: &Translations,
        changes: &Changes,
    ) -> Vec<TranslatedFile> {
        let mut files = self.translated_files(translations, changes);
        translation::count_words(&self.catalog, &mut files, &changes.include_words);
        files
    }

    /// Adds the words of includes to those of the articles that are outdated by them.
    pub(super) fn with_words_of_includes(
        &self,
        translations: &Translations,
        changes: &Changes,
        mut changed: BTreeMap<ArticleIndex, ChangedWords>,
    ) -> BTreeMap<ArticleIndex, ChangedWords> {
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for article in self.catalog.articles.indices() {
            let causes = translations.causes(article);
            let State::Outdated { newest } = translations.state(article) else { continue };
            if causes.is_empty() {
                continue;
            }
            let mut count = |path: &str| -> usize {
                let Some(file) = self.catalog.file(path) else { return 0 };
                *known.entry(&file.path).or_insert_with(|| merge::words(file.document.syntax, &file.text))
            };
            let mut sum = match (translations.own_state(article), changed.get(&article)) {
                (State::Outdated { .. }, Some(own)) => *own,
                // All of its words count where the change is not known.
                (State::Outdated { .. }, None) => continue,
                _ => ChangedWords { all: count(&self.file(newest).path), new: 0 },
            };
            for cause in causes {
                let (source, own) = self.source_of(translations, changes, cause.file);
                let words = count(source.unwrap_or(&cause.path));
                sum.all += words;
                sum.new += own.map_or(words, |own| own.new);
            }
            changed.insert(article, sum);
        }
        changed
    }

    /// The path of the source of an included file, and what git knows of its change.
    fn source_of<'p>(
        &'p self,
        translations: &Translations,
        changes: &Changes,
        included: Included,
    ) -> (Option<&'p str>, Option<ChangedWords>) {
        let path = |include: IncludeIndex| &*self.catalog.includes[include].path;
        match included {
            Included::Outdated(include) => {
                let original = translations.original_of_include(&self.catalog, include);
                (original.map(path), changes.include_words.get(&include).copied())
            }
            Included::Missing(include) => (Some(path(include)), None),
            Included::Article(article) => match translations.own_state(article) {
                State::Outdated { newest } => (Some(&*self.file(newest).path), None),
                _ => (None, None),
            },
        }
    }

    /// The text of a translated file or of its source.
    pub(super) fn translated_text(&self, path: &str) -> Option<&str> {
        self.text(path).or_else(|| self.catalog.navigation.folders.text(path))
    }
}
