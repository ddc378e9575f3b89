//! The pages of a site, one file a kind. Writes no disk.

mod article;
mod chooser;
mod home;
mod list;
mod not_found;
mod open;
mod redirect;
mod search;
mod section;

use anyhow::{Context as _, Result};

use super::plan::{PageKey, path};
use super::site::Site;
use super::translated::Translated;

/// A page, ready to be written.
#[derive(Debug)]
pub struct RenderedPage {
    /// Below the output folder, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Renders one page.
///
/// # Errors
/// A template that does not fit its context: the message names file, line and page.
pub fn page(site: &Site<'_>, key: PageKey) -> Result<RenderedPage> {
    one(site, key, &mut None)
}

/// Renders pages one by one: what those of an article share that follow each other is made once.
pub fn pages<'s>(
    site: &'s Site<'_>,
    keys: &'s [PageKey],
) -> impl Iterator<Item = Result<RenderedPage>> + use<'s> {
    let mut translated = None;
    keys.iter().map(move |&key| one(site, key, &mut translated))
}

/// `translated` is what was made for the page before.
fn one(site: &Site<'_>, key: PageKey, translated: &mut Option<Translated>) -> Result<RenderedPage> {
    let path = path(site, key);
    let bytes = match key {
        PageKey::Chooser => chooser::render(site),
        PageKey::RootNotFound => not_found::render(site, site.catalog.default, key),
        PageKey::Open(number) => open::render(site, number),
        PageKey::NotFound(locale) => not_found::render(site, locale, key),
        PageKey::Home(locale) => home::render(site, locale),
        PageKey::Search(locale) => search::render(site, locale),
        PageKey::List(locale, number) => list::render(site, locale, number),
        PageKey::Section(locale, section) => section::render(site, locale, section),
        PageKey::CustomIdList(locale, list) => open::render_list(site, locale, list),
        PageKey::Article(locale, identity) => {
            let known = translated.take().filter(|known| known.identity == identity);
            let known = known.map_or_else(|| Translated::new(site, identity), Ok)?;
            article::render(site, locale, translated.insert(known))
        }
        PageKey::Redirect(locale, number) => {
            redirect::render(site, locale, key, &site.old_urls(locale)[number])
        }
        PageKey::Unprefixed(number) => {
            let locale = site.catalog.source.unwrap_or(site.catalog.default);
            redirect::render(site, locale, key, &site.unprefixed()[number])
        }
    };
    Ok(RenderedPage { bytes: bytes.with_context(|| format!("cannot render {path}"))?, path })
}
