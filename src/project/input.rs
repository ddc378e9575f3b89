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
use crate::translation::Translations;

use super::environment::Environment;
use super::interface::Interface;
use super::loaded::{Configured, Project, ProjectRequest};
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
    /// Those of the wanted files and folders that hold nothing which is read.
    pub fn unread<'w>(&self, wanted: &'w Selection) -> Vec<&'w str> {
        let Sources { texts, messages, assets, .. } = &self.sources;
        fn holds<T>(files: &BTreeMap<Arc<str>, T>, path: &str) -> bool {
            let is_below = |key: &str| key.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
            let folder = format!("{path}/");
            let next = files.range::<str, _>((Bound::Included(folder.as_str()), Bound::Unbounded)).next();
            path.is_empty() || files.contains_key(path) || next.is_some_and(|(key, _)| is_below(key))
        }
        let is_read = |path: &str| holds(texts, path) || holds(messages, path) || holds(assets, path);
        wanted.paths.iter().map(String::as_str).filter(|path| !is_read(path)).collect()
    }
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
        Ok(Self::of(config.clone(), catalog, environment))
    }

    pub(super) fn of(config: Config, catalog: Catalog, environment: Environment) -> Self {
        let Environment { messages, interface, rules, theme, inputs } = environment;
        let translations = Translations::new(&catalog);
        Self { config, catalog, translations, messages, interface, rules, theme, inputs }
    }
}
