//! `[checks]`: how bad which finding is, and which are held back. Knows no check: the caller says which codes there are.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde::Deserialize;
use toml::Spanned;

use super::position::{FILE, position};

/// Codes of checks with the level of each; the codes keep their places for error messages.
pub type CodeLevels = BTreeMap<Spanned<String>, CheckLevel>;

/// `[checks]`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Checks"))]
pub struct ChecksConfig {
    /// The file of known findings, so that only new ones are reported. `faqtory check --write-baseline` writes it.
    #[serde(deserialize_with = "super::value::path")]
    pub baseline: Option<String>,
    /// The levels of codes: `error`, `warning`, `suggestion` or `off`, as in `redirected-link = "off"`.
    #[cfg_attr(test, schemars(with = "BTreeMap<String, CheckLevel>"))]
    pub levels: CodeLevels,
    /// Levels for certain paths only, as `[[checks.paths]]`. If several match, the last one applies.
    pub paths: Vec<PathLevels>,
}

/// `[[checks.paths]]`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PathLevels {
    /// Globs of paths as findings show them, such as `content/*/legacy/**`, or folders.
    #[serde(deserialize_with = "super::value::globs")]
    pub paths: Vec<String>,
    /// The levels of codes for these paths.
    #[cfg_attr(test, schemars(with = "BTreeMap<String, CheckLevel>"))]
    pub levels: CodeLevels,
}

/// How bad the findings of a check are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum CheckLevel {
    /// The exit code is 1.
    Error,
    /// Certain, and reported.
    Warning,
    /// Taste, and reported.
    Suggestion,
    /// Not reported.
    Off,
}

impl ChecksConfig {
    /// Refuses a code for which `reason` gives a reason: one that does not exist.
    ///
    /// # Errors
    /// The first such code, with its place in `text`, the configuration as read.
    pub fn refuse_codes(&self, text: &str, reason: impl Fn(&str) -> Option<String>) -> Result<()> {
        let codes = self.levels.keys().chain(self.paths.iter().flat_map(|entry| entry.levels.keys()));
        for code in codes {
            if let Some(reason) = reason(code.get_ref()) {
                bail!("{FILE} cannot be used: {}{reason}", position(text, code.span().start));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Config;

    #[test]
    fn levels_are_read_and_codes_have_places() {
        let text = "[checks.levels]\na = \"off\"\n\n[[checks.paths]]\npaths = [\"x/**\"]\nlevels = { \"b\" = \"error\" }\n";
        let checks = Config::parse(text).unwrap().checks;
        assert!(checks.refuse_codes(text, |_| None).is_ok());
        let error = checks.refuse_codes(text, |code| (code == "b").then(|| "no".to_owned())).unwrap_err();
        assert_eq!(error.to_string(), "faqtory.toml cannot be used: line 6, column 12: no");
    }

    #[test]
    fn a_level_that_is_none_is_refused() {
        let error = format!("{:#}", Config::parse("[checks.levels]\na = \"eror\"\n").unwrap_err());
        assert!(error.contains("line 2") && error.contains("`error`"), "{error}");
        assert!(Config::parse("[[checks.paths]]\npath = \"x\"\n").is_err());
    }
}
