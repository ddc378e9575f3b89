//! How often articles were read, as a file of the user's says. Counts nothing itself.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};

use crate::catalog::Catalog;
use crate::{config, sources, translation};

use super::options::GIT;

/// The file that `[site] visits` names, as it was read.
#[derive(Debug)]
pub(crate) struct ConfiguredVisits {
    file: String,
    text: String,
    pub(crate) counts: BTreeMap<String, u64>,
}

impl ConfiguredVisits {
    /// # Errors
    /// There is no such file in the project, or it is no table of visits.
    pub(super) fn read(config: &config::SiteConfig, root: &Path, catalog: &Catalog) -> Result<Option<Self>> {
        let Some(file) = config.visits.clone() else { return Ok(None) };
        let Some(text) = sources::configuration(root, &file, GIT).context("site.visits")? else {
            bail!(
                "{}: site.visits is `{file}`, but there is no such file\nhelp: write the path of a table of visits in the project",
                config::FILE
            )
        };
        let counts = counts(&text, &file, catalog)?;
        Ok(Some(Self { file, text, counts }))
    }

    /// Whether the file is another now.
    pub(super) fn is_old(&self, root: &Path) -> bool {
        sources::configuration(root, &self.file, GIT).ok().flatten().as_ref() != Some(&self.text)
    }
}

/// How often each article was read, as a file that the user names says.
///
/// # Errors
/// It cannot be read, or is no table of visits.
pub(super) fn read(file: &Path, catalog: &Catalog) -> Result<BTreeMap<String, u64>> {
    counts(&sources::text(file)?, &file.display().to_string(), catalog)
}

fn counts(text: &str, name: &str, catalog: &Catalog) -> Result<BTreeMap<String, u64>> {
    let is_locale =
        |step: &str| catalog.locales.iter().any(|entry| entry.locale.tag().eq_ignore_ascii_case(step));
    translation::visits(text, &is_locale).map_err(|line| {
        anyhow!(
            "{name}:{line}: this is no number of visits\nhelp: write an article ID, a path or an address, a comma and a whole number"
        )
    })
}
