//! A project that is followed while people write it. After a change it is the project that everything on the disk, read
//! anew, would make, but for what git knows, which it does not ask; what cannot be read then is a fault, and the project waits as it
//! was.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::catalog::{Catalog, Drafts};
use crate::config::{self, Config};
use crate::messages::MessageStyle;
use crate::render::{self, Prepared, Site};
use crate::sources::{self, Disk, Look, WatchedInputs};
use crate::translation::MADE_FROM;

use super::environment::Environment;
use super::interface::Interface;
use super::loaded::Project;
use super::made_from;
use super::options::{self, GIT, scope};
use super::rules::refuse_unknown_codes;

/// What is followed.
#[derive(Clone, Debug)]
pub(crate) struct LiveRequest {
    pub(crate) root: PathBuf,
    /// The output folder of builds, which is not input.
    pub(crate) out: PathBuf,
    pub(crate) message_style: MessageStyle,
}

/// A project as it is on the disk now.
#[derive(Debug)]
pub(crate) struct Live {
    request: LiveRequest,
    /// The text of the configuration that the disk was read by.
    configuration: Option<String>,
    /// What the last configuration that could be read names, whether or not it is there.
    named: Named,
    disk: Option<Disk>,
    state: LoadState,
}

/// Files and folders that a configuration names.
#[derive(Debug, Default)]
struct Named {
    content_dir: Option<String>,
    statics: Vec<String>,
    files: Vec<String>,
}

impl Named {
    fn of(config: &Config) -> Self {
        let Config { content, theme, checks, site, .. } = config;
        let files =
            [&theme.logo, &theme.style, &theme.touch_icon, &site.image, &checks.baseline, &site.visits];
        let content_dir = content.dir.as_deref().map(|dir| dir.trim_matches('/').to_owned());
        let statics = content.statics.iter().flatten().map(|dir| dir.trim_matches('/').to_owned()).collect();
        Self { content_dir, statics, files: files.into_iter().flatten().cloned().collect() }
    }
}

#[derive(Debug)]
enum LoadState {
    Loaded(Box<Project>),
    /// What is wrong, and the articles as far as they are known.
    Fault(anyhow::Error, Option<Box<Catalog>>),
}

/// What an update has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Updated {
    Nothing,
    /// Nothing but texts of articles and includes.
    Texts,
    /// Anything.
    All,
}

impl Live {
    /// Reads the project. What is wrong with it is a fault, which may go away.
    pub(crate) fn open(request: LiveRequest) -> Self {
        let state = LoadState::Fault(anyhow::anyhow!("nothing was read yet"), None);
        let mut live = Self { request, configuration: None, named: Named::default(), disk: None, state };
        live.update(Look::Everywhere);
        live
    }

    /// The project, or what is wrong.
    pub(crate) fn project(&self) -> Result<&Project, &anyhow::Error> {
        match &self.state {
            LoadState::Loaded(project) => Ok(project),
            LoadState::Fault(error, _) => Err(error),
        }
    }

    /// Where its input comes from.
    pub(crate) fn inputs(&self) -> WatchedInputs {
        let LiveRequest { root, out, .. } = &self.request;
        // Where nothing could be read, the one it would be by itself.
        let read = self.disk.as_ref().map_or("content", |disk| &disk.sources().content_dir);
        let beside = self.disk.iter().flat_map(|disk| &disk.sources().beside).chain(&self.named.statics);
        let content_dirs = std::iter::once(read).chain(self.named.content_dir.as_deref());
        let content_dirs = content_dirs.chain(beside.map(String::as_str));
        let files = [config::FILE, MADE_FROM].into_iter().chain(self.named.files.iter().map(String::as_str));
        let theme = self.disk.iter().map(|disk| &disk.sources().theme_files);
        let files = files.chain(theme.flat_map(|theme| {
            let missing = theme.missing.iter().filter_map(|(_, path)| path.as_ref());
            theme.beside.keys().chain(missing).map(String::as_str)
        }));
        let linked = self.disk.iter().flat_map(Disk::linked);
        WatchedInputs::new(root, out, content_dirs, files, linked)
    }

    /// Whether the file at this path below the project's folder is another than the one that was read.
    pub(crate) fn is_outdated(&self, path: &str) -> bool {
        self.disk.as_ref().is_some_and(|disk| disk.is_outdated(path))
    }

    /// The place on this machine of a path below the project's folder.
    pub(crate) fn place(&self, path: &str) -> PathBuf {
        self.request.root.join(path)
    }

    /// Takes up what has changed.
    pub(crate) fn update(&mut self, look: Look<'_>) -> Updated {
        self.try_update(look).unwrap_or_else(|error| {
            let before = std::mem::replace(&mut self.state, LoadState::Fault(error, None));
            if let LoadState::Fault(_, catalog) = &mut self.state {
                *catalog = before.into_catalog();
            }
            Updated::All
        })
    }

    fn try_update(&mut self, look: Look<'_>) -> Result<Updated> {
        let text = sources::configuration(&self.request.root, config::FILE, GIT)?;
        if text == self.configuration
            && let (LoadState::Loaded(project), Some(disk)) = (&mut self.state, &mut self.disk)
        {
            let changes = disk.look(look)?;
            let is_made_alike = made_from::read(&self.request.root) == *project.translations.made_from();
            let root = &self.request.root;
            let is_counted_alike = !project.visits.as_ref().is_some_and(|visits| visits.is_old(root));
            let is_held = is_made_alike && is_counted_alike && !project.rules.is_old(root);
            if !changes.any() && is_held {
                return Ok(Updated::Nothing);
            }
            let only_texts = is_held && !changes.others && !changes.messages && !changes.theme;
            if only_texts && let Some(articles) = project.catalog.replace(disk.sources(), &changes.texts) {
                project.translations.update(&project.catalog, &articles);
                return Ok(Updated::Texts);
            }
        } else {
            self.read_all(text)?;
        }
        self.understand()?;
        Ok(Updated::All)
    }

    /// Reads what is not as it was, by this configuration.
    fn read_all(&mut self, text: Option<String>) -> Result<()> {
        let written = text.as_deref().unwrap_or("");
        let config = Config::parse(written)?;
        self.named = Named::of(&config);
        refuse_unknown_codes(&config, written)?;
        match &mut self.disk {
            Some(disk) if text == self.configuration => drop(disk.look(Look::Everywhere)?),
            _ => {
                let scope = scope(&config, &self.request.out);
                self.disk = Some(Disk::open(&self.request.root, scope)?);
                self.configuration = text;
            }
        }
        Ok(())
    }

    /// Makes the project of what was read.
    fn understand(&mut self) -> Result<()> {
        let config = Config::parse(self.configuration.as_deref().unwrap_or(""))?;
        let options = options::catalog(&config, Drafts::Included)?;
        let sources = self.disk.as_ref().context("nothing was read")?.sources();
        let reading = LoadState::Fault(anyhow::anyhow!("the project is being read"), None);
        let known = std::mem::replace(&mut self.state, reading).into_catalog();
        let catalog = match known {
            Some(known) => known.update(sources, &options),
            None => Catalog::new(sources, &options),
        };
        let words = Interface::read(sources);
        let environment = Environment::new(
            &config,
            sources,
            &catalog,
            words,
            &self.request.root,
            self.request.message_style,
        );
        self.state = match environment {
            Ok(environment) => {
                let made_from = made_from::read(&self.request.root);
                LoadState::Loaded(Box::new(Project::of(config, catalog, environment, made_from)))
            }
            Err(error) => LoadState::Fault(error, Some(Box::new(catalog))),
        };
        Ok(())
    }
}

impl Project {
    /// What its pages share; `prepared` of a site before, where nothing but texts has changed since.
    ///
    /// # Errors
    /// Those of [`Site::new`].
    pub(crate) fn site<'a>(
        &'a self,
        options: &'a render::Options,
        prepared: Option<Prepared>,
    ) -> Result<Site<'a>> {
        let Self { catalog, translations, theme, .. } = self;
        match prepared {
            Some(prepared) => Ok(Site::reuse(prepared, catalog, translations, theme, options)),
            None => Site::new(catalog, translations, theme, &self.messages, options),
        }
    }
}

impl LoadState {
    /// What is known of the articles.
    fn into_catalog(self) -> Option<Box<Catalog>> {
        match self {
            Self::Loaded(project) => Some(Box::new(project.catalog)),
            Self::Fault(_, catalog) => catalog,
        }
    }
}
