//! What is kept of a site when nothing but texts of articles changes: lists, sections, names. Renders nothing.

use crate::catalog::{Catalog, LocaleIndex};
use crate::render::open::Opened;
use crate::render::redirect;
use crate::theme::Theme;
use crate::translation::Translations;

use super::{LocaleSite, Options, Site};

/// What a site has prepared, without what it was prepared from.
#[derive(Debug)]
pub struct Kept {
    locales: Vec<LocaleSite>,
    switcher: Vec<LocaleIndex>,
    opened: Vec<Opened>,
}

impl<'a> Site<'a> {
    /// Lets go of the catalog.
    pub fn keep(self) -> Kept {
        Kept { locales: self.locales, switcher: self.switcher, opened: self.opened }
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
        let Kept { mut locales, switcher, opened } = kept;
        for (index, locale) in locales.iter_mut().enumerate() {
            // They lead to headings, which are part of the texts.
            locale.moved = redirect::moved(catalog, index, &locale.listed, &locale.sections);
        }
        let mut site = Self { catalog, translations, theme, options, locales, switcher, opened };
        site.find_newest();
        site
    }
}
