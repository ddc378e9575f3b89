//! The part of the hall that `faqtory check --since` walks: which findings a change brought. Compares what the checks
//! find today with what they find in the input as it was.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use crate::catalog::Catalog;
use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::history::{self, Then, Wanted};
use crate::report::Texts;
use crate::sources::{self, Earlier};
use crate::{Progress, checks};

use super::input::scope;
use super::{Input, options};

/// Tells the findings that a change brought: those in files that it touched, and those elsewhere that were not there
/// before.
#[derive(Clone, Debug, Default)]
pub struct Since {
    /// Files that are new or other than before, renamed ones under their new name.
    touched: BTreeSet<String>,
    before: BTreeMap<Finding, usize>,
}

/// What a finding is, wherever it stands in its file: path, code, the text at its place, and message.
type Finding = (String, &'static str, String, String);

impl Input {
    /// What the project was where the branch of today left the one of `revision`, judged by the same checks. Asks git.
    ///
    /// # Errors
    /// Git cannot tell.
    pub fn since(&self, revision: &str, progress: &dyn Progress) -> Result<Since> {
        let is_wanted = |path: &str| path == config::FILE || sources::is_text(path);
        let wanted = Wanted { is_wanted: &is_wanted, max_bytes: sources::MAX_TEXT_BYTES };
        let earlier = history::since(&self.root, revision, &wanted)
            .with_context(|| format!("cannot tell what has changed since {revision}"))?;
        let today =
            || self.sources.texts.keys().chain(self.sources.assets.keys()).chain(&self.sources.too_large);
        let is_same = |path: &str, then: &Then| match (self.sources.texts.get(path), then) {
            (Some(now), Then::Bytes(then)) => is_same_text(now, then),
            _ => false,
        };
        // What the configuration was decides how the files are understood, and what they are.
        let config = match earlier.changed.get(config::FILE) {
            Some(Then::Bytes(bytes)) => {
                std::str::from_utf8(bytes).ok().and_then(|text| Config::parse(text).ok())
            }
            _ => None,
        };
        let mut files: BTreeMap<String, Earlier> = today()
            .filter(|path| !earlier.paths.contains(&***path))
            .map(|path| (path.to_string(), Earlier::Absent))
            .collect();
        for (path, then) in earlier.changed.into_iter().filter(|(path, then)| !is_same(path, then)) {
            files.insert(
                path,
                match then {
                    Then::Bytes(bytes) => Earlier::Bytes(bytes),
                    Then::Unread => Earlier::Unread,
                },
            );
        }
        let is_today = |path: &String| {
            let (texts, assets) = (&self.sources.texts, &self.sources.assets);
            texts.contains_key(path.as_str()) || assets.contains_key(path.as_str())
        };
        let touched = files.keys().filter(|path| is_today(path)).cloned().collect();
        let config = config.as_ref().unwrap_or(&self.config);
        let sources = self.sources.earlier(&self.root, scope(&self.config, &self.out), files)?;
        progress.begin(crate::Phase::Catalog, 0);
        let catalog = Catalog::new(&sources, &options::catalog(config, self.drafts)?);
        progress.begin(crate::Phase::Check, 0);
        let mut before = BTreeMap::new();
        if !catalog.articles.is_empty() {
            for diagnostic in checks::run(&catalog) {
                let text = catalog.text(&diagnostic.path);
                *before.entry(finding(&diagnostic, text)).or_default() += 1;
            }
        }
        Ok(Since { touched, before })
    }
}

/// Whether two texts differ in nothing but line ends, which git may change on the way to the disk.
fn is_same_text(a: &[u8], b: &[u8]) -> bool {
    fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
        text.split(|&byte| byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line))
    }
    a == b || lines(a).eq(lines(b))
}

fn finding(diagnostic: &Diagnostic, text: Option<&str>) -> Finding {
    let at = text.map_or("", |text| diagnostic.span.slice(text)).replace("\r\n", "\n");
    (diagnostic.path.to_string(), diagnostic.code, at, diagnostic.message.clone())
}

impl Since {
    /// The findings that the change brought, in their order.
    pub fn keep(&self, mut diagnostics: Vec<Diagnostic>, texts: &dyn Texts) -> Vec<Diagnostic> {
        let mut before = self.before.clone();
        diagnostics.retain(|diagnostic| {
            if self.touched.contains(&*diagnostic.path) {
                return true;
            }
            let known = before.get_mut(&finding(diagnostic, texts.text(&diagnostic.path)));
            match known.filter(|count| **count > 0) {
                Some(count) => {
                    *count -= 1;
                    false
                }
                None => true,
            }
        });
        diagnostics
    }

    /// How many of these are in files that the change touched, and how many elsewhere.
    pub fn places(&self, diagnostics: &[Diagnostic]) -> (usize, usize) {
        let inside = diagnostics.iter().filter(|diagnostic| self.touched.contains(&*diagnostic.path)).count();
        (inside, diagnostics.len() - inside)
    }

    /// How many files of the project are there today and new or other than before.
    pub fn touched(&self) -> usize {
        self.touched.len()
    }
}
