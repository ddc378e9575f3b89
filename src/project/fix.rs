//! `faqtory check --fix`: fixes are applied in memory, round after round until nothing is left to apply, and only then
//! written. Decides no fix; that is for the checks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::Result;

use crate::catalog::{Article, ArticleIndex, Catalog, IdentityIndex};
use crate::diagnostic::{Applicability, Diagnostic, Fix};
use crate::edit;
use crate::translation::State;

use super::check::Checked;
use super::input::Input;
use super::loaded::Project;
use super::progress::Progress;

/// Rounds after which a file that still changes never comes to an end. Edits that touch wait for each other, so a few
/// are usual.
const MAX_ROUNDS: usize = 20;

/// Which fixes are applied.
#[derive(Clone, Copy, Debug)]
pub struct FixRequest {
    /// The least certain that are.
    pub up_to: Applicability,
    pub due_translations: DueTranslations,
}

/// What becomes of a translation that a pipeline will hand back anew, because its original has changed or gets the same
/// fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueTranslations {
    /// It is skipped: fixes go into the original.
    Skipped,
    /// It is fixed as any other file.
    Fixed,
}

/// What fixes have made of the input.
#[derive(Debug)]
pub struct Fixed {
    /// The project as it is then.
    pub project: Project,
    /// What is found then.
    pub checked: Checked,
    /// Files that are other than before, by path.
    pub files: Vec<FixedFile>,
    /// Files with fixes that were not applied, by path.
    pub not_fixed: BTreeMap<Arc<str>, NotFixed>,
}

/// A file before and after.
#[derive(Clone, Debug)]
pub struct FixedFile {
    pub path: Arc<str>,
    pub before: String,
    pub after: String,
    /// How many problems of each code were fixed.
    pub codes: BTreeMap<&'static str, usize>,
    /// Whether a translation pipeline will overwrite it one day.
    pub pipeline: Pipeline,
}

/// Whether a file says that a translation pipeline makes it (`ms.openlocfilehash`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pipeline {
    Made,
    None,
}

/// Why fixes of a file were not applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFixed {
    /// It is not written in UTF-8.
    NotUtf8,
    /// A pipeline hands it back anew soon; so many fixes wait for that.
    AwaitsHandBack(usize),
    /// Its fixes undo each other, or never come to an end.
    Endless(BTreeSet<&'static str>),
    /// The disk refused, or it was changed meanwhile.
    Refused(String),
}

/// A flaw as an original and its translations have it: article ID, code, new texts.
type Flaw = (IdentityIndex, &'static str, Vec<String>);

/// Everything that rounds must remember.
struct Rounds {
    request: FixRequest,
    files: BTreeMap<Arc<str>, FileRounds>,
    not_fixed: BTreeMap<Arc<str>, NotFixed>,
    /// Translations whose hand-back was due before anything was fixed.
    due: BTreeSet<Arc<str>>,
    /// What is fixed in originals.
    in_originals: BTreeSet<Flaw>,
}

struct FileRounds {
    before: Vec<u8>,
    /// Every text it has had.
    seen: BTreeSet<[u8; 32]>,
    codes: BTreeMap<&'static str, usize>,
}

impl Input {
    /// Applies, in memory, the fixes of the findings that `check` returns, until those offer none any more.
    ///
    /// # Errors
    /// As [`Project::new`] and [`Project::check`].
    pub fn fix(
        &mut self,
        project: Project,
        request: FixRequest,
        check: &dyn Fn(&Project) -> Result<Checked>,
        progress: &dyn Progress,
    ) -> Result<Fixed> {
        let mut project = project;
        let mut rounds = Rounds::new(request, &project);
        let mut checked = check(&project)?;
        for round in 0..2 * MAX_ROUNDS {
            if !rounds.one(round, self, &project, &checked.diagnostics) {
                break;
            }
            project = Self::again(self, progress)?;
            checked = check(&project)?;
        }
        Ok(rounds.finish(self, project, checked))
    }

    /// Writes the files that were fixed. Those that the disk refuses, or that were changed meanwhile, are as before again.
    ///
    /// # Errors
    /// As [`Project::new`] and [`Project::check`].
    pub fn write(
        &mut self,
        fixed: Fixed,
        check: &dyn Fn(&Project) -> Result<Checked>,
        progress: &dyn Progress,
    ) -> Result<Fixed> {
        let mut fixed = fixed;
        let mut written = Vec::new();
        let mut is_whole = true;
        let folder = edit::Folder::open(&self.root);
        for file in std::mem::take(&mut fixed.files) {
            let (before, after) = (file.before.as_bytes(), file.after.as_bytes());
            match folder.replace_below(&file.path, before, after) {
                Ok(()) => written.push(file),
                Err(error) => {
                    is_whole = false;
                    self.sources.texts.insert(file.path.clone(), file.before.into_bytes());
                    fixed.not_fixed.insert(file.path, NotFixed::Refused(format!("{error:#}")));
                }
            }
        }
        fixed.files = written;
        if !is_whole {
            fixed.project = Self::again(self, progress)?;
            fixed.checked = check(&fixed.project)?;
        }
        Ok(fixed)
    }

    fn again(&self, progress: &dyn Progress) -> Result<Project> {
        Project::new(self, progress)
    }
}

impl Rounds {
    fn new(request: FixRequest, project: &Project) -> Self {
        let is_due = |&(at, article): &(ArticleIndex, &Article)| {
            matches!(project.translations.own_state(at), State::Outdated { .. }) && is_made(article)
        };
        let wanted = request.due_translations == DueTranslations::Skipped && project.catalog.source.is_some();
        let articles = project.catalog.articles.iter_enumerated().filter(|_| wanted);
        let due = articles.filter(is_due).map(|(_, article)| article.file.path.clone()).collect();
        Self {
            request,
            files: BTreeMap::new(),
            not_fixed: BTreeMap::new(),
            due,
            in_originals: BTreeSet::new(),
        }
    }

    /// Puts fixes into the input; whether there were any.
    fn one(&mut self, round: usize, input: &mut Input, project: &Project, found: &[Diagnostic]) -> bool {
        let is_wanted = |fix: &Fix| fix.applicability <= self.request.up_to;
        let wanted: Vec<(&Diagnostic, &Fix)> = found
            .iter()
            .filter_map(|found| Some((found, found.fix.as_ref().filter(|fix| is_wanted(fix))?)))
            .collect();
        self.in_originals.extend(wanted.iter().filter_map(|(found, fix)| {
            let article = article(&project.catalog, &found.path)?;
            (Some(article.locale) == project.catalog.source).then(|| flaw(article, found, fix))
        }));
        let mut has_changed = false;
        for of_file in wanted.chunk_by(|a, b| a.0.path == b.0.path) {
            has_changed |= self.file(round, input, project, of_file);
        }
        has_changed
    }

    /// Puts the fixes of one file into it; whether that changed the input.
    fn file(
        &mut self,
        round: usize,
        input: &mut Input,
        project: &Project,
        wanted: &[(&Diagnostic, &Fix)],
    ) -> bool {
        let Some((first, _)) = wanted.first() else { return false };
        let path = &first.path;
        let Some(bytes) = input.sources.texts.get(path) else { return false };
        if matches!(self.not_fixed.get(path), Some(NotFixed::Endless(_))) {
            return false;
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            self.not_fixed.insert(path.clone(), NotFixed::NotUtf8);
            return false;
        };
        let article = article(&project.catalog, path);
        let waits = |found: &Diagnostic, fix: &Fix| self.waits(article, found, fix);
        let now: Vec<_> = wanted.iter().filter(|(found, fix)| !waits(found, fix)).collect();
        if now.len() < wanted.len() {
            self.not_fixed.insert(path.clone(), NotFixed::AwaitsHandBack(wanted.len() - now.len()));
        }
        let edited = edit::apply(text, &now.iter().map(|(_, fix)| *fix).collect::<Vec<_>>());
        if edited.applied.is_empty() {
            return false;
        }
        let rounds = self.files.entry(path.clone()).or_insert_with(|| FileRounds {
            before: bytes.clone(),
            seen: BTreeSet::from([hash(text)]),
            codes: BTreeMap::new(),
        });
        let codes = edited.applied.iter().map(|&at| now[at].0.code);
        if round >= MAX_ROUNDS || !rounds.seen.insert(hash(&edited.text)) {
            self.not_fixed.insert(path.clone(), NotFixed::Endless(codes.collect()));
            input.sources.texts.insert(path.clone(), std::mem::take(&mut rounds.before));
            self.files.remove(path);
            return true;
        }
        for code in codes {
            *rounds.codes.entry(code).or_default() += 1;
        }
        input.sources.texts.insert(path.clone(), edited.text.into_bytes());
        true
    }

    /// Whether the fix of a translation is left to the pipeline that makes it.
    fn waits(&self, article: Option<&Article>, found: &Diagnostic, fix: &Fix) -> bool {
        let Some(article) = article.filter(|_| self.request.due_translations == DueTranslations::Skipped)
        else {
            return false;
        };
        // Without a hash that can be read, the next run would not know that the original has changed, and fix it then.
        let will_be_due = article.file.front_matter.source_hash.is_some() && is_made(article);
        self.due.contains(&article.file.path)
            || will_be_due && self.in_originals.contains(&flaw(article, found, fix))
    }

    fn finish(self, input: &Input, project: Project, checked: Checked) -> Fixed {
        let files = self.files.into_iter().filter_map(|(path, rounds)| {
            // Both were UTF-8 when the fixes were put in.
            let before = String::from_utf8(rounds.before).ok()?;
            let after = String::from_utf8(input.sources.texts.get(&path)?.clone()).ok()?;
            let is_made = article(&project.catalog, &path).is_some_and(is_made);
            let pipeline = if is_made { Pipeline::Made } else { Pipeline::None };
            Some(FixedFile { path, before, after, codes: rounds.codes, pipeline })
        });
        let files = files.collect();
        Fixed { project, checked, files, not_fixed: self.not_fixed }
    }
}

fn article<'c>(catalog: &'c Catalog, path: &str) -> Option<&'c Article> {
    catalog.article_at(path).map(|index| &catalog.articles[index])
}

fn flaw(article: &Article, found: &Diagnostic, fix: &Fix) -> Flaw {
    (article.identity, found.code, fix.edits.iter().map(|edit| edit.text.clone()).collect())
}

fn is_made(article: &Article) -> bool {
    article.file.front_matter.is_handed_back(&article.file.text)
}

fn hash(text: &str) -> [u8; 32] {
    *blake3::hash(text.as_bytes()).as_bytes()
}
