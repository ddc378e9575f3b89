//! The part of the hall that `faqtory check` walks: what is judged, by which rules, and what is held back.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use anyhow::{Context, Result, bail};

use crate::catalog::{self, Catalog, NotUtf8};
use crate::checks::{self, Baseline, Held, Input, Level, Levels, Policy};
use crate::config::{self, CheckLevel, CodeLevels, Config};
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::Locale;
use crate::messages::{self, MessageFile, MessageProblem, MessageProblemKind, Messages};
use crate::sources::{self, Sources};
use crate::translation::Translations;
use crate::{Phase, Progress, Project};

/// The baseline where the configuration names none.
const BASELINE: &str = "faqtory-baseline.txt";

/// The rules of `[checks]`, and where the baseline stands.
#[derive(Debug)]
pub(crate) struct Rules {
    levels: Levels,
    /// None where the configuration names no file.
    baseline: Option<Known>,
}

/// A baseline file; it need not be there while it is written for the first time.
#[derive(Debug)]
struct Known {
    file: String,
    text: Option<String>,
}

impl Rules {
    pub(crate) fn new(config: &config::ChecksConfig, root: &Path) -> Result<Self> {
        let mut rules = Levels::new(levels(&config.levels));
        for entry in &config.paths {
            rules.add_paths(&entry.paths, levels(&entry.levels))?;
        }
        let known = |file: &String| {
            let text = sources::configuration(root, file, super::GIT).context("checks.baseline")?;
            Ok::<_, anyhow::Error>(Known { file: file.clone(), text })
        };
        Ok(Self { levels: rules, baseline: config.baseline.as_ref().map(known).transpose()? })
    }

    /// Whether the baseline is another now.
    pub(crate) fn is_old(&self, root: &Path) -> bool {
        let is_other = |known: &Known| {
            sources::configuration(root, &known.file, super::GIT).ok() != Some(known.text.clone())
        };
        self.baseline.as_ref().is_some_and(is_other)
    }

    fn policy(&self) -> Result<Policy> {
        let baseline = match &self.baseline {
            None => Baseline::default(),
            Some(Known { file, text: Some(text) }) => Baseline::parse(file, text)?,
            Some(Known { file, text: None }) => bail!(
                "checks.baseline is `{file}`, but there is no such file; `faqtory check --write-baseline` writes it"
            ),
        };
        Ok(Policy { levels: self.levels.clone(), baseline })
    }
}

fn levels(configured: &CodeLevels) -> BTreeMap<String, Level> {
    let level = |level: CheckLevel| match level {
        CheckLevel::Error => Level::Error,
        CheckLevel::Warning => Level::Warning,
        CheckLevel::Suggestion => Level::Suggestion,
        CheckLevel::Off => Level::Off,
    };
    configured.iter().map(|(code, &configured)| (code.get_ref().clone(), level(configured))).collect()
}

/// Refuses codes in `[checks]` that do not exist.
pub(crate) fn refuse_unknown_codes(config: &Config, text: &str) -> Result<()> {
    config.checks.refuse_codes(text, |code| checks::find(code).err())
}

/// The words of the interface that the project and its theme bring: what is wrong with them, and their texts.
#[derive(Debug, Default)]
pub(crate) struct Interface {
    problems: Vec<MessageProblem>,
    texts: BTreeMap<Arc<str>, String>,
}

impl Interface {
    /// All messages, and what the checks need of them.
    pub(crate) fn read(sources: &Sources) -> (Messages, Self) {
        let (theme, mut problems) = message_files(&sources.theme_messages, 2, 1);
        let (project, not_utf8) = message_files(&sources.messages, 0, 2);
        problems.extend(not_utf8);
        let texts = theme.iter().chain(&project).map(|file| (file.path.clone(), file.text.clone())).collect();
        let (messages, others) = Messages::new(vec![messages::embedded(), theme, project]);
        problems.extend(others);
        (messages, Self { problems, texts })
    }

    /// Compares the messages of the project with those of their source, for the locales of the catalog and those that the
    /// project has messages of.
    pub(crate) fn compare(&mut self, messages: &Messages, catalog: &Catalog) {
        if self.texts.is_empty() {
            return;
        }
        let all: Vec<Locale> = messages.locales().cloned().collect();
        let Some(source) = all.iter().find(|locale| locale.tag() == messages::SOURCE) else { return };
        for other in &all {
            let is_own = self.texts.keys().any(|path| folder(path) == Some(other.clone()));
            if is_own || catalog.locales.iter().any(|entry| entry.locale == *other) {
                self.problems.extend(messages.lint(source, other));
            }
        }
        // What Faqtory is shipped with is nothing that its users can mend.
        self.problems.retain(|problem| problem.layer > 0);
    }

    /// What the checks look at.
    pub(super) fn input<'a>(&'a self, catalog: &'a Catalog, translations: &'a Translations) -> Input<'a> {
        Input { catalog, translations, messages: &self.problems, message_texts: &self.texts }
    }

    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }
}

/// The locale whose folder the file of messages stands in.
fn folder(path: &str) -> Option<Locale> {
    let below = path.split_once("locales/").map_or(path, |(_, below)| below);
    below.split('/').next().and_then(|tag| Locale::parse(tag).ok())
}

/// The files of messages of a layer, whose tag stands at `step` of their path after `locales`; second, what is told of those
/// that are not written in UTF-8.
fn message_files(
    files: &BTreeMap<Arc<str>, Vec<u8>>,
    step: usize,
    layer: usize,
) -> (Vec<MessageFile>, Vec<MessageProblem>) {
    let mut problems = Vec::new();
    let file = |(path, bytes): (&Arc<str>, &Vec<u8>)| {
        let locale = Locale::parse(path.split('/').nth(step + 1)?).ok()?;
        let (text, not_utf8) = catalog::decode(bytes);
        problems.extend(not_utf8.map(|flaw| {
            let span = if let NotUtf8::Bytes(span) = flaw { span } else { Span::default() };
            let kind = MessageProblemKind::Encoding;
            MessageProblem { kind, locale: locale.clone(), layer, path: path.clone(), span }
        }));
        Some(MessageFile { locale, path: path.clone(), text })
    };
    let files = files.iter().filter_map(file).collect();
    (files, problems)
}

/// What the checks found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// By path, place and code. [`Checked::once`] leaves one copy of each flaw of the source; until then they hold the
    /// fix of every translation.
    pub diagnostics: Vec<Diagnostic>,
    /// How many are not among them because a comment silences them.
    pub allowed: usize,
    /// What the baseline did.
    pub held: Held,
    source: Option<Locale>,
}

impl Checked {
    /// Leaves one copy of each flaw that several translations have from the source: the source's own, else the first.
    #[must_use]
    pub fn once(mut self) -> Self {
        self.diagnostics = checks::once(self.diagnostics, self.source.as_ref());
        self
    }
}

impl Project {
    /// Judges all input; tells what stands in files of these locales or of none, or everything where none is named.
    ///
    /// # Errors
    /// A baseline that is not there or cannot be read.
    pub fn check(&self, locales: &[Locale], progress: &dyn Progress) -> Result<Checked> {
        progress.begin(Phase::Check, 0);
        let mut checked = self.check_until(&AtomicBool::new(false))?;
        let concerns = |locale: &Locale| locales.is_empty() || locales.contains(locale);
        checked.diagnostics.retain(|diagnostic| diagnostic.locale.as_ref().is_none_or(concerns));
        Ok(checked)
    }

    /// Judges all input, and ends soon after `stop` is set: what is found then is not all.
    pub(crate) fn check_until(&self, stop: &AtomicBool) -> Result<Checked> {
        let judged = checks::judge_until(self.input(), &self.rules.policy()?, stop);
        let diagnostics = judged.diagnostics;
        let source = self.catalog.source.map(|source| self.catalog.locales[source].locale.clone());
        Ok(Checked { diagnostics, allowed: judged.allowed, held: judged.held, source })
    }

    /// A baseline that holds back all there is: the name of its file below the project's folder.
    pub fn baseline(&self, progress: &dyn Progress) -> NewBaseline {
        progress.begin(Phase::Check, 0);
        let policy = Policy { levels: self.rules.levels.clone(), baseline: Baseline::default() };
        let input = self.input();
        let judged = checks::judge(input, &policy);
        let baseline = Baseline::of(&judged.diagnostics, |path| checks::text(input, path));
        let known = self.rules.baseline.as_ref();
        NewBaseline {
            file: known.map_or_else(|| BASELINE.to_owned(), |known| known.file.clone()),
            text: baseline.render(),
            findings: baseline.len(),
            is_configured: known.is_some(),
        }
    }

    fn input(&self) -> Input<'_> {
        self.interface.input(&self.catalog, &self.translations)
    }
}

/// A baseline to be written.
#[derive(Clone, Debug)]
pub struct NewBaseline {
    /// Its path below the project's folder.
    pub file: String,
    pub text: String,
    /// How many findings it holds back.
    pub findings: usize,
    /// Whether the configuration names the file.
    pub is_configured: bool,
}
