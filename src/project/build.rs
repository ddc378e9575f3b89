//! `faqtory build`: the plan of the site, its pages one by one, and how many there are. Renders no page itself.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use rayon::prelude::*;

use crate::assets::Content;
use crate::catalog::LocaleIndex;
use crate::locale::Locale;
use crate::output::{self, Output, SitePart, SiteParts};
use crate::render::file::{self, FileKey};
use crate::render::{self, PageKey, Site};
use crate::report::build::LocaleCounts;

use super::loaded::Project;
use super::progress::{Phase, Progress};

impl Project {
    /// Renders and writes the site, or the parts of it that are asked for.
    ///
    /// # Errors
    /// A locale without articles, a template that does not fit, or a disk that refuses.
    pub fn build(&self, request: &BuildRequest<'_>, progress: &dyn Progress) -> Result<Built> {
        let options = self.render_options()?;
        progress.begin(Phase::Search, 0);
        let site = Site::new(&self.catalog, &self.translations, &self.theme, &self.messages, &options)?;
        let wanted = self.indices(&self.locales(request.locales)?);
        let is_wanted = |locale: Option<LocaleIndex>| match locale {
            None => request.root == Root::Written,
            Some(locale) => request.writes_all() || wanted.contains(&locale),
        };
        let searched: Vec<LocaleIndex> =
            self.catalog.published().filter(|locale| is_wanted(Some(*locale))).collect();
        // Towards its end the index is work for one thread: others plan the rest meanwhile.
        let ((), (plan, pages, assets)) = rayon::join(
            || site.index_words(&searched),
            || {
                let mut plan: Vec<PageKey> =
                    render::plan(&site).into_iter().filter(|key| is_wanted(key.locale())).collect();
                // The pages of an article follow each other, as they share much; the order is else that of the plan.
                plan.sort_by_key(|key| key.article());
                let pages: Vec<String> = plan.par_iter().map(|&key| render::path(&site, key)).collect();
                let assets = if request.root == Root::Written { self.assets() } else { Vec::new() };
                (plan, pages, assets)
            },
        );
        let files: Vec<(FileKey, String)> = file::files(&site)
            .into_iter()
            .filter(|key| is_wanted(key.locale()))
            .chain(searched.iter().flat_map(|&locale| file::search(&site, locale)))
            .map(|key| (key, file::path(&site, key)))
            .collect();
        progress.begin(Phase::Render, plan.len() + files.len());
        let inputs: Vec<&Path> = self.inputs.iter().map(std::path::PathBuf::as_path).collect();
        let mut output = Output::open(request.out, self.parts(request, &wanted)?, &inputs)?;
        let status = if request.root == Root::Written { self.status_files()? } else { Vec::new() };
        let others = assets.iter().map(|(path, _)| path).chain(files.iter().map(|(_, path)| path));
        let others = others.chain(status.iter().map(|(path, _)| path));
        output.plan(pages.into_iter().chain(others.cloned()))?;
        assets.par_iter().try_for_each(|(path, content)| match content {
            AssetContent::Bytes(bytes) => output.put(path, bytes).map(drop),
            AssetContent::File(file) => match output.copy(path, file) {
                // It has gone since it was read: that is not a fault of the disk.
                Err(_) if !file.exists() => Ok(()),
                copied => copied.map(drop),
            },
        })?;
        write_pages(&site, &plan, &output, progress)?;
        files.par_iter().try_for_each(|(key, path)| {
            output.put(path, &file::bytes(&site, *key)?)?;
            progress.step();
            Ok::<_, anyhow::Error>(())
        })?;
        status.iter().try_for_each(|(path, bytes)| output.put(path, bytes).map(drop))?;
        let is_page = |(path, _): &&(String, Vec<u8>)| path.ends_with(".html");
        Ok(Built {
            pages: plan.len() + status.iter().filter(is_page).count(),
            locales: self.counts(&plan),
            noindex: site.noindex(),
            output: output.finish()?,
        })
    }

    fn indices(&self, locales: &[Locale]) -> Vec<LocaleIndex> {
        let all = self.catalog.locales.iter_enumerated();
        all.filter(|(_, entry)| locales.contains(&entry.locale)).map(|(index, _)| index).collect()
    }

    /// The parts of a site that a request is for.
    pub(super) fn built_parts(&self, request: &BuildRequest<'_>) -> Result<SiteParts> {
        self.parts(request, &self.indices(&self.locales(request.locales)?))
    }

    fn parts(&self, request: &BuildRequest<'_>, wanted: &[LocaleIndex]) -> Result<SiteParts> {
        let slug = |locale: LocaleIndex| self.catalog.locales[locale].locale.slug().to_owned();
        if request.writes_all() {
            return SiteParts::whole(self.catalog.published().map(slug));
        }
        let root = (request.root == Root::Written).then_some(SitePart::Root);
        SiteParts::only(wanted.iter().map(|&locale| SitePart::Locale(slug(locale))).chain(root))
    }

    /// Files that are copied: the theme's, those that articles show, and those of static folders.
    fn assets(&self) -> Vec<(String, AssetContent<'_>)> {
        let theme = self.theme.assets().iter();
        let theme = theme.map(|asset| (format!("assets/{}", asset.name), AssetContent::Bytes(&asset.bytes)));
        let used = render::used_assets(&self.catalog).into_iter().map(|asset| {
            let asset = &self.catalog.assets[asset];
            let content = match &asset.content {
                Content::Cleaned(cleaned) => AssetContent::Bytes(&cleaned.bytes),
                Content::Sound | Content::Refused(_) => AssetContent::File(&asset.source),
            };
            (asset.site_path.clone(), content)
        });
        // The same picture in two locales is one file: its name says its content.
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
        for (index, entry) in self.catalog.locales.iter_enumerated() {
            if let Some(counted) = counts.get_mut(entry.locale.tag()) {
                let shown = self
                    .catalog
                    .identities
                    .indices()
                    .filter_map(|identity| self.catalog.shown(identity, index));
                counted.fallbacks =
                    shown.filter(|&article| self.catalog.articles[article].locale != index).count();
            }
        }
        counts
    }
}

/// Writes the pages of a plan; those of one article are made by one thread, and share what is the same.
fn write_pages(site: &Site<'_>, plan: &[PageKey], output: &Output, progress: &dyn Progress) -> Result<()> {
    let written = |keys: &[PageKey]| {
        render::pages(site, keys).try_for_each(|page| {
            let page = page?;
            output.put(&page.path, &page.bytes)?;
            progress.step();
            Ok::<_, anyhow::Error>(())
        })
    };
    let is_together =
        |one: &PageKey, next: &PageKey| one.article().is_some() && one.article() == next.article();
    // Of several faults the first in the plan is reported, whatever the number of threads.
    plan.par_chunk_by(is_together).find_map_first(|keys| written(keys).err()).map_or(Ok(()), Err)
}

enum AssetContent<'a> {
    Bytes(&'a [u8]),
    File(&'a Path),
}

/// Whether the shared root (`/index.html`, `/assets/` …) is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    Written,
    Untouched,
}

/// What to build.
#[derive(Clone, Copy, Debug)]
pub struct BuildRequest<'a> {
    pub out: &'a Path,
    /// The locales whose folders are written, as the user wrote them.
    pub locales: &'a [String],
    pub root: Root,
    pub extent: BuildExtent,
}

/// Whether a build is of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildExtent {
    /// Every locale; what earlier builds left elsewhere is removed.
    Whole,
    /// The named locales only, and the root if asked for; nothing else is touched.
    Parts,
}

impl BuildRequest<'_> {
    fn writes_all(&self) -> bool {
        self.extent == BuildExtent::Whole
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
