//! `faqtory check --since`: which findings a change brought. Compares what the checks
//! find today with what they find in the input as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context, Result};

use crate::catalog::Catalog;
use crate::checks::{self, Policy};
use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::history::{self, ReadFilter, SnapshotFile};
use crate::report::Texts;
use crate::sources::{self, EarlierFile, Sources};
use crate::translation::{MADE_FROM, MadeFrom, State, Translations};

use super::check::Checked;
use super::input::Input;
use super::interface::Interface;
use super::loaded::Project;
use super::options::{self, scope};
use super::progress::{Phase, Progress};

/// Knows the findings that a change brought: those in files that it touched, and those elsewhere that were not there
/// before.
#[derive(Clone, Debug, Default)]
pub struct Since {
    /// Files that are new or other than before, renamed ones under their new name.
    touched: BTreeSet<String>,
    before: BTreeMap<FindingKey, usize>,
}

/// What a finding is, wherever it stands in its file: path, code, the text at its place, and message.
type FindingKey = (String, &'static str, String, String);

impl Input {
    /// What the project was where the branch of today left the one of `revision`, judged by the same checks. Asks git.
    ///
    /// # Errors
    /// Git does not know the revision, or cannot be asked.
    pub fn since(&self, revision: &str, progress: &dyn Progress) -> Result<Since> {
        let is_wanted = |path: &str, object: &str| {
            let is_same = self.text(path).is_some_and(|now| history::object_name(now) == object);
            !is_same
                && (path == config::FILE
                    || path == MADE_FROM
                    || sources::is_text(path)
                    || sources::is_messages(path))
        };
        let filter = ReadFilter { is_wanted: &is_wanted, max_bytes: sources::MAX_TEXT_BYTES };
        let mut snapshot = history::since(&self.root, revision, &filter)
            .with_context(|| format!("cannot tell what has changed since {revision}"))?;
        // What the configuration was decides how the files are understood.
        let config = match snapshot.files.get(config::FILE) {
            Some(SnapshotFile::Bytes(bytes)) => {
                std::str::from_utf8(bytes).ok().and_then(|text| Config::parse(text).ok())
            }
            _ => None,
        };
        let made_from = match snapshot.files.remove(MADE_FROM) {
            Some(SnapshotFile::Bytes(then)) => {
                std::str::from_utf8(&then).ok().and_then(MadeFrom::parse).unwrap_or_default()
            }
            Some(SnapshotFile::Unread) | None => MadeFrom::default(),
        };
        let files = self.differing(snapshot);
        let touched = files.keys().filter(|path| self.has(path)).cloned().collect();
        let sources = self.sources.earlier(&self.root, scope(&self.config, &self.out), files)?;
        progress.begin(Phase::Catalog, 0);
        let catalog =
            Catalog::new(&sources, &options::catalog(config.as_ref().unwrap_or(&self.config), self.drafts)?);
        let (messages, mut interface) = Interface::read(&sources);
        let mut before = BTreeMap::new();
        if !catalog.articles.is_empty() {
            progress.begin(Phase::Check, 0);
            interface.compare(&messages, &catalog);
            let translations = Translations::with(&catalog, made_from);
            let input = interface.input(&catalog, &translations);
            for diagnostic in checks::judge(input, &Policy::default()).diagnostics {
                let text = checks::text(input, &diagnostic.path);
                *before.entry(key(&diagnostic, text)).or_default() += 1;
            }
        }
        Ok(Since { touched, before })
    }

    /// The files that are new or other than they were, and those that are gone, with what they were.
    fn differing(&self, snapshot: history::Snapshot) -> BTreeMap<String, EarlierFile> {
        let Sources { texts, assets, not_read, messages, .. } = &self.sources;
        let today = texts.keys().chain(assets.keys()).chain(messages.keys()).chain(not_read.keys());
        let is_new = |path: &&Arc<str>| !snapshot.files.contains_key(&***path) && !snapshot.is_opaque(path);
        let new = today.filter(is_new).map(|path| (path.to_string(), EarlierFile::Absent));
        let mut files: BTreeMap<String, EarlierFile> = new.collect();
        for (path, then) in snapshot.files {
            let then = match then {
                SnapshotFile::Bytes(then) if self.text(&path).is_some_and(|now| is_same_text(now, &then)) => {
                    continue;
                }
                SnapshotFile::Bytes(then) => EarlierFile::Bytes(then),
                // The same as today, or of a kind that is not looked into.
                SnapshotFile::Unread if self.has(&path) => continue,
                SnapshotFile::Unread => EarlierFile::Unread,
            };
            files.insert(path, then);
        }
        files
    }

    fn text(&self, path: &str) -> Option<&Vec<u8>> {
        self.sources.texts.get(path).or_else(|| self.sources.messages.get(path))
    }

    fn has(&self, path: &str) -> bool {
        let Sources { assets, not_read, .. } = &self.sources;
        self.text(path).is_some() || assets.contains_key(path) || not_read.contains_key(path)
    }
}

/// Whether two texts differ in nothing but line ends, which git may change on the way to the disk.
fn is_same_text(a: &[u8], b: &[u8]) -> bool {
    fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
        text.split(|&byte| byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line))
    }
    a == b || lines(a).eq(lines(b))
}

fn key(diagnostic: &Diagnostic, text: Option<&str>) -> FindingKey {
    let at = text.map_or("", |text| diagnostic.span.slice(text)).replace("\r\n", "\n");
    (diagnostic.path.to_string(), diagnostic.code, at, diagnostic.message.clone())
}

impl Since {
    /// The findings that the change brought, in their order.
    pub fn only_new(&self, mut checked: Checked, texts: &dyn Texts) -> Checked {
        let mut before = self.before.clone();
        checked.diagnostics.retain(|diagnostic| {
            if self.touched.contains(&*diagnostic.path) {
                return true;
            }
            // What the web answers is no change's doing, and git was not asked what it knew then.
            if checks::is_external(diagnostic.code) || checks::is_of_history(diagnostic.code) {
                return false;
            }
            let known = before.get_mut(&key(diagnostic, texts.text(&diagnostic.path)));
            match known.filter(|count| **count > 0) {
                Some(count) => {
                    *count -= 1;
                    false
                }
                None => true,
            }
        });
        checked
    }

    /// The files that are new or other than before.
    pub fn files(&self) -> &BTreeSet<String> {
        &self.touched
    }

    /// How many translations have a source that the change touched, but in no word. Git is not asked again.
    pub fn merely_touched(&self, project: &Project) -> usize {
        let articles = &project.catalog.articles;
        let source = |article| match project.translations.own_state(article) {
            State::Touched { newest } => Some(newest),
            _ => None,
        };
        let sources = articles.indices().filter_map(source);
        sources.filter(|&source| self.touched.contains(&*articles[source].file.path)).count()
    }

    /// How many of these are in files that the change touched, and how many elsewhere.
    pub fn places(&self, checked: &Checked) -> (usize, usize) {
        let diagnostics = &checked.diagnostics;
        let inside = diagnostics.iter().filter(|diagnostic| self.touched.contains(&*diagnostic.path)).count();
        (inside, diagnostics.len() - inside)
    }

    /// How many files of the project are there today and new or other than before.
    pub fn touched(&self) -> usize {
        self.touched.len()
    }
}
