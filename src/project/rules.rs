//! The rules of `[checks]`: levels, and the baseline as it stands on the disk. Judges nothing.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::checks::{self, Baseline, Level, Levels, Policy};
use crate::config::{self, CheckLevel, CodeLevels, Config};
use crate::sources;

use super::options::GIT;

/// The rules of `[checks]`, and where the baseline stands.
#[derive(Debug)]
pub(crate) struct Rules {
    levels: Levels,
    /// None where the configuration names no file.
    baseline: Option<BaselineFile>,
}

/// A baseline file; it need not be there while it is written for the first time.
#[derive(Debug)]
struct BaselineFile {
    file: String,
    text: Option<String>,
}

impl Rules {
    pub(crate) fn new(config: &config::ChecksConfig, root: &Path) -> Result<Self> {
        let mut rules = Levels::new(levels(&config.levels));
        for entry in &config.paths {
            rules.add_paths(&entry.paths, levels(&entry.levels))?;
        }
        let read = |file: &String| {
            let text = sources::configuration(root, file, GIT).context("checks.baseline")?;
            Ok::<_, anyhow::Error>(BaselineFile { file: file.clone(), text })
        };
        Ok(Self { levels: rules, baseline: config.baseline.as_ref().map(read).transpose()? })
    }

    /// Whether the baseline is another now.
    pub(crate) fn is_old(&self, root: &Path) -> bool {
        let is_other = |baseline: &BaselineFile| {
            sources::configuration(root, &baseline.file, GIT).ok() != Some(baseline.text.clone())
        };
        self.baseline.as_ref().is_some_and(is_other)
    }

    /// The levels alone: nothing is held back.
    pub(super) fn without_baseline(&self) -> Policy {
        Policy { levels: self.levels.clone(), baseline: Baseline::default() }
    }

    /// The path of the baseline below the project's folder, where the configuration names one.
    pub(super) fn baseline_file(&self) -> Option<&str> {
        self.baseline.as_ref().map(|baseline| baseline.file.as_str())
    }

    /// Levels and baseline.
    ///
    /// # Errors
    /// A baseline that is not there or cannot be read.
    pub(super) fn policy(&self) -> Result<Policy> {
        let baseline = match &self.baseline {
            None => Baseline::default(),
            Some(BaselineFile { file, text: Some(text) }) => Baseline::parse(file, text)?,
            Some(BaselineFile { file, text: None }) => bail!(
                "checks.baseline in faqtory.toml is `{file}`, but there is no such file\nhelp: run `faqtory check --write-baseline` to create it"
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
