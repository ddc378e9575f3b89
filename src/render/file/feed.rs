//! `/xx/feed.xml`: the newest articles of a locale as Atom 1.0 (RFC 4287). Dates are those of the articles, never
//! the day of the build.

use std::io;

use crate::catalog::{ArticleIndex, LocaleIndex};
use crate::front_matter::Date;
use crate::render::prepare::description;
use crate::render::site::Site;

use super::xml::{self, Xml};

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex) -> io::Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let own = site.address(&site.feed_path(locale));
    let home = site.address(&site.home_folder(locale));
    let lang = site.tag(locale).tag();
    let newest = site.newest(locale).first().and_then(|&article| date(site, article));
    xml::document(|xml| {
        let root = xml.create_element("feed").with_attributes([("xmlns", NAMESPACE), ("xml:lang", lang)]);
        root.write_inner_content(|xml| {
            xml::leaf(xml, "title", &prepared.title)?;
            xml::leaf(xml, "id", &own)?;
            link(xml, "self", "application/atom+xml", &own)?;
            link(xml, "alternate", "text/html", &home)?;
            if let Some(newest) = newest {
                xml::leaf(xml, "updated", &start_of(newest))?;
            }
            let author = xml.create_element("author");
            author.write_inner_content(|xml| xml::leaf(xml, "name", &prepared.title))?;
            site.newest(locale).iter().try_for_each(|&article| entry(xml, site, locale, article))
        })?;
        Ok(())
    })
}

fn entry(xml: &mut Xml, site: &Site<'_>, locale: LocaleIndex, index: ArticleIndex) -> io::Result<()> {
    let article = &site.catalog.articles[index];
    let url = site.address(&site.article_folder(locale, article.identity));
    xml.create_element("entry").write_inner_content(|xml| {
        xml::leaf(xml, "title", &article.title)?;
        xml::leaf(xml, "id", &url)?;
        link(xml, "alternate", "text/html", &url)?;
        if let Some(date) = date(site, index) {
            xml::leaf(xml, "updated", &start_of(date))?;
        }
        if let Some(description) = description(article) {
            xml::leaf(xml, "summary", &description)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn link(xml: &mut Xml, rel: &str, kind: &str, href: &str) -> io::Result<()> {
    xml.create_element("link")
        .with_attributes([("rel", rel), ("type", kind), ("href", href)])
        .write_empty()?;
    Ok(())
}

fn date(site: &Site<'_>, article: ArticleIndex) -> Option<Date> {
    site.catalog.articles[article].file.front_matter.changed().map(|date| date.value)
}

/// RFC 3339 has no date without a time.
fn start_of(date: Date) -> String {
    format!("{}T00:00:00Z", date.iso())
}
