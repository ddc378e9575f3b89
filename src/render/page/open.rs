//! The page of a custom ID, `/open/9357/`: the languages its articles are there in, from which a script sends the reader on; and
//! `/he-il/open/9357/`, the articles of an ID that has several in a language.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::messages::Arg;
use crate::render::frame::{self, Frame};
use crate::render::href::From;
use crate::render::links::{article_links, opened_in};
use crate::render::plan::{PageKey, folder};
use crate::render::site::Site;
use crate::theme::{Body, Template, context};

pub(super) fn render(site: &Site<'_>, number: usize) -> Result<Vec<u8>> {
    let from = From::Folder(folder(site, PageKey::Open(number)));
    let languages = languages(site, &from, number, None);
    let open = Opened { number, articles: &[], languages: &languages };
    open.render(site, site.catalog.default, from, context::Languages::default())
}

pub(super) fn render_list(site: &Site<'_>, locale: LocaleIndex, list: usize) -> Result<Vec<u8>> {
    let from = From::Folder(folder(site, PageKey::CustomIdList(locale, list)));
    let prepared = site.locale(locale);
    let list = &prepared.custom_id_lists[list];
    let listed = list.entries.iter().map(|&entry| prepared.listed[entry]);
    let articles = article_links(site, &from, locale, listed);
    let switcher = languages(site, &from, list.page, Some(locale));
    let open = Opened { number: list.page, articles: &articles, languages: &context::Languages::default() };
    open.render(site, locale, from, switcher)
}

/// What a custom ID opens.
struct Opened<'a> {
    number: usize,
    articles: &'a [context::ArticleLink<'a>],
    languages: &'a context::Languages<'a>,
}

impl Opened<'_> {
    fn render(
        &self,
        site: &Site<'_>,
        locale: LocaleIndex,
        from: From,
        switcher: context::Languages<'_>,
    ) -> Result<Vec<u8>> {
        let id = site.custom_id_pages()[self.number].ids.join(", ");
        let prepared = site.locale(locale);
        let title = prepared.bundle.text("open-title", &[("id", Arg::Text(&id))])?.text;
        let home = prepared.bundle.text("home", &[])?.text;
        let mut frame = Frame::new("open", locale, from, &title);
        frame.robots = Some("noindex".into());
        if !self.articles.is_empty() {
            if let From::Folder(own) = &frame.from {
                frame.canonical = Some(site.address(own));
            }
            frame.breadcrumbs = frame::breadcrumbs(site, &frame.from, locale, &home, &[]);
        }
        frame.languages = switcher;
        let open = context::Open { id: &id, articles: self.articles, languages: self.languages };
        frame.render(site, Template::Open, Body::Open(&open))
    }
}

/// Where each language has what the ID opens: the languages in which something is written, those that show another's, and those
/// without.
fn languages<'a>(
    site: &'a Site<'_>,
    from: &From,
    number: usize,
    current: Option<LocaleIndex>,
) -> context::Languages<'a> {
    let identities = &site.custom_id_pages()[number].identities;
    let mut languages = context::Languages::default();
    for &locale in site.switcher() {
        let Some(folder) = opened_in(site, number, locale) else { continue };
        let is_own = |identity| site.catalog.identities[identity].translations[locale].is_some();
        let list = match identities.iter().any(|&identity| is_own(identity)) {
            true => &mut languages.available,
            false => &mut languages.fallbacks,
        };
        let href = from.page(&folder, site.options.links);
        let current = (current == Some(locale)).then_some("page");
        list.push(context::LanguageLink::new(site.language(locale), href, current));
    }
    languages
}
