//! The beginning of every walk: what was read, and the project that is understood from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};

use crate::catalog::{Catalog, Drafts};
use crate::config::Config;
use crate::history;
use crate::messages::{MessageStyle, Messages};
use crate::render::Bundles;
use crate::sources::{self, Git, Sources};
use crate::theme::Theme;
use crate::translation::Translations;
use crate::{Configured, Phase, Progress, Project, ProjectRequest};

use super::configured::refuse_absent;
use super::{Interface, Rules, options};

/// Everything that a project is made of, read and not yet understood.
#[derive(Debug)]
pub struct Input {
    pub(super) config: Config,
    pub(super) sources: Sources,
    pub(super) drafts: Drafts,
    /// The project's folder.
    pub(super) root: PathBuf,
    pub(super) out: PathBuf,
}

impl Input {
    /// Reads the project's folder.
    ///
    /// # Errors
    /// Input that cannot be read.
    pub fn read(
        configured: Configured,
        request: ProjectRequest<'_>,
        progress: &dyn Progress,
    ) -> Result<Self> {
        let config = configured.config;
        progress.begin(Phase::Read, 0);
        let sources = sources::load(request.root, scope(&config, request.out))?;
        let (root, out) = (request.root.to_path_buf(), request.out.to_path_buf());
        Ok(Self { config, sources, drafts: request.drafts, root, out })
    }
}

/// What the configuration says of the files that are read.
pub(crate) fn scope<'a>(config: &'a Config, out: &'a Path) -> sources::Scope<'a> {
    sources::Scope {
        content_dir: config.content.dir.as_deref(),
        exclude: &config.content.exclude,
        follow: &config.content.follow,
        theme: config.site.theme.as_deref(),
        logo: config.theme.logo.as_deref(),
        style: config.theme.style.as_deref(),
        out,
        git: GIT,
    }
}

/// What is known of the places that symbolic links lead to.
pub(crate) const GIT: Git = Git { work_tree: history::work_tree, ignores: history::ignored };

impl Project {
    /// Understands what was read.
    ///
    /// # Errors
    /// A configuration that cannot be used, a theme that does not load, or no article at all.
    pub fn new(input: &Input, progress: &dyn Progress) -> Result<Self> {
        progress.begin(Phase::Catalog, 0);
        let Input { config, sources, root, .. } = input;
        let options = options::catalog(config, input.drafts)?;
        // Parts of both are work for one thread.
        let (catalog, words) = rayon::join(|| Catalog::new(sources, &options), || Interface::read(sources));
        let look = Look::new(config, sources, &catalog, words, root, MessageStyle::Plain)?;
        Ok(Self::of(config.clone(), catalog, look))
    }

    pub(super) fn of(config: Config, catalog: Catalog, look: Look) -> Self {
        let Look { messages, interface, rules, theme, inputs } = look;
        let translations = Translations::new(&catalog);
        Self { config, catalog, translations, messages, interface, rules, theme, inputs }
    }
}

/// What a project has beside its articles.
#[derive(Debug)]
pub(crate) struct Look {
    messages: Messages,
    interface: Interface,
    rules: Rules,
    theme: Theme,
    inputs: Vec<PathBuf>,
}

impl Look {
    /// # Errors
    /// A theme that does not load, no article at all, or levels and a baseline of checks that cannot be read.
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
            if let Some((path, reason)) = sources.not_read.first_key_value() {
                bail!("there are no articles in {}, and {path} was not read: {reason}", content.display());
            }
            bail!(
                "there are no articles in {}; name a folder with Markdown files, such as content/en-US/",
                content.display()
            );
        }
        refuse_absent(config, sources, catalog)?;
        let inputs = vec![root.to_path_buf(), content];
        Ok(Self { messages, interface, rules, theme, inputs })
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
                "theme.style: `{}` names `{written}`, but there is no such file beside it in the project",
                config.theme.style.as_deref().unwrap_or_default()
            );
        }
    }
    sources.theme_files.add_to(&mut files);
    let style = files.entry("assets/custom.css".to_owned()).or_default();
    style.splice(..0, options::style(&config.theme).into_bytes());
    Ok(files.into_iter().collect())
}
