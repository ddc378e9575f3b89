//! Sitemaps (<https://www.sitemaps.org/protocol.html>): one a locale, split where it is too long, and an index of
//! all. Only pages that search engines may show; translations are named in the pages alone.

use std::io;
use std::ops::Range;

use crate::catalog::LocaleIndex;
use crate::render::plan::{PageKey, folder, pages_of};
use crate::render::robots;
use crate::render::site::Site;

use super::xml::{self, Xml};

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// URLs in one sitemap at the most: the protocol's limit.
const URLS: usize = 50_000;

/// The number of sitemaps of a locale; none without a base URL, or without a page to name.
pub(super) fn count(site: &Site<'_>, locale: LocaleIndex) -> usize {
    if site.options.base_url.is_none() { 0 } else { parts(pages(site, locale).len()).len() }
}

/// `he-il/sitemap.xml`, `he-il/sitemap-2.xml`; `number` counts from 1.
pub(super) fn path(site: &Site<'_>, locale: LocaleIndex, number: usize) -> String {
    let home = site.home_folder(locale);
    if number == 1 { format!("{home}sitemap.xml") } else { format!("{home}sitemap-{number}.xml") }
}

/// The URL of the index; none where there are no sitemaps.
pub(super) fn index_url(site: &Site<'_>) -> Option<String> {
    let has_any = site.catalog.published().any(|locale| count(site, locale) > 0);
    has_any.then(|| site.address("sitemap.xml"))
}

pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex, number: usize) -> io::Result<Vec<u8>> {
    let pages = pages(site, locale);
    let range = parts(pages.len()).nth(number - 1).unwrap_or_default();
    xml::document(|xml| {
        let root = xml.create_element("urlset").with_attribute(("xmlns", NAMESPACE));
        root.write_inner_content(|xml| pages[range].iter().try_for_each(|&page| url(xml, site, page)))?;
        Ok(())
    })
}

pub(super) fn index_bytes(site: &Site<'_>) -> io::Result<Vec<u8>> {
    xml::document(|xml| {
        let root = xml.create_element("sitemapindex").with_attribute(("xmlns", NAMESPACE));
        root.write_inner_content(|xml| {
            for locale in site.catalog.published() {
                for number in 1..=count(site, locale) {
                    let url = site.address(&path(site, locale, number));
                    let sitemap = xml.create_element("sitemap");
                    sitemap.write_inner_content(|xml| xml::leaf(xml, "loc", &url))?;
                }
            }
            Ok(())
        })?;
        Ok(())
    })
}

/// The pages of a locale that search engines may show.
fn pages(site: &Site<'_>, locale: LocaleIndex) -> Vec<PageKey> {
    pages_of(site, locale).filter(|&page| robots::is_indexable(site, page)).collect()
}

fn url(xml: &mut Xml, site: &Site<'_>, page: PageKey) -> io::Result<()> {
    xml.create_element("url").write_inner_content(|xml| {
        xml::leaf(xml, "loc", &site.address(&folder(site, page)))?;
        match changed(site, page) {
            Some(date) => xml::leaf(xml, "lastmod", &date),
            None => Ok(()),
        }
    })?;
    Ok(())
}

/// The date of an article. Other pages change with every article they list, and no date says when.
fn changed(site: &Site<'_>, page: PageKey) -> Option<String> {
    let PageKey::Article(locale, identity) = page else { return None };
    let article = site.catalog.shown(identity, locale)?;
    let date = site.catalog.articles[article].file.front_matter.changed()?;
    Some(date.value.iso())
}

fn parts(pages: usize) -> impl ExactSizeIterator<Item = Range<usize>> {
    (0..pages.div_ceil(URLS)).map(move |part| part * URLS..pages.min((part + 1) * URLS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sitemaps_are_split() {
        let split = |pages| parts(pages).map(|part| (part.start, part.end)).collect::<Vec<_>>();
        assert_eq!(split(0), []);
        assert_eq!(split(1), [(0, 1)]);
        assert_eq!(split(50_000), [(0, 50_000)]);
        assert_eq!(split(100_001), [(0, 50_000), (50_000, 100_000), (100_000, 100_001)]);
    }
}
