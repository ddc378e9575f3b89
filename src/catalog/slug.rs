//! The address that front matter asks for, as the generator of the article reads it. Knows the translations of one article.

use std::borrow::Cow;

use super::dated;
use super::identity::{self, UrlFlaw};
use super::localised::LocalisedArticle;
use super::model::{CatalogLocale, File};
use crate::indexed::{ArticleIndex, IndexVec, LocaleIndex};
use crate::layout::{Docset, Layout, LayoutName};
use crate::locale::Locale;

/// What is needed to find the slug of an article.
#[derive(Clone, Copy)]
pub(super) struct Slugs<'a> {
    pub(super) articles: &'a IndexVec<ArticleIndex, LocalisedArticle>,
    pub(super) layout: &'a Layout,
    pub(super) source: Option<LocaleIndex>,
    pub(super) locales: &'a IndexVec<LocaleIndex, CatalogLocale>,
}

impl Slugs<'_> {
    /// The ID with its last step replaced by the `slug` of the source's article, else of the first that has one. A slug that
    /// begins with a slash is the whole path.
    pub(super) fn applied(
        self,
        id: &str,
        translations: &IndexVec<LocaleIndex, Option<ArticleIndex>>,
    ) -> Option<String> {
        let from_source = self.source.and_then(|source| translations[source]);
        let articles = from_source.into_iter().chain(translations.iter().flatten().copied());
        let slug = articles.filter_map(|article| self.of(article)).next()?;
        let folder = id.rsplit_once('/').map(|(folder, _)| folder).filter(|_| !slug.starts_with('/'));
        let is_something = identity::checked_url_path(&slug).1 != Some(UrlFlaw::Nothing);
        Some(match folder {
            Some(folder) if is_something => format!("{folder}/{slug}"),
            _ => slug,
        })
    }

    /// The slug of one article. The site writes the folder of its locale itself.
    fn of(self, article: ArticleIndex) -> Option<String> {
        let LocalisedArticle { file, locale, .. } = &self.articles[article];
        let docset = &self.layout.docsets[file.docset];
        let slug = asked(file, docset)?;
        let own = &self.locales[*locale].locale;
        let is_own = |step: &str| Locale::parse(step).is_ok_and(|locale| locale.same_content(own));
        let path = slug.strip_prefix('/').unwrap_or_default();
        let below = path.split_once('/').filter(|(step, _)| is_own(step)).map(|(step, _)| step.len() + 1);
        let slug = slug.get(below.unwrap_or(0)..).filter(|slug| !slug.is_empty())?;
        Some(
            slug.strip_prefix('/')
                .map_or_else(|| slug.to_owned(), |path| format!("/{}", docset.of_site(path))),
        )
    }
}

/// What front matter asks for: a name in the folder of the article, or a path from the root of its site, which begins with a
/// slash.
fn asked<'f>(file: &'f File, docset: &Docset) -> Option<Cow<'f, str>> {
    let slug = file.front_matter.slug.as_ref().map(|slug| slug.value.trim());
    let text = |key: &str| Some(file.front_matter.other.get(key)?.as_str()?.trim());
    let from = |folder: &str, path: &str| Cow::Owned(format!("/{folder}{}", path.trim_start_matches('/')));
    match docset.layout {
        LayoutName::Docusaurus => {
            let name = slug.or_else(|| text("id"))?;
            let is_from_route = name.starts_with('/') || dated::name(&file.below).is_some();
            Some(if is_from_route { from(route(docset), name) } else { Cow::Borrowed(name) })
        }
        LayoutName::Starlight => slug.map(|slug| from("", slug)),
        LayoutName::Zola => text("path").map(|path| from("", path)).or_else(|| slug.map(Cow::Borrowed)),
        _ => slug.map(Cow::Borrowed),
    }
}

/// What the addresses of a folder of Docusaurus begin with, on its site.
fn route(docset: &Docset) -> &str {
    let below = docset.prefix.strip_prefix(&docset.site).and_then(|below| below.strip_prefix('/'));
    below.filter(|_| !docset.site.is_empty()).unwrap_or(&docset.prefix)
}
