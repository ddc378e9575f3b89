//! What documents become: fixtures in, HTML out. `TestHost` is the smallest host there is.

mod attribute_lists;
mod code;
mod component_links;
mod components;
mod containers;
mod damage;
mod dialects;
mod directives;
mod emoji;
mod entities;
mod headings;
mod home;
mod includes;
mod learn;
mod lines;
mod liquid;
mod plain;
mod raw;
mod shortcode_ends;
mod shortcodes;
mod shortcodes_in_html;
mod spans;
mod text;
mod vue;

use super::{
    CodeToken, Dialect, Document, Form, HeadingId, Host, Image, ImageHtml, Include, Link, LinkHtml,
    ShortcodeElement, Shortcodes, Syntax,
};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A host that prints everything as written and knows the includes it is given.
#[derive(Debug, Default)]
pub(super) struct TestHost {
    headings: Vec<(String, Option<String>)>,
    includes: BTreeMap<String, Document>,
}

impl TestHost {
    pub(super) fn new(document: &Document) -> Self {
        let headings = document.headings.iter().map(|heading| match &heading.anchor {
            Some(anchor) if *anchor.name != *heading.slug => {
                (anchor.name.to_string(), Some(heading.slug.to_string()))
            }
            _ => (heading.slug.to_string(), None),
        });
        Self { headings: headings.collect(), includes: BTreeMap::new() }
    }

    fn with(mut self, path: &str, text: &str) -> Self {
        self.includes.insert(path.to_owned(), Document::parse(text, 0));
        self
    }
}

impl Host for TestHost {
    fn link(&self, link: &Link) -> LinkHtml {
        let missing = link.destination.contains("missing");
        LinkHtml {
            href: (!missing).then(|| link.destination.to_string()),
            hreflang: link.destination.contains("/en/").then(|| "en".to_owned()),
            rel: link.destination.contains("://").then_some("external"),
        }
    }

    fn image(&self, image: &Image) -> Option<ImageHtml> {
        let missing = image.destination.contains("missing");
        let size = image.destination.contains("sized").then_some((40, 30));
        (!missing).then(|| ImageHtml { src: image.destination.to_string(), size })
    }

    fn media(&self, link: &Link) -> Option<String> {
        let is_own = !link.destination.contains("missing") && !link.destination.contains("://");
        is_own.then(|| link.destination.to_string())
    }

    fn heading(&self, index: usize) -> HeadingId<'_> {
        let (id, alias) = &self.headings[index];
        HeadingId { id, alias: alias.as_deref() }
    }

    fn include<'a>(&'a self, include: &Include) -> Option<(&'a Document, Box<dyn Host + 'a>)> {
        let document = self.includes.get(&*include.path)?;
        Some((document, Box::new(Self::new(document))))
    }

    /// All of the code is one token.
    fn tokens(&self, language: &str, code: &str) -> Vec<CodeToken> {
        let whole = CodeToken { range: 0..code.len(), class: "hl-comment" };
        if language == "whole" { vec![whole] } else { Vec::new() }
    }

    fn message(&self, key: &str) -> String {
        format!("<{key}>")
    }
}

fn parse(text: &str) -> Document {
    Document::parse(text, 0)
}

/// The body of a text; checked to be well-formed, and to show what the plain text says.
fn body(text: &str) -> String {
    body_of(&parse(text))
}

fn body_as(dialect: Dialect, form: Form, text: &str) -> String {
    body_of(&Document::parse_as(Syntax { dialect, form }, text, 0))
}

fn body_of(document: &Document) -> String {
    text::assert_text_is_shown(document);
    well_formed_body(document)
}

/// The body of a document that may be damaged.
fn well_formed_body(document: &Document) -> String {
    let mut html = String::new();
    document.write_body(&TestHost::new(document), &mut html);
    assert_well_formed(&html);
    html
}

fn title_of(document: &Document) -> String {
    let mut html = String::new();
    document.write_title(&TestHost::new(document), &mut html);
    html
}

/// The flaws as `Kind: the text at its place`.
fn flaws(text: &str) -> Vec<String> {
    let document = parse(text);
    document.flaws.iter().map(|flaw| format!("{:?}: {}", flaw.kind, flaw.span.slice(text))).collect()
}

/// A second opinion: a sanitiser that knows nothing of how the HTML was made.
static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut sanitiser = ammonia::Builder::default();
    sanitiser
        .link_rel(None)
        .add_tags(["input", "section", "figure", "figcaption", "video", "audio", "source", "track"])
        .add_generic_attributes(["id", "class", "dir", "lang", "title", "role", "tabindex", "aria-label"])
        .add_tag_attributes("a", ["rel", "hreflang"])
        .add_tag_attributes("img", ["loading"])
        .add_tag_attributes("input", ["type", "checked", "disabled"])
        .add_tag_attributes("details", ["open", "name"])
        .add_tag_attributes("time", ["datetime"])
        .add_tag_attributes("data", ["value"])
        .add_tag_attributes("video", ["controls", "preload", "poster", "width", "height"])
        .add_tag_attributes("audio", ["controls", "preload"])
        .add_tag_attributes("source", ["src", "type"])
        .add_tag_attributes("track", ["src", "kind", "srclang", "label", "default"])
        .add_tag_attributes("th", ["colspan", "rowspan", "scope"])
        .add_url_schemes(["data", "ms-settings", "xref", "feedback-hub"]);
    sanitiser
});

/// The elements of a page with their attributes.
fn elements(page: &scraper::Html) -> Vec<String> {
    let elements = page.tree.nodes().filter_map(|node| node.value().as_element());
    elements.map(|element| format!("{} {:?}", element.name(), element.attrs().collect::<Vec<_>>())).collect()
}

/// No parse error of HTML, no ID twice, no script, nothing that a sanitiser takes out.
fn assert_well_formed(html: &str) {
    let parsed = scraper::Html::parse_fragment(html);
    assert!(parsed.errors.is_empty(), "{:?} in\n{html}", parsed.errors);
    let mut ids = Vec::new();
    for element in parsed.tree.nodes().filter_map(|node| node.value().as_element()) {
        ids.extend(element.attr("id"));
        let href = element.attr("href").or(element.attr("src")).unwrap_or("");
        let script = href.trim_start().to_ascii_lowercase().starts_with("javascript");
        assert!(!script && element.name() != "script" && element.attr("style").is_none(), "{html}");
        assert!(element.attrs().all(|(name, _)| !name.starts_with("on")), "{html}");
    }
    let clean = SANITISER.clean(html).to_string();
    assert_eq!(elements(&scraper::Html::parse_fragment(&clean)), elements(&parsed), "{html}");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an ID twice in\n{html}");
}
