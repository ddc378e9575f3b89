//! A project that has been read and understood, and what is known of it at once. Reads nothing but its configuration.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::catalog::{Article, Catalog, Drafts};
use crate::config::{self, Config};
use crate::locale::Locale;
use crate::messages::Messages;
use crate::theme::Theme;
use crate::translation::Translations;
use crate::{output, render, report, sources};

use super::interface::Interface;
use super::known::Changes;
use super::options::{self, GIT};
use super::rules::{Rules, refuse_unknown_codes};
use super::selection::Selection;
use super::visits::ConfiguredVisits;

/// The configuration of a folder, read.
#[derive(Debug)]
pub struct Configured {
    pub(super) config: Config,
    is_project: bool,
}

impl Configured {
    /// Asks git for the weight of changes when the project is read, as `[status] history` does.
    pub fn ask_history(&mut self) {
        self.config.status.history = true;
    }

    /// Whether the folder is a project rather than a mere folder of articles.
    pub fn is_project(&self) -> bool {
        self.is_project
    }
}

/// What to load.
#[derive(Clone, Copy, Debug)]
pub struct ProjectRequest<'a> {
    pub root: &'a Path,
    /// The output folder, which is not input.
    pub out: &'a Path,
    pub drafts: Drafts,
}

/// A project, read and understood.
#[derive(Debug)]
pub struct Project {
    pub(crate) config: Config,
    pub(crate) catalog: Catalog,
    pub(super) translations: Translations,
    /// What git knows, where it was asked when the project was read.
    pub(super) changes: Option<Changes>,
    pub(super) messages: Messages,
    pub(super) interface: Interface,
    pub(super) rules: Rules,
    pub(super) theme: Theme,
    /// The folders and files that output must not touch.
    pub(super) inputs: Vec<PathBuf>,
    /// What `[site] visits` names.
    pub(super) visits: Option<ConfiguredVisits>,
}

impl Project {
    /// Reads the configuration of the folder `root`.
    ///
    /// # Errors
    /// No such folder, or a configuration that cannot be read or used.
    pub fn configuration(root: &Path) -> Result<Configured> {
        let text = sources::configuration(root, config::FILE, GIT)?;
        let is_project = text.is_some() || root.join("content").is_dir();
        let config = text.as_deref().map_or_else(|| Ok(Config::default()), Config::parse)?;
        refuse_unknown_codes(&config, text.as_deref().unwrap_or(""))?;
        Ok(Configured { config, is_project })
    }

    /// Where the site is written by default, in the folder `root`: `public`, or `site` where `public` is a folder of the
    /// project itself, as generators have it for static files.
    pub fn usual_out(root: &Path) -> PathBuf {
        let public = root.join("public");
        if output::is_foreign(&public) { root.join("site") } else { public }
    }

    /// The canonical locales that `written` tags name.
    ///
    /// # Errors
    /// A tag that is not one, or a locale without articles.
    pub fn locales(&self, written: &[String]) -> Result<Vec<Locale>> {
        let find = |tag: &String| {
            let wanted = Locale::parse(tag).with_context(|| format!("--locale {tag}"))?;
            if self.catalog.locales.iter().any(|entry| entry.locale == wanted) {
                return Ok(wanted);
            }
            let there: Vec<&str> = self.catalog.locales.iter().map(|entry| entry.locale.tag()).collect();
            bail!(
                "there are no articles in {}\nhelp: use `--locale` with one of {}",
                wanted.tag(),
                there.join(", ")
            )
        };
        written.iter().map(find).collect()
    }

    /// The number of articles that are wanted.
    pub fn articles(&self, wanted: &Selection) -> usize {
        let is_wanted = |article: &&Article| {
            wanted.has_locale(&self.catalog.locales[article.locale].locale)
                && wanted.has_path(&article.file.path)
        };
        self.catalog.articles.iter().filter(is_wanted).count()
    }

    /// The tag of the source locale, if there is one.
    pub fn source_locale(&self) -> Option<&str> {
        self.catalog.source.map(|source| self.catalog.locales[source].locale.tag())
    }

    /// The configured source locale, where several locales have articles and that one has none.
    pub fn source_without_articles(&self) -> Option<&str> {
        let named = self.config.site.source_locale.as_deref()?;
        (self.catalog.source.is_none() && self.catalog.locales.len() > 1).then_some(named)
    }

    /// What the configuration says of rendering, with the visits that it names.
    ///
    /// # Errors
    /// A glob of `[search] exclude` that cannot be read.
    pub(crate) fn render_options(&self) -> Result<render::Options> {
        let visits = self.visits.as_ref().map(|visits| visits.counts.clone());
        Ok(render::Options { visits, ..options::render(&self.config)? })
    }

    /// Where the site will stand, if the configuration says.
    pub fn base_url(&self) -> Option<&str> {
        self.config.site.base_url.as_deref()
    }
}

impl report::Texts for Project {
    fn text(&self, path: &str) -> Option<&str> {
        self.catalog.text(path).or_else(|| self.interface.text(path))
    }
}
