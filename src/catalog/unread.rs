//! Pages that a generator makes of files that are not read, such as HTML. Opens none.

use std::sync::Arc;

use crate::layout::{self, LayoutName, NotPlaced};

use super::contents::Catalog;
use super::link::{Base, Resolved, Target};
use super::reference::{folder, join, split, without_extension};

impl<N> Catalog<N> {
    /// The draft of the file's own locale that `destination` names, where the link leads to the page of another locale.
    pub fn draft_named<'c>(
        &'c self,
        base: Base<'_>,
        destination: &str,
        found: &Resolved<'_>,
    ) -> Option<&'c str> {
        let Target::Article { article, .. } = found.target else { return None };
        let own =
            base.file.locale.filter(|&own| own == base.reader && own != self.articles[article].locale)?;
        let docset = &self.docsets[base.file.docset];
        let parts = split(destination);
        let below = match parts.path.strip_prefix("~/") {
            Some(below) => join("", below)?,
            None => join(folder(&base.file.below), &parts.path)?,
        };
        let path = layout::join(&docset.root, &format!("{}.md", without_extension(&below)));
        let (path, reason) = self.not_placed.get_key_value(path.as_str())?;
        (*reason == NotPlaced::Draft && docset.locale.as_ref() == Some(&self.locales[own].locale))
            .then_some(&**path)
    }

    /// The file that is not read and that `destination` leads to: `content/en/donate.html` for `/donate/`, of the reader's locale
    /// where that has one.
    pub fn unread_page(&self, base: Base<'_>, destination: &str) -> Option<&str> {
        let is_page =
            |path: &str| matches!(self.not_placed.get(path), Some(NotPlaced::Html | NotPlaced::Markup));
        let docset = &self.docsets[base.file.docset];
        if !matches!(docset.layout, LayoutName::Hugo | LayoutName::Jekyll) {
            return None;
        }
        let parts = split(destination);
        let (locale, below) = match parts.path.strip_prefix('/') {
            Some(from_root) => {
                let (locale, below) = self.strip_locale(base.reader, from_root);
                (locale, below.to_owned())
            }
            None => (base.reader, join(folder(&base.file.below), &parts.path)?),
        };
        let stem = below.trim_end_matches('/').trim_end_matches(".html");
        let of_site = || self.docsets.iter().filter(|other| other.site == docset.site);
        // That of the locale that is meant, before that of the source and those of others.
        let of = |locale| {
            of_site().filter(move |other| other.locale.as_ref() == Some(&self.locales[locale].locale))
        };
        let own = of(locale).chain(self.source.into_iter().flat_map(of));
        let roots = own.chain(of_site()).map(|other| &other.root);
        let names = [format!("{stem}.html"), format!("{stem}/index.html"), format!("{stem}/_index.html")];
        let mut paths = roots.flat_map(|root| names.iter().map(move |name| layout::join(root, name)));
        let path = paths.find(|path| is_page(path))?;
        self.not_placed.get_key_value(path.as_str()).map(|(path, _): (&Arc<str>, _)| &**path)
    }
}
