//! `/open/9357/`: everything that a custom ID opens, in every locale. A script leads on from there; without it the page
//! is a list to choose from.

use std::collections::BTreeMap;

use anyhow::Result;
use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, IdentityIndex, url_path};
use crate::locale::Collation;
use crate::messages::Arg;
use crate::theme::{Body, Template, context};

use super::frame::Frame;
use super::href::From;
use super::site::Site;

/// The longest ID that has a page: what `custom_ids` allows. Digits in `ms.custom` may be more than a file name holds.
const LONGEST: usize = 64;

/// The place on the page that a link names to stay on it.
const LIST: &str = "#_languages";

/// What one page shows.
#[derive(Debug)]
pub(super) struct Opened {
    /// Below the root: `open/9357/`.
    pub(super) folder: String,
    /// The IDs that have this folder, in order: more than one where they differ in letter case only.
    ids: Vec<String>,
    /// The articles with a page in any locale, by title in the default locale.
    identities: Vec<IdentityIndex>,
}

/// The folder of an ID's page, by the rules of [`url_path`]; none where that leaves nothing (`..`) or too much.
fn folder(id: &str) -> Option<String> {
    // The `index` at the end is what `url_path` drops, so that an ID of that name stays.
    let path = url_path(&format!("open/{id}/index"));
    (id.len() <= LONGEST && path != "open").then(|| path + "/")
}

/// The pages of all custom IDs, in the order of their folders. `collation` is that of the default locale.
pub(super) fn opened(catalog: &Catalog, collation: &Collation) -> Vec<Opened> {
    let ids: Vec<(&String, &Vec<IdentityIndex>)> = catalog.custom_ids.iter().collect();
    let folders: Vec<Option<String>> = ids.par_iter().map(|(id, _)| folder(id)).collect();
    let mut pages: BTreeMap<String, Opened> = BTreeMap::new();
    for ((id, identities), folder) in ids.into_iter().zip(folders) {
        let Some(folder) = folder else { continue };
        let has_page = |identity: &IdentityIndex| catalog.page_for(*identity, catalog.default).is_some();
        let shown = identities.iter().copied().filter(has_page);
        let page = pages.entry(folder).or_insert_with_key(|folder| Opened {
            folder: folder.clone(),
            ids: Vec::new(),
            identities: Vec::new(),
        });
        page.ids.push(id.clone());
        page.identities.extend(shown);
    }
    let mut pages: Vec<Opened> = pages.into_values().filter(|page| !page.identities.is_empty()).collect();
    pages.par_iter_mut().for_each(|Opened { identities, .. }| {
        identities.sort_unstable();
        identities.dedup();
        if identities.len() > 1 {
            identities.sort_by_cached_key(|&identity| {
                headline(catalog, identity).map(|article| collation.key(&catalog.articles[article].title))
            });
        }
    });
    pages
}

/// The article whose title stands for all its translations: what a reader of the default locale gets.
fn headline(catalog: &Catalog, identity: IdentityIndex) -> Option<ArticleIndex> {
    catalog.page_for(identity, catalog.default).map(|(_, article)| article)
}

/// A link to the list of everything that an ID opens. The page does not lead on from there by itself.
pub(super) fn list_href(site: &Site<'_>, id: &str, from: &From) -> Option<String> {
    folder(id).map(|folder| from.page(&folder, site.options.links) + LIST)
}

pub(super) fn render(site: &Site<'_>, opened: &Opened) -> Result<Vec<u8>> {
    let locale = site.catalog.default;
    let from = From::Folder(opened.folder.clone());
    let id = opened.ids.join(", ");
    let title = site.locale(locale).bundle.text("open-title", &[("id", Arg::Text(&id))])?.text;
    let articles: Vec<_> =
        opened.identities.iter().filter_map(|&identity| article(site, &from, identity)).collect();
    let mut frame = Frame::new("open", locale, from, &title);
    frame.robots = Some("noindex".into());
    frame.render(site, Template::Open, Body::Open(&context::Open { id: &id, articles: &articles }))
}

fn article<'a>(site: &'a Site<'_>, from: &From, identity: IdentityIndex) -> Option<context::OpenArticle<'a>> {
    let headline = &site.catalog.articles[headline(site.catalog, identity)?];
    let mut translations = Vec::new();
    let mut fallbacks = Vec::new();
    for &locale in &site.switcher {
        let Some(shown) = site.catalog.shown(identity, locale) else { continue };
        let shown = &site.catalog.articles[shown];
        let href = from.page(&site.article_folder(locale, identity), site.options.links);
        let language = site.language(locale);
        if shown.locale == locale {
            translations.push(context::Translation { title: &shown.title, language, href });
        } else {
            fallbacks.push(context::LanguageLink { language, href, current: None });
        }
    }
    Some(context::OpenArticle {
        title: &headline.title,
        detail: site.detail(site.catalog.default, identity),
        language: site.language(headline.locale),
        translations,
        fallbacks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_that_an_address_can_have_has_a_folder_of_its_own() {
        assert_eq!(folder("9357").as_deref(), Some("open/9357/"));
        assert_eq!(folder("0042").as_deref(), Some("open/0042/"));
        assert_eq!(folder("Getting-Started").as_deref(), Some("open/getting-started/"));
        assert_eq!(
            folder("6F9619FF-8B86-D011-B42D-00C04FC964FF"),
            folder("6f9619ff-8b86-d011-b42d-00c04fc964ff")
        );
        assert_eq!(folder("index").as_deref(), Some("open/index/"));
        assert_eq!(folder("index.html").as_deref(), Some("open/index.html/"));
    }

    #[test]
    fn none_leaves_the_folder() {
        assert_eq!(folder("."), None);
        assert_eq!(folder(".."), None);
        assert_eq!(folder("../../x").as_deref(), Some("open/x/"));
        assert_eq!(folder(&"1".repeat(LONGEST + 1)), None);
    }
}
