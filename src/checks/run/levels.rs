//! How bad each finding is, as configured for codes and paths. Reads no configuration.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::checks::{Level, by_code};
use crate::diagnostic::Diagnostic;

/// The levels of all codes that have another than their own, everywhere or on some paths.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    everywhere: BTreeMap<String, Level>,
    /// Where several match, the last one that names the code counts.
    paths: Vec<(GlobSet, BTreeMap<String, Level>)>,
}

impl Levels {
    pub fn new(everywhere: BTreeMap<String, Level>) -> Self {
        Self { everywhere, paths: Vec::new() }
    }

    /// Other levels on the paths that one of `globs` matches; a folder stands for everything below it.
    ///
    /// # Errors
    /// A glob that cannot be read.
    pub fn add_paths(&mut self, globs: &[String], levels: BTreeMap<String, Level>) -> Result<()> {
        let mut set = GlobSetBuilder::new();
        for glob in globs {
            let folder = format!("{}/**", glob.trim_end_matches('/'));
            for pattern in [glob.as_str(), &folder] {
                set.add(Glob::new(pattern).with_context(|| format!("checks.paths: `{glob}` is not a glob"))?);
            }
        }
        self.paths.push((set.build()?, levels));
        Ok(())
    }

    /// Gives every diagnostic its level and takes out those that are off. Sorted by path, each path is matched once.
    pub(super) fn apply(&self, diagnostics: &mut Vec<Diagnostic>) {
        let mut current: Option<(std::sync::Arc<str>, Vec<usize>)> = None;
        diagnostics.retain_mut(|diagnostic| {
            if current.as_ref().is_none_or(|(path, _)| *path != diagnostic.path) {
                let matching =
                    (0..self.paths.len()).filter(|&at| self.paths[at].0.is_match(&*diagnostic.path));
                current = Some((diagnostic.path.clone(), matching.collect()));
            }
            let matching = current.iter().flat_map(|(_, matching)| matching.iter().rev());
            let here = matching.copied().find_map(|at| self.paths[at].1.get(diagnostic.code));
            match here.or_else(|| self.everywhere.get(diagnostic.code)) {
                Some(level) => match level.severity() {
                    Some(severity) => diagnostic.severity = severity,
                    None => return false,
                },
                None => return !is_off(diagnostic.code),
            }
            true
        });
    }
}

/// Whether a check is off where nobody gives it a level.
fn is_off(code: &str) -> bool {
    by_code(code).is_some_and(|check| check.level == Level::Off)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Origin, Severity, Span};

    fn diagnostic(path: &str, code: &'static str) -> Diagnostic {
        Diagnostic {
            path: path.into(),
            span: Span::default(),
            code,
            severity: Severity::Warning,
            origin: Origin::Translation,
            locale: None,
            locales: Vec::new(),
            flaw: None,
            places: Vec::new(),
            message: String::new(),
            help: None,
            fix: None,
        }
    }

    #[test]
    fn the_last_path_that_names_the_code_counts() {
        let map = |code: &str, level| BTreeMap::from([(code.to_owned(), level)]);
        let mut levels = Levels::new(map("a", Level::Error));
        levels.add_paths(&["old/".to_owned(), "*.yml".to_owned()], map("a", Level::Off)).unwrap();
        levels.add_paths(&["old/new/**".to_owned()], map("a", Level::Suggestion)).unwrap();
        levels.add_paths(&["old/new".to_owned()], map("b", Level::Off)).unwrap();
        let mut found: Vec<Diagnostic> = ["new/x.md", "old/new/x.md", "old/x.md", "toc.yml"]
            .iter()
            .flat_map(|path| [diagnostic(path, "a"), diagnostic(path, "b")])
            .collect();
        levels.apply(&mut found);
        let found: Vec<String> = found
            .iter()
            .map(|found| format!("{} {} {}", found.path, found.code, found.severity.name()))
            .collect();
        assert_eq!(
            found,
            [
                "new/x.md a error",
                "new/x.md b warning",
                "old/new/x.md a suggestion",
                "old/x.md b warning",
                "toc.yml b warning",
            ]
        );
        assert!(levels.add_paths(&["{".to_owned()], BTreeMap::new()).is_err());
    }
}
