//! `faqtory check --external`: what is known of the addresses that the project links to. Decides no finding, and sends no
//! request; that is for `external`.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, bail};

use crate::edit;
use crate::external::{
    self, AskProgress, Consulted, LinkFlaw, Links, Options, Place, Reach, Source, WallClock, consult, judge,
};
use crate::report::plural;

use super::input::Input;
use super::loaded::Project;
use super::options;
use super::progress::{Phase, Progress};
use super::selection::Selection;

/// Which addresses are checked, and whether they are asked.
#[derive(Clone, Copy, Debug)]
pub struct ExternalRequest<'a> {
    /// Those that these files and locales link to.
    pub wanted: &'a Selection,
    /// Those that these files link to, if only some are wanted.
    pub touched: Option<&'a BTreeSet<String>>,
    pub source: ExternalSource,
    /// Set, it ends the run soon: what is known then is all that is.
    pub stop: &'a AtomicBool,
}

/// Who says what is at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExternalSource {
    /// The cache where it is young enough, else the web.
    Web,
    /// The cache alone, however old it is.
    Cache,
}

/// What is known of external links.
#[derive(Debug)]
pub struct External {
    options: Options,
    consulted: Consulted,
    /// Addresses that are to be checked.
    pub addresses: usize,
    /// Addresses that are not checked: private ones, and those that the configuration excludes.
    pub not_asked: usize,
    /// Addresses whose hosts do not answer programs.
    pub refused: usize,
}

impl Input {
    /// Finds out what is at the addresses that the wanted files link to.
    ///
    /// # Errors
    /// The cache cannot be read, or no thread can be started.
    pub fn external(
        &self,
        project: &Project,
        request: ExternalRequest<'_>,
        progress: &dyn Progress,
    ) -> Result<External> {
        let mut options = options::external(&self.config.links.external)?;
        let folder = edit::Folder::open(&self.root);
        for path in external::files_of(&options.cache) {
            if !folder.has_no_link(&path) {
                bail!(
                    "{path} is or lies behind a symbolic link, and a cache is not written through one\nhelp: remove the link"
                );
            }
        }
        let links =
            external::collect(&project.catalog, &options, &|place| is_wanted(project, &request, place));
        let source = match request.source {
            ExternalSource::Web => web(&options)?,
            ExternalSource::Cache => {
                options.headers.clear();
                Source::Cache
            }
        };
        let mut watch = Steps { progress, done: 0, is_begun: false };
        let mut goes_on = |total: usize, asked: AskProgress| {
            watch.show(total, asked);
            !request.stop.load(Ordering::Relaxed)
        };
        let clock = Arc::new(WallClock::start());
        let consulted = consult(&links, &options, &self.root, source, clock, &mut goes_on)?;
        let refused = judge(&links, &consulted.answers, &options).refused;
        Ok(External { options, consulted, addresses: links.len(), not_asked: links.not_asked, refused })
    }
}

#[cfg(feature = "external-links")]
fn web(options: &Options) -> Result<Source> {
    Ok(Source::Web(Arc::new(external::Client::new(options))))
}

#[cfg(not(feature = "external-links"))]
fn web(_: &Options) -> Result<Source> {
    bail!(
        "this faqtory was built without `external-links` and cannot ask the web\nhelp: build it with its default features, or use `--offline`"
    )
}

fn is_wanted(project: &Project, request: &ExternalRequest<'_>, place: &Place) -> bool {
    let locale = place.locale.map(|locale| &project.catalog.locales[locale].locale);
    locale.is_none_or(|locale| request.wanted.has_locale(locale))
        && request.wanted.has_path(&place.path)
        && request.touched.is_none_or(|touched| touched.contains(&*place.path))
}

/// Shows how far the asking has come.
struct Steps<'a> {
    progress: &'a dyn Progress,
    done: usize,
    is_begun: bool,
}

impl Steps<'_> {
    fn show(&mut self, total: usize, asked: AskProgress) {
        self.progress.detail(&format!("{} waiting", plural(asked.waiting, "host")));
        if !std::mem::replace(&mut self.is_begun, true) {
            self.progress.begin(Phase::External, total);
        }
        for _ in self.done..asked.done.min(total) {
            self.progress.step();
        }
        self.done = self.done.max(asked.done.min(total));
    }
}

impl External {
    /// What is wrong with the links of the project as it is now: it may have been fixed meanwhile.
    pub(super) fn flaws(&self, project: &Project) -> Vec<LinkFlaw> {
        let links: Links = external::collect(&project.catalog, &self.options, &|_| true);
        judge(&links, &self.consulted.answers, &self.options).flaws
    }

    /// Addresses that were asked in this run.
    pub fn asked(&self) -> usize {
        self.consulted.asked
    }

    /// Addresses of which nothing is known.
    pub fn unknown(&self) -> usize {
        self.consulted.unknown
    }

    /// Whether not one host answered.
    pub fn has_reached_nothing(&self) -> bool {
        self.consulted.reach == Reach::Nothing
    }

    /// Variables of the environment without which some hosts were not asked.
    pub fn missing_variables(&self) -> BTreeSet<&str> {
        let missing = self.options.headers.iter().filter(|header| header.value.is_none());
        missing.map(|header| &*header.variable).collect()
    }

    /// Why the cache could not be written.
    pub fn not_saved(&self) -> Option<&str> {
        self.consulted.not_saved.as_deref()
    }
}
