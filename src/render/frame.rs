//! What every page has around its content: head, language switcher, breadcrumbs. Knows no kind of page.

use std::borrow::Cow;

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::theme::{Body, Template, context, page_context};

use super::href::From;
use super::links::{announcements, foreign};
use super::plan::PageKey;
use super::prepare::Section;
use super::robots;
use super::site::Site;

/// The frame of one page; `render` puts it around a body.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub(super) kind: &'static str,
    /// The language of the interface.
    pub(super) locale: LocaleIndex,
    /// The language of title and text.
    pub(super) text_locale: LocaleIndex,
    pub(super) from: From,
    /// For `<title>`.
    pub(super) title: &'a str,
    pub(super) detail: Option<&'a str>,
    pub(super) description: Option<&'a str>,
    pub(super) canonical: Option<String>,
    pub(super) robots: Option<Cow<'a, str>>,
    pub(super) alternates: Vec<context::Alternate<'a>>,
    pub(super) languages: context::Languages<'a>,
    /// In place of both.
    pub(super) ready: Option<Ready>,
    pub(super) breadcrumbs: Vec<context::Crumb<'a>>,
}

/// Links to a page in other languages, as templates take them.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) alternates: tera::Value,
    pub(super) languages: tera::Value,
}

impl<'a> Frame<'a> {
    pub(super) fn new(kind: &'static str, locale: LocaleIndex, from: From, title: &'a str) -> Self {
        Self {
            kind,
            locale,
            text_locale: locale,
            from,
            title,
            detail: None,
            description: None,
            canonical: None,
            robots: None,
            alternates: Vec::new(),
            languages: context::Languages::default(),
            ready: None,
            breadcrumbs: Vec::new(),
        }
    }

    /// The whole page.
    pub(super) fn render(&self, site: &Site<'_>, template: Template, body: Body<'_>) -> Result<Vec<u8>> {
        let home = self.from.page(&site.home_folder(self.locale), site.options.links);
        let root = self.from.root();
        let has_feed = self.kind != "chooser" && !site.newest(self.locale).is_empty();
        let feed = has_feed.then(|| site.address(&site.feed_path(self.locale)));
        let open_search = matches!(self.kind, "home" | "search-page")
            .then(|| site.open_search_path(self.locale))
            .flatten()
            .map(|path| site.address(&path));
        let announcements =
            if self.kind == "chooser" { Vec::new() } else { announcements(site, &self.from, self.locale) };
        let made;
        let ready = match &self.ready {
            Some(ready) => ready,
            None => {
                made = Ready {
                    alternates: tera::Value::try_from_serializable(&self.alternates)?,
                    languages: tera::Value::try_from_serializable(&self.languages)?,
                };
                &made
            }
        };
        let page = context::Page {
            kind: self.kind,
            root: &root,
            home: &home,
            title: self.title,
            detail: self.detail,
            description: self.description,
            canonical: self.canonical.as_deref().filter(|_| site.options.base_url.is_some()),
            robots: self.robots.as_deref(),
            alternates: &ready.alternates,
            open_graph: &site.locale(self.text_locale).open_graph,
            feed: feed.as_deref(),
            open_search: open_search.as_deref(),
            languages: &ready.languages,
            breadcrumbs: &self.breadcrumbs,
            announcements: &announcements,
        };
        let context = page_context(&site.locale(self.locale).everywhere, &page, body)?;
        let mut out = Vec::with_capacity(16 << 10);
        site.theme.render(template, &context, &mut out)?;
        Ok(out)
    }
}

/// The switcher of a page that every locale has at the same place: `folder` of each.
pub(super) fn languages_of_all<'a>(
    site: &'a Site<'_>,
    from: &From,
    current: Option<LocaleIndex>,
    folder: impl Fn(LocaleIndex) -> String,
) -> context::Languages<'a> {
    let link = |&locale: &LocaleIndex| {
        let href = from.page(&folder(locale), site.options.links);
        context::LanguageLink::new(site.language(locale), href, (current == Some(locale)).then_some("page"))
    };
    context::Languages { available: site.switcher().iter().map(link).collect(), ..Default::default() }
}

/// `hreflang` links between the homes that search engines may show: itself among them, `x-default` last.
pub(super) fn alternates_of_home<'a>(site: &'a Site<'_>, locale: LocaleIndex) -> Vec<context::Alternate<'a>> {
    let is_indexable = |locale: &LocaleIndex| robots::is_indexable(site, PageKey::Home(*locale));
    if !is_indexable(&locale) {
        return Vec::new();
    }
    let locales: Vec<LocaleIndex> = site.catalog.published().filter(is_indexable).collect();
    alternates(site, &locales, |locale| site.home_folder(locale))
}

/// `hreflang` links between the pages of these locales, `x-default` last; none where there is only one, and none without a base URL:
/// search engines take no other than absolute ones.
pub(super) fn alternates<'a>(
    site: &'a Site<'_>,
    locales: &[LocaleIndex],
    folder: impl Fn(LocaleIndex) -> String,
) -> Vec<context::Alternate<'a>> {
    if locales.len() < 2 || site.options.base_url.is_none() {
        return Vec::new();
    }
    let alternate = |hreflang, locale: LocaleIndex, open_graph| context::Alternate {
        hreflang,
        open_graph,
        href: site.address(&folder(locale)),
    };
    let of_locale = |&locale: &LocaleIndex| {
        let open_graph = site.locale(locale).open_graph.as_str();
        alternate(site.tag(locale).tag(), locale, Some(open_graph))
    };
    let mut links: Vec<_> = locales.iter().map(of_locale).collect();
    let default = site.catalog.source.into_iter().chain([site.catalog.default]);
    links.extend(
        default
            .filter(|locale| locales.contains(locale))
            .take(1)
            .map(|locale| alternate("x-default", locale, None)),
    );
    links
}

/// From the home down through these sections.
pub(super) fn breadcrumbs<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
    home: &'a str,
    sections: &[&'a Section],
) -> Vec<context::Crumb<'a>> {
    let home_folder = site.home_folder(locale);
    let home =
        context::Crumb { title: home, href: from.page(&home_folder, site.options.links), language: None };
    let crumb = |section: &&'a Section| context::Crumb {
        title: &section.title,
        href: from.page(&site.section_folder(locale, &section.url), site.options.links),
        language: foreign(site, locale, section),
    };
    std::iter::once(home).chain(sections.iter().map(crumb)).collect()
}
