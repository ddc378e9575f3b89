//! What a fragment means: an ID on a page, its includes' among them. Remembers the names of each page it was asked about.

use super::anchors::{PageNames, names_in, page_names};
use super::contents::Catalog;
use super::link::{Base, Fragment};
use super::model::{Article, File};
use crate::indexed::ArticleIndex;

/// Every page has a top, in whatever letter case, unless an anchor is called so.
const TOP: &str = "top";

/// What a name means on a page that has no anchor of it.
pub(super) fn top(name: String) -> Fragment {
    if name.eq_ignore_ascii_case(TOP) { Fragment::Found(TOP.to_owned()) } else { Fragment::Missing(name) }
}

impl<N> Catalog<N> {
    pub(super) fn fragment_here(&self, base: Base<'_>, name: String) -> Fragment {
        let in_file = || self.anchor_in(base.file, &name);
        let found = match base.article {
            Some(article) => self.anchor_of(article, &name).or_else(in_file),
            None => in_file(),
        };
        found.map_or_else(|| top(name), Fragment::Found)
    }

    pub(super) fn fragment_in(&self, article: ArticleIndex, name: Option<String>) -> Fragment {
        let Some(name) = name else { return Fragment::None };
        self.anchor_of(&self.articles[article], &name).map_or_else(|| top(name), Fragment::Found)
    }

    /// The ID that `name` means on the article's page: a heading's, an anchor's, one of its includes', or what became of an
    /// invalid name in the source.
    fn anchor_of(&self, article: &Article, name: &str) -> Option<String> {
        let page = self.page_names(article)?;
        if let Some(own) = page.own.find(name) {
            return Some(own.to_owned());
        }
        let base = Base { file: &article.file, article: Some(article), reader: article.locale };
        let includes = &article.file.document.includes;
        let mut includes = page.includes.iter().filter_map(|&number| includes.get(number));
        let included = includes.find_map(|include| self.anchor_in(self.include(base, include)?, name));
        let of_source = || {
            let source = self.identities[article.identity].translations[self.source?]?;
            let id = self.page_names(&self.articles[source])?.own.id_of_invalid(name)?;
            page.own.valid(id).map(str::to_owned)
        };
        included.or_else(of_source)
    }

    fn page_names(&self, article: &Article) -> Option<&PageNames> {
        let names = self.index.anchors.pages.get(self.article_at(&article.file.path)?)?;
        Some(names.get_or_init(|| Box::new(page_names(article))))
    }

    /// The ID that `name` means in a file that is included: slugs stand for the names of its headings.
    fn anchor_in(&self, file: &File, name: &str) -> Option<String> {
        let known = &self.index.anchors;
        // A part of a file has some of its names.
        if self.file(&file.path).is_none_or(|whole| !std::ptr::eq(whole, file)) {
            return names_in(file).find(name).map(str::to_owned);
        }
        let names = match self.article_at(&file.path) {
            Some(article) => known.articles.get(article),
            None => known.includes.get(self.include_at(&file.path)?),
        };
        names?.get_or_init(|| Box::new(names_in(file))).find(name).map(str::to_owned)
    }
}
