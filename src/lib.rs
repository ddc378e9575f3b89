//! Faqtory turns folders of translated Markdown FAQ articles into a static help site for every locale, and finds what
//! is broken in them.
//!
//! This is the hall: it walks data through the rooms, each a pure function of what it is handed.
//!
//! ```text
//! sources::load → Catalog::new → checks::run → diagnostics → report
//!                      └──────→ render::plan → render::page → Output::put
//! ```
//!
//! [`sources`] and nobody else reads input, [`output`] writes, [`cli`] prints. Damage in articles is a
//! [`diagnostic::Diagnostic`] and stops nothing; an [`anyhow::Error`] is for the machine and the configuration.

pub mod alignment;
pub mod catalog;
pub mod checks;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod edit;
pub mod front_matter;
mod hall;
pub mod history;
pub mod locale;
pub mod markdown;
pub mod messages;
pub mod output;
pub mod render;
pub mod report;
pub mod sources;
pub mod theme;
pub mod translation;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

pub use catalog::Drafts;
use catalog::{Catalog, LocaleIndex};
pub use checks::{CHECKS, explain, list as list_checks};
use config::Config;
use diagnostic::Diagnostic;
pub use front_matter::Date;
pub use hall::{Difference, StampOutcome, StampRequest, Stamped};
use locale::Locale;
use messages::{MessageFile, Messages};
use output::{Output, Part, Parts};
use render::file::{self, FileKey};
use render::{PageKey, Site, Words};
use theme::Theme;
pub use theme::embedded as theme_files;
use translation::Translations;

/// The steps of a run, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Read,
    Catalog,
    Check,
    Render,
}

impl Phase {
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Catalog => "catalog",
            Self::Check => "check",
            Self::Render => "render",
        }
    }
}

/// Watches a run; called from many threads.
pub trait Progress: Sync {
    /// A phase begins; `steps` is 0 where they are not counted.
    fn begin(&self, phase: Phase, steps: usize);
    /// One step of the phase is done.
    fn step(&self);
}

/// The configuration of a folder, read.
#[derive(Debug)]
pub struct Configured {
    config: Config,
    is_project: bool,
}

impl Configured {
    /// Whether the folder is a project rather than a mere folder of articles.
    pub fn is_project(&self) -> bool {
        self.is_project
    }
}

/// What to load.
#[derive(Clone, Copy, Debug)]
pub struct ProjectRequest<'a> {
    pub root: &'a Path,
    /// The output folder, which is no input.
    pub out: &'a Path,
    pub drafts: Drafts,
}

/// A project, read and understood.
#[derive(Debug)]
pub struct Project {
    config: Config,
    catalog: Catalog,
    translations: Translations,
    messages: Messages,
    theme: Theme,
    /// The folders and files that output must not touch.
    inputs: Vec<std::path::PathBuf>,
}

impl Project {
    /// Reads the configuration of the folder `root`.
    ///
    /// # Errors
    /// No such folder, or a configuration that cannot be read or used.
    pub fn configuration(root: &Path) -> Result<Configured> {
        let text = sources::configuration(root, config::FILE)?;
        let is_project = text.is_some() || root.join("content").is_dir();
        Ok(Configured {
            config: text.map_or_else(|| Ok(Config::default()), |text| Config::parse(&text))?,
            is_project,
        })
    }

    /// Reads everything and understands it.
    ///
    /// # Errors
    /// Input that cannot be read, a theme that does not load, or no article at all.
    pub fn load(
        configured: Configured,
        request: ProjectRequest<'_>,
        progress: &dyn Progress,
    ) -> Result<Self> {
        let config = configured.config;
        progress.begin(Phase::Read, 0);
        let scope = sources::Scope {
            content_dir: config.content.dir.as_deref(),
            exclude: &config.content.exclude,
            theme: config.site.theme.as_deref(),
            out: request.out,
        };
        let mut sources = sources::load(request.root, scope)?;
        progress.begin(Phase::Catalog, 0);
        let (messages, _problems) = Messages::new(vec![
            messages::embedded(),
            message_files(&sources.theme_messages, 2),
            message_files(&sources.messages, 0),
        ]);
        let files = std::mem::take(&mut sources.theme).into_iter().collect();
        let catalog = Catalog::new(&sources, &catalog_options(&config, request.drafts)?);
        let words = Words::new(&messages, catalog.locales.iter().map(|entry| &entry.locale));
        let theme_name = config.site.theme.as_deref().unwrap_or("default");
        let theme = Theme::new(theme_name, files, Arc::new(words))?;
        if catalog.articles.is_empty() {
            bail!(
                "there are no articles in {}; name a folder with Markdown files, such as content/en-US/",
                request.root.join(&sources.content_dir).display()
            );
        }
        let inputs = vec![request.root.to_path_buf(), request.root.join(&sources.content_dir)];
        let translations = Translations::new(&catalog);
        Ok(Self { config, catalog, translations, messages, theme, inputs })
    }

    /// Judges all input; tells what concerns these locales, or everything where none is named.
    pub fn check(&self, locales: &[Locale], progress: &dyn Progress) -> Vec<Diagnostic> {
        progress.begin(Phase::Check, 0);
        let mut diagnostics = checks::run(&self.catalog);
        let concerns = |locale: &Locale| locales.is_empty() || locales.contains(locale);
        diagnostics.retain(|diagnostic| diagnostic.locale.as_ref().is_none_or(concerns));
        diagnostics
    }

    /// Renders and writes the site, or the parts of it that are asked for.
    ///
    /// # Errors
    /// A locale without articles, a template that does not fit, or a disk that refuses.
    pub fn build(&self, request: &BuildRequest<'_>, progress: &dyn Progress) -> Result<Built> {
        let options = render_options(&self.config);
        let site = Site::new(&self.catalog, &self.translations, &self.theme, &self.messages, &options)?;
        let wanted = self.indices(&self.locales(request.locales)?);
        let is_wanted = |locale: Option<LocaleIndex>| match locale {
            None => request.root == Root::Written,
            Some(locale) => request.writes_all() || wanted.contains(&locale),
        };
        let plan: Vec<PageKey> =
            render::plan(&site).into_iter().filter(|key| is_wanted(key.locale())).collect();
        let files: Vec<(FileKey, String)> = file::files(&site)
            .into_iter()
            .filter(|key| is_wanted(key.locale()))
            .map(|key| (key, file::path(&site, key)))
            .collect();
        progress.begin(Phase::Render, plan.len() + files.len());
        let inputs: Vec<&Path> = self.inputs.iter().map(std::path::PathBuf::as_path).collect();
        let mut output = Output::open(request.out, self.parts(request, &wanted)?, &inputs)?;
        let assets = if request.root == Root::Written { self.assets() } else { Vec::new() };
        let pages = plan.par_iter().map(|&key| render::path(&site, key)).collect::<Vec<_>>();
        let others = assets.iter().map(|(path, _)| path).chain(files.iter().map(|(_, path)| path));
        output.plan(pages.into_iter().chain(others.cloned()))?;
        assets.par_iter().try_for_each(|(path, content)| match content {
            AssetContent::Bytes(bytes) => output.put(path, bytes).map(drop),
            AssetContent::File(file) => output.copy(path, file).map(drop),
        })?;
        let written = |&key: &PageKey| {
            let page = render::page(&site, key)?;
            output.put(&page.path, &page.bytes)?;
            progress.step();
            Ok::<_, anyhow::Error>(())
        };
        // Of several faults the first in the plan is told, whatever the number of threads.
        plan.par_iter().find_map_first(|key| written(key).err()).map_or(Ok(()), Err)?;
        files.par_iter().try_for_each(|(key, path)| {
            output.put(path, &file::bytes(&site, *key)?)?;
            progress.step();
            Ok::<_, anyhow::Error>(())
        })?;
        Ok(Built {
            pages: plan.len(),
            locales: self.counts(&plan),
            noindex: site.noindex(),
            output: output.finish()?,
        })
    }

    /// The canonical locales that `written` tags name.
    ///
    /// # Errors
    /// A tag that is none, or a locale without articles.
    pub fn locales(&self, written: &[String]) -> Result<Vec<Locale>> {
        let find = |tag: &String| {
            let wanted = Locale::parse(tag).with_context(|| format!("--locale {tag} is not a locale"))?;
            if self.catalog.locales.iter().any(|entry| entry.locale == wanted) {
                return Ok(wanted);
            }
            let there: Vec<&str> = self.catalog.locales.iter().map(|entry| entry.locale.tag()).collect();
            bail!(
                "--locale {tag}: there are no articles in {}; there are some in {}",
                wanted.tag(),
                there.join(", ")
            )
        };
        written.iter().map(find).collect()
    }

    /// The number of articles written in these locales, or in all if none are named.
    pub fn articles(&self, locales: &[Locale]) -> usize {
        let counted =
            self.catalog.locales.iter().filter(|entry| locales.is_empty() || locales.contains(&entry.locale));
        counted.map(|entry| entry.articles).sum()
    }

    /// Whether the tag is that of the source locale.
    pub fn is_source(&self, tag: &str) -> bool {
        self.catalog.source.is_some_and(|source| self.catalog.locales[source].locale.tag() == tag)
    }

    /// Whether nothing says which of several locales is the source.
    pub fn source_is_unknown(&self) -> bool {
        self.catalog.source_is_unknown()
    }

    /// Where the site will stand, if the configuration says.
    pub fn base_url(&self) -> Option<&str> {
        self.config.site.base_url.as_deref()
    }

    fn indices(&self, locales: &[Locale]) -> Vec<LocaleIndex> {
        let all = self.catalog.locales.iter().enumerate();
        all.filter(|(_, entry)| locales.contains(&entry.locale)).map(|(index, _)| index).collect()
    }

    fn parts(&self, request: &BuildRequest<'_>, wanted: &[LocaleIndex]) -> Result<Parts> {
        let slug = |locale: LocaleIndex| self.catalog.locales[locale].locale.slug().to_owned();
        if request.writes_all() {
            return Parts::whole(self.catalog.published().map(slug));
        }
        let root = (request.root == Root::Written).then_some(Part::Root);
        Parts::only(wanted.iter().map(|&locale| Part::Locale(slug(locale))).chain(root))
    }

    /// Files below `assets/`: the theme's, and those that articles show.
    fn assets(&self) -> Vec<(String, AssetContent<'_>)> {
        let theme = self.theme.assets().iter();
        let theme = theme.map(|asset| (format!("assets/{}", asset.name), AssetContent::Bytes(&asset.bytes)));
        let used = render::used_assets(&self.catalog).into_iter().map(|asset| {
            let asset = &self.catalog.assets[asset];
            (format!("assets/{}", asset.name), AssetContent::File(&asset.source))
        });
        // The same picture in two locales is one file: its name tells its content.
        theme.chain(used).collect::<BTreeMap<_, _>>().into_iter().collect()
    }

    fn counts(&self, plan: &[PageKey]) -> BTreeMap<String, LocaleCounts> {
        let mut counts: BTreeMap<String, LocaleCounts> = BTreeMap::new();
        for key in plan {
            let Some(locale) = key.locale() else { continue };
            let entry = &self.catalog.locales[locale];
            let counted = counts.entry(entry.locale.tag().to_owned()).or_default();
            counted.articles = entry.articles;
            counted.pages += 1;
        }
        for (index, entry) in self.catalog.locales.iter().enumerate() {
            if let Some(counted) = counts.get_mut(entry.locale.tag()) {
                let shown = (0..self.catalog.identities.len())
                    .filter_map(|identity| self.catalog.shown(identity, index));
                counted.fallbacks =
                    shown.filter(|&article| self.catalog.articles[article].locale != index).count();
            }
        }
        counts
    }
}

impl report::Texts for Project {
    fn text(&self, path: &str) -> Option<&str> {
        self.catalog.text(path)
    }
}

enum AssetContent<'a> {
    Bytes(&'a [u8]),
    File(&'a Path),
}

/// Whether the shared root (`/index.html`, `/assets/` …) is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    Written,
    Left,
}

/// What to build.
#[derive(Clone, Copy, Debug)]
pub struct BuildRequest<'a> {
    pub out: &'a Path,
    /// The locales whose folders are written, as the user wrote them.
    pub locales: &'a [String],
    pub root: Root,
    pub extent: Extent,
}

/// Whether a build is of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every locale; what earlier builds left elsewhere is removed.
    Whole,
    /// The named locales only, and the root if asked for; nothing else is touched.
    Parts,
}

impl BuildRequest<'_> {
    fn writes_all(&self) -> bool {
        self.extent == Extent::Whole
    }
}

/// What a build made.
#[derive(Debug)]
pub struct Built {
    /// By tag.
    pub locales: BTreeMap<String, LocaleCounts>,
    /// HTML files.
    pub pages: usize,
    /// Articles that ask not to be indexed.
    pub noindex: usize,
    pub output: output::Summary,
}

/// What a build made of one locale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LocaleCounts {
    /// Articles written in the locale.
    pub articles: usize,
    /// Pages that show an article of another locale.
    pub fallbacks: usize,
    /// HTML files below the locale's folder.
    pub pages: usize,
}

/// Files of messages, whose tag stands at `step` of their path after `locales`.
fn message_files(files: &BTreeMap<Arc<str>, Vec<u8>>, step: usize) -> Vec<MessageFile> {
    let file = |(path, bytes): (&Arc<str>, &Vec<u8>)| {
        let tag = path.split('/').nth(step + 1)?;
        let locale = Locale::parse(tag).ok()?;
        Some(MessageFile { locale, path: path.clone(), text: String::from_utf8_lossy(bytes).into_owned() })
    };
    files.iter().filter_map(file).collect()
}

fn catalog_options(config: &Config, drafts: Drafts) -> Result<catalog::Options> {
    let parse = |tag: &String| Ok::<_, anyhow::Error>(Locale::parse(tag)?);
    let mut options = catalog::Options {
        source_locale: config.site.source_locale.as_ref().map(parse).transpose()?,
        default_locale: config.site.default_locale.as_ref().map(parse).transpose()?,
        base_path: config.content.base_path.clone(),
        base_url: config.site.base_url.clone(),
        external_root: config.links.external_root.clone(),
        untranslated: match config.site.untranslated {
            config::Untranslated::Fallback => catalog::Untranslated::Fallback,
            config::Untranslated::Omit => catalog::Untranslated::Omit,
        },
        drafts,
        ..catalog::Options::default()
    };
    for (tag, entry) in &config.locales {
        let locale = parse(tag)?;
        options.configured.push(locale.clone());
        if let Some(path) = &entry.path {
            options.folders.push((path.clone(), locale.clone()));
        }
        if let Some(chain) = &entry.fallback {
            options.fallbacks.insert(locale.clone(), chain.iter().map(parse).collect::<Result<_>>()?);
        }
        if entry.publish == config::Publish::InPreparation {
            options.unpublished.push(locale);
        }
    }
    Ok(options)
}

fn render_options(config: &Config) -> render::Options {
    render::Options {
        title: config.site.title.clone(),
        base_url: config.site.base_url.clone(),
        links: match config.site.links {
            config::LinkStyle::Folder => render::LinkStyle::Folder,
            config::LinkStyle::File => render::LinkStyle::File,
        },
        robots: match config.site.robots {
            config::Robots::Respect => render::Robots::Respect,
            config::Robots::Ignore => render::Robots::Ignore,
        },
        original: config.links.original.clone(),
        article_files: if config.api.articles {
            render::ArticleFiles::Written
        } else {
            render::ArticleFiles::Left
        },
    }
}
