//! What a page tells machines in its head, held against what it shows.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

/// What other files speak of.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) is_indexable: bool,
    pub(crate) canonical: Option<String>,
    /// Where the page says the feed is.
    pub(crate) feed: Option<String>,
    pub(crate) lang: String,
    /// The language of the article, on an article page.
    pub(crate) article_lang: Option<String>,
    pub(crate) json_ld: Option<Value>,
    /// The HTML of the text, on an article page.
    pub(crate) body: Option<String>,
    og: Vec<(String, String)>,
    title: String,
}

/// The URL of a folder of the site, as any encoder of URLs writes it.
pub(crate) fn url(base: &str, folder: &str) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~')
        .remove(b'/')
        .remove(b'!')
        .remove(b'$')
        .remove(b'&')
        .remove(b'\'')
        .remove(b'(')
        .remove(b')')
        .remove(b'*')
        .remove(b'+')
        .remove(b',')
        .remove(b';')
        .remove(b'=')
        .remove(b':')
        .remove(b'@');
    format!("{base}{}", utf8_percent_encode(folder, KEPT))
}

pub(crate) fn read(text: &str) -> Facts {
    let page = Html::parse_document(text);
    let all = |selector: &str| -> Vec<ElementRef<'_>> {
        page.select(&Selector::parse(selector).unwrap()).collect()
    };
    let attribute = |selector: &str, name: &str| {
        all(selector).first().and_then(|element| element.attr(name)).map(str::to_owned)
    };
    let robots = attribute("meta[name=robots]", "content").unwrap_or_default().to_lowercase();
    let scripts = all("script[type='application/ld+json']");
    assert!(scripts.len() < 2, "two descriptions on one page");
    let property = |element: &ElementRef<'_>| {
        let value = |name| element.attr(name).unwrap_or_default().to_owned();
        (value("property"), value("content"))
    };
    Facts {
        is_indexable: !robots.contains("noindex") && !robots.contains("none"),
        canonical: attribute("link[rel=canonical]", "href"),
        feed: attribute("link[type='application/atom+xml']", "href"),
        lang: attribute("html", "lang").unwrap_or_default(),
        article_lang: attribute("article", "lang"),
        json_ld: scripts
            .first()
            .map(|script| serde_json::from_str(&script.text().collect::<String>()).unwrap())
            .map(|json: Value| json.get("@graph").map_or(json.clone(), |graph| graph[0].clone())),
        body: all("article .text").first().map(|text| without_anchors(&without_source(*text))),
        og: all("meta[property^='og:']").iter().map(property).collect(),
        title: all("title").iter().flat_map(ElementRef::text).collect(),
    }
}

/// The HTML in an element without what makes a page bilingual: the source of each block, and the control that shows it.
fn without_source(text: ElementRef<'_>) -> String {
    let added = Selector::parse("div.source, #_source, label[for=_source]").unwrap();
    let without = |html: String, added: ElementRef<'_>| {
        html.replace(&format!("{}\n", added.html()), "").replace(&added.html(), "")
    };
    text.select(&added).fold(text.inner_html(), without)
}

/// HTML without the links to its headings, which belong to the page. Attributes stand in any order.
fn without_anchors(html: &str) -> String {
    let mut pieces = html.split("<a ");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| match piece.split_once("></a>\n") {
        Some((tag, rest)) if tag.contains("class=\"anchor\"") && !tag.contains('>') => text + rest,
        _ => text + "<a " + piece,
    })
}

impl Facts {
    pub(crate) fn og(&self, property: &str) -> Option<String> {
        self.og.iter().find(|(name, _)| name == property).map(|(_, content)| content.clone())
    }

    /// What is wrong with what the page at `url` says of itself.
    pub(crate) fn flaws(&self, url: &str, base: &str) -> Vec<String> {
        let mut flaws = Vec::new();
        let mut expect = |holds: bool, what: &str| {
            if !holds {
                flaws.push(format!("{url}: {what}"));
            }
        };
        // What no search engine lists, such as the search itself, may have no address for others.
        let has_address = self.is_indexable || self.canonical.is_some();
        let properties = ["og:title", "og:type", "og:url", "og:site_name", "og:locale"];
        for property in properties.into_iter().filter(|property| has_address || *property != "og:url") {
            expect(self.og(property).is_some_and(|value| !value.is_empty()), property);
        }
        expect(self.title.starts_with(&self.og("og:title").unwrap_or_default()), "og:title is not the title");
        expect(self.og("og:url") == self.canonical, "og:url is not the canonical URL");
        let locales = || self.og.iter().filter(|(name, _)| name.starts_with("og:locale"));
        let is_locale = |text: &str| {
            text.split_once('_').is_some_and(|(language, region)| {
                language.chars().all(|c| c.is_ascii_lowercase())
                    && (2..=3).contains(&region.len())
                    && region.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
            })
        };
        expect(locales().all(|(_, locale)| is_locale(locale)), "og:locale is no language_TERRITORY");
        let canonical = self.canonical.as_deref().unwrap_or_default();
        expect(canonical.starts_with(base) || !has_address, "canonical is not absolute");
        if let Some(json) = &self.json_ld {
            expect(canonical == url, "JSON-LD on a page that stands for another");
            expect(json["url"] == url, "JSON-LD of another URL");
            let source = &json["translationOfWork"];
            expect(
                source.is_null() || source["url"].as_str().is_some_and(|url| url.starts_with(base)),
                "source",
            );
        } else {
            let is_own_article = self.article_lang.is_some() && canonical == url;
            let is_index = self.og("og:type").as_deref() != Some("article");
            expect(!is_own_article || is_index, "an article without JSON-LD");
        }
        flaws
    }
}
