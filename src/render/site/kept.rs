//! What is kept of a site when nothing but texts of articles changes: lists, sections, names. Renders nothing.

use crate::catalog::{Catalog, IndexVec, LocaleIndex};
use crate::render::open::Opened;
use crate::theme::Theme;
use crate::translation::Translations;

use super::{FromTexts, LocaleSite, Options, Site, Spoken};

/// What a site has prepared, without what it was prepared from.
#[derive(Debug)]
pub struct Kept {
    pub(super) locales: IndexVec<LocaleIndex, LocaleSite>,
    pub(super) switcher: Vec<LocaleIndex>,
    pub(super) languages: IndexVec<LocaleIndex, Spoken>,
    pub(super) opened: Vec<Opened>,
}

impl<'a> Site<'a> {
    /// Lets go of the catalog.
    pub fn keep(self) -> Kept {
        let Self { locales, switcher, languages, opened, .. } = self;
        Kept { locales, switcher, languages, opened }
    }

    /// The site that [`Site::new`] would prepare, where nothing has changed since but texts of articles that
    /// [`Catalog::replace`] has put there: the locales, titles, IDs, addresses, theme and options are those of before.
    pub fn again(
        mut kept: Kept,
        catalog: &'a Catalog,
        translations: &'a Translations,
        theme: &'a Theme,
        options: &'a Options,
    ) -> Self {
        for locale in kept.locales.iter_mut() {
            locale.from_texts = FromTexts::default();
        }
        Self::of(kept, catalog, translations, theme, options)
    }
}
