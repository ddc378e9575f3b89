//! What a project has beside its articles: messages, rules, its theme. Reads nothing but the baseline and visits.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};

use crate::catalog::Catalog;
use crate::config::Config;
use crate::messages::{MessageStyle, Messages};
use crate::render::Bundles;
use crate::sources::Sources;
use crate::theme::Theme;

use super::configured::refuse_absent;
use super::interface::Interface;
use super::options;
use super::rules::Rules;
use super::unread;
use super::visits::ConfiguredVisits;

/// What a project has beside its articles.
#[derive(Debug)]
pub(crate) struct Environment {
    pub(super) messages: Messages,
    pub(super) interface: Interface,
    pub(super) rules: Rules,
    pub(super) theme: Theme,
    pub(super) inputs: Vec<PathBuf>,
    pub(super) visits: Option<ConfiguredVisits>,
}

impl Environment {
    /// # Errors
    /// A theme that does not load, no article at all, or levels, a baseline of checks or visits that cannot be read.
    pub(super) fn new(
        config: &Config,
        sources: &Sources,
        catalog: &Catalog,
        (mut messages, mut interface): (Messages, Interface),
        root: &Path,
        message_style: MessageStyle,
    ) -> Result<Self> {
        interface.compare(&messages, catalog);
        let rules = Rules::new(&config.checks, root)?;
        if message_style == MessageStyle::Pseudo {
            messages.pseudo_localise();
        }
        let words = Bundles::new(&messages, catalog.locales.iter().map(|entry| &entry.locale));
        let theme_name = config.site.theme.as_deref().unwrap_or("default");
        let theme = Theme::new(theme_name, theme_files(config, sources)?, Arc::new(words))?;
        let content = root.join(&sources.content_dir);
        if catalog.articles.is_empty() {
            bail!("there are no articles in {}{}", content.display(), unread::because(sources, catalog));
        }
        refuse_absent(config, sources, catalog)?;
        let visits = ConfiguredVisits::read(&config.site, root, catalog)?;
        let beside = sources.beside.iter().map(|folder| root.join(folder));
        let inputs = [root.to_path_buf(), content].into_iter().chain(beside).collect();
        Ok(Self { messages, interface, rules, theme, inputs, visits })
    }
}

/// The files of the theme, with the look that is configured in front of the project's own style sheet.
///
/// # Errors
/// That names a file which is neither beside it nor among the assets of the theme.
fn theme_files(config: &Config, sources: &Sources) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = sources.theme.clone();
    for (written, _) in &sources.theme_files.missing {
        let asset = written.trim_start_matches("./");
        let is_built_in =
            || crate::theme::embedded().iter().any(|(path, _)| path.strip_prefix("assets/") == Some(asset));
        if !files.contains_key(&format!("assets/{asset}")) && !is_built_in() {
            bail!(
                "theme.style: `{}` refers to `{written}`, which does not exist\nhelp: add the file to the project, or correct the path in the style sheet",
                config.theme.style.as_deref().unwrap_or_default()
            );
        }
    }
    sources.theme_files.add_to(&mut files);
    let style = files.entry("assets/custom.css".to_owned()).or_default();
    style.splice(..0, options::style(&config.theme).into_bytes());
    Ok(files.into_iter().collect())
}
