//! What search engines may show: the robots rule of each page. Writes no page.

use std::borrow::Cow;

use crate::catalog::{ArticleIndex, LocaleIndex, forbids, written};

use super::plan::PageKey;
use super::prepare::{Listed, Standing};
use super::site::Site;

/// What the robots element of a page says: `noindex` on fallback pages, else what the author of the article wrote, also
/// where the article heads the home or a section.
pub(super) fn rule<'a>(site: &Site<'a>, key: PageKey) -> Option<Cow<'a, str>> {
    let listed = match key {
        PageKey::NotFound(_)
        | PageKey::RootNotFound
        | PageKey::Search(_)
        | PageKey::Redirect(..)
        | PageKey::Unprefixed(_)
        | PageKey::Open(_)
        | PageKey::CustomIdList(..) => {
            return Some("noindex".into());
        }
        PageKey::Section(locale, number) => {
            let section = &site.locale(locale).sections.all[number];
            return (section.standing == Standing::Alone).then(|| "noindex".into());
        }
        PageKey::Chooser | PageKey::List(..) => return None,
        PageKey::Home(locale) => home_index(site, locale).filter(|own| is_own(site, locale, own.article)),
        PageKey::Article(locale, identity) => {
            let shown = site.catalog.shown(identity, locale)?;
            if !is_own(site, locale, shown) {
                return Some("noindex".into());
            }
            return written(&site.catalog.articles[shown], site.options.robots);
        }
    };
    written(&site.catalog.articles[listed?.article], site.options.robots)
}

/// Whether search engines may show the page.
pub(super) fn is_indexable(site: &Site<'_>, key: PageKey) -> bool {
    !rule(site, key).is_some_and(|rule| forbids(&rule))
}

/// The article whose text heads a locale's home.
pub(super) fn home_index(site: &Site<'_>, locale: LocaleIndex) -> Option<Listed> {
    let listed = &site.locale(locale).listed;
    listed.iter().find(|entry| site.catalog.identities[entry.identity].url.is_empty()).copied()
}

fn is_own(site: &Site<'_>, locale: LocaleIndex, article: ArticleIndex) -> bool {
    site.catalog.articles[article].locale == locale
}
