//! What the pages of all translations of an article share: the links to each of them, made once. Knows no kind of page.

use anyhow::Result;

use crate::catalog::{ArticleIndex, IdentityIndex, LocaleIndex};
use crate::theme::context;

use super::frame::{Ready, alternates};
use super::href::From;
use super::site::Site;

/// An article and where its translations are, ready for templates.
#[derive(Debug)]
pub(super) struct Translated {
    pub(super) identity: IdentityIndex,
    /// In the order of the switcher.
    links: Vec<(LocaleIndex, Standing, tera::Value)>,
    /// Between the translations that search engines may show.
    alternates: tera::Value,
}

/// What a locale has of the article.
#[derive(Clone, Copy, Debug)]
enum Standing {
    Available,
    Fallback,
    Missing,
}

impl Translated {
    /// # Errors
    /// None with these structs; Tera's serialisation is fallible by type.
    pub(super) fn new(site: &Site<'_>, identity: IdentityIndex) -> Result<Self> {
        let indexable = |&locale: &LocaleIndex| {
            let own = site.catalog.identities[identity].translations[locale];
            own.is_some_and(|own| site.is_indexable(own))
        };
        let locales: Vec<LocaleIndex> = site.catalog.published().filter(indexable).collect();
        let alternates = alternates(site, &locales, |locale| site.article_folder(locale, identity));
        let links = site.switcher().iter().map(|&locale| {
            let shown = site.catalog.shown(identity, locale).map(|shown| site.catalog.articles[shown].locale);
            let (standing, folder) = match shown {
                Some(written_in) if written_in == locale => {
                    (Standing::Available, site.article_folder(locale, identity))
                }
                Some(_) => (Standing::Fallback, site.article_folder(locale, identity)),
                None => (Standing::Missing, site.home_folder(locale)),
            };
            // Their folders are equally deep, and no two locales share one.
            let root = From::Folder(site.article_folder(locale, identity)).root();
            let href = From::Anywhere(root).page(&folder, site.options.links);
            let link = context::LanguageLink::new(site.language(locale), href, None);
            Ok((locale, standing, tera::Value::try_from_serializable(&link)?))
        });
        Ok(Self {
            identity,
            links: links.collect::<Result<_>>()?,
            alternates: tera::Value::try_from_serializable(&alternates)?,
        })
    }

    /// What the page in `locale`, at `from`, has around the article `shown`.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub(super) fn of_page(
        &self,
        site: &Site<'_>,
        from: &From,
        locale: LocaleIndex,
        shown: ArticleIndex,
    ) -> Result<Ready> {
        let (mut available, mut fallbacks, mut missing) = (Vec::new(), Vec::new(), Vec::new());
        for (other, standing, link) in &self.links {
            if *other == locale {
                let href = from.page(&site.article_folder(locale, self.identity), site.options.links);
                let own = context::LanguageLink::new(site.language(locale), href, Some("page"));
                available.push(tera::Value::try_from_serializable(&own)?);
                continue;
            }
            let list = match standing {
                Standing::Available => &mut available,
                Standing::Fallback => &mut fallbacks,
                Standing::Missing => &mut missing,
            };
            list.push(link.clone());
        }
        let lists = [("available", available), ("fallbacks", fallbacks), ("missing", missing)];
        let languages: tera::Map = lists.into_iter().map(|(name, list)| (name.into(), list.into())).collect();
        let is_alternate = site.catalog.articles[shown].locale == locale && site.is_indexable(shown);
        let none = || Vec::<tera::Value>::new().into();
        Ok(Ready {
            alternates: if is_alternate { self.alternates.clone() } else { none() },
            languages: languages.into(),
        })
    }
}
