//! Links that pages and files share: to articles, sections, lists, custom IDs, old URLs. Knows no kind of page.

use crate::catalog::{Article, Base, CUSTOM_ID_LIST, LIST_PAGE, LocaleIndex, custom_id_folder};
use crate::theme::context;

use super::href::{From, encode_fragment};
use super::plan::{PageKey, folder};
use super::prepare::{Announced, Day, Destination, Letter, Listed, OldUrl, Section};
use super::site::Site;

/// Related articles of an article at the most.
pub(super) const RELATED: usize = 5;

/// Lines of a list of articles in the order of their titles; those in another language say so.
pub(super) fn article_links<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
    listed: impl Iterator<Item = Listed>,
) -> Vec<context::ArticleLink<'a>> {
    named_links(site, from, locale, listed, |_, article| article.label())
}

/// The same in the order of the tables of contents, with what those call the articles.
pub(super) fn toc_links<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
    listed: impl Iterator<Item = Listed>,
) -> Vec<context::ArticleLink<'a>> {
    named_links(site, from, locale, listed, |site, article| {
        let name = site.catalog.navigation.name(article.identity, article.locale);
        name.unwrap_or_else(|| article.label())
    })
}

fn named_links<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
    listed: impl Iterator<Item = Listed>,
    name: for<'s> fn(&'s Site<'_>, &'s Article) -> &'s str,
) -> Vec<context::ArticleLink<'a>> {
    let link = |entry: Listed| {
        let article = &site.catalog.articles[entry.article];
        context::ArticleLink {
            title: name(site, article),
            detail: site.detail(locale, entry.identity),
            href: from.page(&site.article_folder(locale, entry.identity), site.options.links),
            language: (article.locale != locale).then(|| site.language(article.locale)),
        }
    };
    listed.map(link).collect()
}

/// Links to the pages of the list of all articles.
pub(super) fn list_links<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
    current: Option<usize>,
) -> Vec<context::ListLink<'a>> {
    let prepared = site.locale(locale);
    let title = |at: usize| site.catalog.articles[prepared.listed[at].article].label();
    let link = |(index, range): (usize, &std::ops::Range<usize>)| context::ListLink {
        number: index + 1,
        href: from.page(&folder(site, PageKey::List(locale, index + 1)), site.options.links),
        first: title(range.start),
        last: title(range.end - 1),
        current: (current == Some(index + 1)).then_some("page"),
    };
    prepared.lists.iter().enumerate().map(link).collect()
}

/// Links to the letters of that list.
pub(super) fn letter_links<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
) -> Vec<context::LetterLink<'a>> {
    let link = |(number, letter): (usize, &'a Letter)| {
        let page = folder(site, PageKey::List(locale, letter.start / LIST_PAGE + 1));
        let page = from.page(&page, site.options.links);
        context::LetterLink { label: &letter.label, href: format!("{page}#{}", letter_id(number)) }
    };
    site.locale(locale).letters.iter().enumerate().map(link).collect()
}

/// The ID of a letter on a page of that list; those of the theme begin with `_`.
pub(super) fn letter_id(number: usize) -> String {
    format!("_{}", number + 1)
}

/// What every page of a locale leads to.
pub(super) fn announcements<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
) -> Vec<context::Announcement<'a>> {
    fn date(day: &Day) -> context::DateText<'_> {
        context::DateText { iso: &day.iso, text: &day.text }
    }
    let announced = &site.locale(locale).announced;
    let links = article_links(site, from, locale, announced.iter().map(|announced| announced.entry));
    let announcement =
        |(article, announced): (context::ArticleLink<'a>, &'a Announced)| context::Announcement {
            article,
            description: announced.description.as_deref(),
            from: announced.from.as_ref().map(date),
            until: date(&announced.until),
        };
    links.into_iter().zip(announced).map(announcement).collect()
}

/// Links to sections, as a list of a page shows them.
pub(super) fn section_links<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
    sections: &[usize],
) -> Vec<context::Section<'a>> {
    let link = |&section: &usize| {
        let section = &site.locale(locale).sections.all[section];
        context::Section {
            title: &section.title,
            description: description(site, section),
            icon: icon(site, from, locale, section),
            href: from.page(&site.section_folder(locale, &section.url), site.options.links),
            count: section.count,
            language: foreign(site, locale, section),
        }
    };
    sections.iter().map(link).collect()
}

/// What the article that is the page of a section says of it, where that has the language of its title.
fn description<'a>(site: &'a Site<'_>, section: &Section) -> Option<&'a str> {
    let article = &site.catalog.articles[section.index?.article];
    let written = article.file.front_matter.description.as_ref().map(|text| text.value.trim());
    written.filter(|text| article.locale == section.title_locale && !text.is_empty())
}

/// The image that the original of this article names for the section.
fn icon(site: &Site<'_>, from: &From, locale: LocaleIndex, section: &Section) -> Option<String> {
    let catalog = site.catalog;
    let article = &catalog.articles[section.index?.original(catalog)];
    let base = Base { file: &article.file, article: Some(article), reader: locale };
    let written = &article.file.front_matter.icon.as_ref()?.value;
    let image = catalog.image_file(catalog.resolve(base, written).target)?;
    Some(from.path(&image.site_path))
}

/// The language of a section's title, where it is another one than the interface's.
pub(super) fn foreign<'a>(
    site: &'a Site<'_>,
    locale: LocaleIndex,
    section: &Section,
) -> Option<context::LanguageRef<'a>> {
    (section.title_locale != locale).then(|| site.language(section.title_locale))
}

/// The folder of what a custom ID opens in a locale: the list of its articles, else the one that it has there.
pub(super) fn opened_in(site: &Site<'_>, number: usize, locale: LocaleIndex) -> Option<String> {
    let lists = &site.locale(locale).custom_id_lists;
    if let Ok(list) = lists.binary_search_by_key(&number, |list| list.page) {
        return Some(folder(site, PageKey::CustomIdList(locale, list)));
    }
    let mut identities = site.custom_id_pages()[number].identities.iter().copied();
    let shown = identities.find(|&identity| site.catalog.shown(identity, locale).is_some())?;
    Some(site.article_folder(locale, shown))
}

/// A link to everything that an ID opens: in the reader's language where that is more than one article, else to the
/// list of languages.
pub(super) fn custom_id_link(site: &Site<'_>, id: &str, from: &From, reader: LocaleIndex) -> Option<String> {
    let folder = custom_id_folder(id)?;
    let pages = site.custom_id_pages();
    let number = pages.binary_search_by(|page| page.folder.as_str().cmp(&folder)).ok();
    let lists = &site.locale(reader).custom_id_lists;
    let is_list = number.is_some_and(|number| lists.binary_search_by_key(&number, |list| list.page).is_ok());
    if is_list {
        let folder = format!("{}{folder}", site.home_folder(reader));
        return Some(from.page(&folder, site.options.links));
    }
    Some(format!("{}#{CUSTOM_ID_LIST}", from.page(&folder, site.options.links)))
}

/// Where an old URL leads, written from a page or from the root of the host.
pub(super) fn old_url_link(site: &Site<'_>, old: &OldUrl, from: &From) -> String {
    match &old.to {
        Destination::Article { locale, article, fragment } => {
            let identity = site.catalog.articles[*article].identity;
            let mut href = from.page(&site.article_folder(*locale, identity), site.options.links);
            if let Some(id) = fragment {
                href.push('#');
                href.push_str(&encode_fragment(id));
            }
            href
        }
        Destination::Home(locale) => from.page(&site.home_folder(*locale), site.options.links),
        Destination::Section(locale, url) => {
            from.page(&site.section_folder(*locale, url), site.options.links)
        }
        Destination::Made(path) => made_link(site, path, from),
        Destination::Asset(asset) => from.path(&site.catalog.assets[*asset].site_path),
        Destination::External(url) => url.clone(),
    }
}

/// A link to what the site makes by itself.
pub(super) fn made_link(site: &Site<'_>, path: &str, from: &From) -> String {
    if path.ends_with('/') { from.page(path, site.options.links) } else { from.path(path) }
}
