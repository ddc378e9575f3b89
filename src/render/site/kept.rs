//! What is kept of a site when nothing but texts of articles changes: lists, sections, names. Renders nothing.

use std::sync::OnceLock;

use crate::catalog::{Catalog, LocaleIndex};
use crate::render::open::Opened;
use crate::render::{details, redirect};
use crate::theme::Theme;
use crate::translation::Translations;

use super::{LocaleSite, Options, Site};

/// What a site has prepared, without what it was prepared from.
#[derive(Debug)]
pub struct Kept {
    locales: Vec<LocaleSite>,
    switcher: Vec<LocaleIndex>,
    short_names: Vec<String>,
    opened: Vec<Opened>,
}

impl<'a> Site<'a> {
    /// Lets go of the catalog.
    pub fn keep(self) -> Kept {
        let Self { locales, switcher, short_names, opened, .. } = self;
        Kept { locales, switcher, short_names, opened }
    }

    /// The site that [`Site::new`] would prepare, where nothing has changed since but texts of articles that
    /// [`Catalog::replace`] has put there: the locales, titles, IDs, addresses, theme and options are those of before.
    pub fn again(
        kept: Kept,
        catalog: &'a Catalog,
        translations: &'a Translations,
        theme: &'a Theme,
        options: &'a Options,
    ) -> Self {
        let Kept { mut locales, switcher, short_names, opened } = kept;
        for (index, locale) in locales.iter_mut().enumerate() {
            // They lead to headings, which are part of the texts.
            locale.moved = redirect::moved(catalog, index, &locale.listed, &locale.sections);
            // Descriptions may be taken from the texts.
            locale.details = details::of(catalog, &locale.listed);
        }
        let indexes = catalog.locales.iter().map(|_| OnceLock::new()).collect();
        let mut site =
            Self { catalog, translations, theme, options, locales, switcher, short_names, opened, indexes };
        site.find_newest();
        site
    }
}
