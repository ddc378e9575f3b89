//! The beginning of every operation: what was read, and the project that is understood from it.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;

use crate::catalog::{Catalog, Drafts};
use crate::config::Config;
use crate::messages::MessageStyle;
use crate::sources::{self, Sources};
use crate::translation::{MadeFrom, Translations};

use super::changes::Cache;
use super::environment::Environment;
use super::interface::Interface;
use super::known::Changes;
use super::loaded::{Configured, Project, ProjectRequest};
use super::made_from;
use super::options;
use super::progress::{Phase, Progress};
use super::selection::Selection;

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
        let sources = sources::load(request.root, options::scope(&config, request.out))?;
        let (root, out) = (request.root.to_path_buf(), request.out.to_path_buf());
        Ok(Self { config, sources, drafts: request.drafts, root, out })
    }
}

impl Input {
    /// Whether nothing there was left unread because it could not be read.
    pub fn is_whole(&self) -> bool {
        self.sources.not_read.is_empty()
    }

    /// Those of the wanted files and folders that hold nothing of the site.
    pub fn unread<'w>(&self, project: &Project, wanted: &'w Selection) -> Vec<&'w str> {
        let Sources { texts, messages, assets, .. } = &self.sources;
        let is_placed = |path: &Arc<str>| !project.catalog.not_placed.contains_key(path);
        let holds_text = |path: &str| found(texts, path).any(is_placed);
        let holds_other =
            |path: &str| found(messages, path).next().is_some() || found(assets, path).next().is_some();
        let is_read = |path: &str| path.is_empty() || holds_text(path) || holds_other(path);
        wanted.paths.iter().map(String::as_str).filter(|path| !is_read(path)).collect()
    }
}

/// The files at a path or below it.
fn found<'f, T>(files: &'f BTreeMap<Arc<str>, T>, path: &str) -> impl Iterator<Item = &'f Arc<str>> {
    let folder = format!("{path}/");
    let from = files.range::<str, _>((Bound::Included(folder.as_str()), Bound::Unbounded));
    let below = from.map(|(key, _)| key).take_while(move |key| key.starts_with(&folder));
    files.get_key_value(path).map(|(key, _)| key).into_iter().chain(below)
}

impl Project {
    /// Reads everything and understands it.
    ///
    /// # Errors
    /// Input that cannot be read, a theme that does not load, or no article at all.
    pub fn load(
        configured: Configured,
        request: ProjectRequest<'_>,
        progress: &dyn Progress,
    ) -> Result<Self> {
        let input = Input::read(configured, request, progress)?;
        Self::new(&input, progress)
    }

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
        let environment = Environment::new(config, sources, &catalog, words, root, MessageStyle::Plain)?;
        let mut project = Self::of(config.clone(), catalog, environment, made_from::read(root));
        if config.status.history {
            let changes = project.ask_git(Cache::Written);
            project.touch(&changes);
            project.translations.replace(changes.replaced.clone());
            project.changes = Some(changes);
        }
        Ok(project)
    }

    fn touch(&mut self, changes: &Changes) {
        let (articles, includes) =
            (changes.touched.iter().copied(), changes.touched_includes.iter().copied());
        self.translations.touch(&self.catalog, articles, includes);
    }

    pub(super) fn of(
        config: Config,
        catalog: Catalog,
        environment: Environment,
        made_from: MadeFrom,
    ) -> Self {
        let Environment { messages, interface, rules, theme, inputs, visits } = environment;
        let translations = Translations::with(&catalog, made_from);
        Self {
            config,
            catalog,
            translations,
            changes: None,
            messages,
            interface,
            rules,
            theme,
            inputs,
            visits,
        }
    }
}
