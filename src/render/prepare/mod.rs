//! What the pages of a site share, prepared from catalog, theme and messages: it borrows none of them. Renders nothing.

mod announced;
mod custom_ids;
mod description;
mod details;
mod featured;
mod languages;
mod letters;
mod listed;
mod locale;
mod newest;
mod old_urls;
mod sections;
mod unprefixed;

use anyhow::Result;
use rayon::prelude::*;

use crate::catalog::{Catalog, IndexVec, LocaleIndex};
use crate::highlight::Highlighter;
use crate::locale::Collation;
use crate::messages::Messages;
use crate::theme::Theme;

use super::options::Options;

use languages::LanguageName;
use locale::Shared;

pub(super) use announced::{Announced, Day};
pub(super) use custom_ids::CustomIdPage;
pub(super) use description::description;
pub(super) use languages::language;
pub(super) use letters::Letter;
pub(super) use listed::Listed;
pub(super) use locale::PreparedLocale;
pub(super) use newest::newest_first;
pub(super) use old_urls::{Destination, OldUrl};
pub(super) use sections::{Section, Standing};

/// What a site has prepared, without what it was prepared from.
#[derive(Debug)]
pub struct Prepared {
    pub(super) locales: IndexVec<LocaleIndex, PreparedLocale>,
    /// Locales with pages, in collation order of their own names.
    pub(super) switcher: Vec<LocaleIndex>,
    /// What each locale is called.
    pub(super) languages: IndexVec<LocaleIndex, LanguageName>,
    /// In the order of their folders.
    pub(super) custom_id_pages: Vec<CustomIdPage>,
    /// Grammars, each read when a page first asks for it.
    pub(super) highlighter: Highlighter,
    /// URLs of the source without a locale, in order.
    pub(super) unprefixed: Vec<OldUrl>,
}

impl Prepared {
    /// Prepares locale by locale, in parallel.
    ///
    /// # Errors
    /// A message bundle without `site-title`, which the embedded ones have.
    pub(super) fn new(
        catalog: &Catalog,
        theme: &Theme,
        messages: &Messages,
        options: &Options,
    ) -> Result<Self> {
        let mut switcher: Vec<LocaleIndex> = catalog.published().collect();
        let collation = Collation::new(&catalog.locales[catalog.default].locale);
        switcher.sort_by_cached_key(|&locale| collation.key(catalog.locales[locale].locale.own_name()));
        let languages = languages::names(catalog)?;
        let custom_id_pages = custom_ids::pages(catalog, &collation);
        let shared = Shared {
            catalog,
            theme,
            messages,
            options,
            published: switcher.len(),
            custom_id_pages: &custom_id_pages,
        };
        let prepare = |locale: LocaleIndex| PreparedLocale::new(shared, locale, &languages[locale]);
        let locales: IndexVec<LocaleIndex, PreparedLocale> =
            catalog.locales.par_indices().map(prepare).collect::<Result<_>>()?;
        let sections = catalog.source.map_or(&[][..], |source| locales[source].sections.all.as_slice());
        let unprefixed = unprefixed::unprefixed(catalog, sections);
        let highlighter = Highlighter::default();
        Ok(Self { locales, switcher, languages, custom_id_pages, highlighter, unprefixed })
    }

    /// Drops what may differ after a change of a text.
    pub(super) fn forget_texts(&mut self) {
        self.locales.iter_mut().for_each(PreparedLocale::forget_texts);
    }
}
