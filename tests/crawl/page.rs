//! One page of a site: what is wrong with it alone, and what other pages need to know of it.

use std::collections::BTreeSet;

use icu::locale::{Direction, Locale, LocaleDirectionality};
use scraper::node::Element;
use scraper::{ElementRef, Html};

use super::{Site, Target};

/// Messages of the parser that name no flaw of the page.
const SPURIOUS: &[&str] = &[];

/// A link to a place in a page.
#[derive(Debug)]
pub(crate) struct Reference {
    pub(crate) url: String,
    pub(crate) target: Target,
}

/// What is known of a page.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// IDs and names of anchors, sorted.
    pub(crate) ids: Vec<String>,
    /// Links with a fragment.
    pub(crate) fragments: Vec<Reference>,
    /// `hreflang`, with the number of the file; without `x-default`.
    pub(crate) alternates: Vec<(String, usize)>,
    pub(crate) findings: Vec<String>,
}

/// The canonical URL that a page gives.
pub(crate) fn canonical(text: &str) -> Option<String> {
    let html = Html::parse_document(text);
    let mut elements = elements(&html);
    let is_canonical = |element: &ElementRef<'_>| element.value().attr("rel") == Some("canonical");
    elements.find(is_canonical)?.value().attr("href").map(str::to_owned)
}

/// Reads the page `name`.
pub(crate) fn read(site: &Site, name: &str, bytes: &[u8]) -> Facts {
    let mut reader = Reader {
        site,
        name,
        facts: Facts::default(),
        ids: BTreeSet::new(),
        idrefs: Vec::new(),
        policy: String::new(),
    };
    let text = String::from_utf8_lossy(bytes);
    if text.contains('\u{fffd}') {
        reader.found("U+FFFD: text was lost");
    }
    let html = Html::parse_document(&text);
    reader.document(&html);
    for element in elements(&html) {
        reader.element(element);
    }
    reader.finish()
}

fn elements(html: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    html.tree.root().descendants().filter_map(ElementRef::wrap)
}

struct Reader<'a> {
    site: &'a Site,
    name: &'a str,
    facts: Facts,
    ids: BTreeSet<String>,
    idrefs: Vec<String>,
    /// The Content-Security-Policy.
    policy: String,
}

impl Reader<'_> {
    fn found(&mut self, what: impl Into<String>) {
        self.facts.findings.push(what.into());
    }

    /// Rules on the page as a whole.
    fn document(&mut self, html: &Html) {
        for error in &html.errors {
            if !SPURIOUS.contains(&error.as_ref()) {
                self.found(format!("HTML: {error}"));
            }
        }
        let count = |name: &str| elements(html).filter(|element| element.value().name() == name).count();
        let is = |element: &Element, name: &str, value: &str| {
            element.attr(name).is_some_and(|found| found.eq_ignore_ascii_case(value))
        };
        let has = |name: &str, value: &str| elements(html).any(|element| is(element.value(), name, value));
        // A page that leads on at once is not read.
        if !has("http-equiv", "refresh") && count("h1") != 1 {
            self.found(format!("{} h1 elements", count("h1")));
        }
        let titles: Vec<_> = elements(html).filter(|element| element.value().name() == "title").collect();
        // A title inside an SVG names the picture.
        let head = titles.iter().filter(|title| {
            title.parent().and_then(ElementRef::wrap).is_some_and(|parent| parent.value().name() == "head")
        });
        if head.clone().count() != 1
            || head.clone().any(|title| title.text().all(|text| text.trim().is_empty()))
        {
            self.found("no title, or several");
        }
        let policy =
            elements(html).find(|element| is(element.value(), "http-equiv", "content-security-policy"));
        match policy.and_then(|element| element.value().attr("content")) {
            Some(policy) => self.policy = policy.to_owned(),
            None => self.found("no Content-Security-Policy"),
        }
        if elements(html).filter(|element| is(element.value(), "rel", "canonical")).count() > 1 {
            self.found("several canonical URLs");
        }
        let is_noindex = elements(html).any(|element| {
            is(element.value(), "name", "robots")
                && element
                    .value()
                    .attr("content")
                    .is_some_and(|value| value.to_ascii_lowercase().contains("noindex"))
        });
        if is_noindex
            && elements(html)
                .any(|element| element.value().attr("hreflang").is_some() && element.value().name() == "link")
        {
            self.found("hreflang on a page that is not to be indexed");
        }
    }

    fn element(&mut self, element: ElementRef<'_>) {
        let value = element.value();
        self.language(element);
        self.security(element);
        if let Some(id) = value.attr("id") {
            if id.is_empty() || id.contains(char::is_whitespace) {
                self.found(format!("id {id:?} is none"));
            }
            if !self.ids.insert(id.to_owned()) {
                self.found(format!("id {id} twice"));
            }
        }
        for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"] {
            self.idrefs
                .extend(value.attr(name).into_iter().flat_map(str::split_whitespace).map(str::to_owned));
        }
        for name in ["href", "src", "action", "poster", "data"] {
            if let Some(url) = value.attr(name).filter(|_| name != "data" || value.name() == "object") {
                self.link(element, url);
            }
        }
        for candidate in value.attr("srcset").into_iter().flat_map(|set| set.split(',')) {
            if let Some(url) = candidate.split_whitespace().next() {
                self.link(element, url);
            }
        }
        if value.attr("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh"))
            && let Some((_, url)) = value.attr("content").and_then(|content| content.split_once('='))
        {
            self.link(element, url.trim().trim_matches(['"', '\'']));
        }
        match value.name() {
            "base" => self.found("a base element: links would not be relative to the page"),
            "img" if value.attr("alt").is_none() => self.found("an image without alt"),
            // The parser takes what is in it for text, as a browser with scripts does.
            "noscript" => {
                let html = Html::parse_fragment(&element.text().collect::<String>());
                elements(&html)
                    .filter(|inner| inner.value().name() != "html")
                    .for_each(|inner| self.element(inner));
            }
            _ => {}
        }
    }

    fn link(&mut self, element: ElementRef<'_>, url: &str) {
        let value = element.value();
        let scheme = url.trim().split(':').next().unwrap_or_default().to_ascii_lowercase();
        if scheme == "data" && value.name() == "img" && !url.starts_with("data:image/svg") {
            // A picture in the page: safe, and shown where the policy lets it.
            if !self.policy.contains("data:") {
                self.found("the policy hides a data: picture");
            }
            return;
        }
        if ["javascript", "vbscript", "data", "file"].contains(&scheme.as_str()) && url.contains(':') {
            return self.found(format!("{}: no URL for a page", url.chars().take(80).collect::<String>()));
        }
        if url.trim().is_empty() {
            return self.found(format!("an empty URL on {}", value.name()));
        }
        let is_head = value.name() == "link" && matches!(value.attr("rel"), Some("canonical" | "alternate"));
        if is_head && !url.starts_with('/') && !url.starts_with("http") {
            self.found(format!(
                "{url}: {} must be absolute or root-relative",
                value.attr("rel").unwrap_or_default()
            ));
        }
        let target = match self.site.resolve(self.name, url) {
            Ok(Some(target)) => target,
            Ok(None) => return,
            Err(why) => return self.found(format!("{url}: {why}")),
        };
        if let Some(language) = value.attr("hreflang").filter(|_| is_head)
            && language != "x-default"
        {
            if canonical_tag(language).is_none() {
                self.found(format!("hreflang {language} is no tag"));
            }
            self.facts.alternates.push((language.to_owned(), target.file));
        }
        if target.fragment.is_some() {
            self.facts.fragments.push(Reference { url: url.to_owned(), target });
        }
    }

    /// `lang` is a tag in its canonical form, and `dir` is that of the language wherever it changes.
    fn language(&mut self, element: ElementRef<'_>) {
        let value = element.value();
        let is_root = value.name() == "html";
        let Some(written) = value.attr("lang") else {
            if is_root {
                self.found("html without lang");
            }
            return;
        };
        let Some(locale) = canonical_tag(written) else {
            return self.found(format!("lang {written:?} is no tag in canonical form"));
        };
        let directions = LocaleDirectionality::new_extended();
        let expected = match directions.get(&locale.id) {
            Some(Direction::RightToLeft) => "rtl",
            _ => "ltr",
        };
        let dir = |element: ElementRef<'_>| element.value().attr("dir").map(str::to_owned);
        let inherited = element.ancestors().filter_map(ElementRef::wrap).find_map(dir);
        match dir(element).or(inherited).as_deref() {
            Some(found) if found == expected || found == "auto" => {}
            found => {
                self.found(format!("lang {written} with dir {}, not {expected}", found.unwrap_or("none")))
            }
        }
        if is_root && dir(element).is_none() {
            self.found("html without dir");
        }
    }

    /// What a Content-Security-Policy without `unsafe-inline` would refuse.
    fn security(&mut self, element: ElementRef<'_>) {
        let value = element.value();
        let is_data = value.attr("type").is_some_and(|kind| kind.contains("json"));
        match value.name() {
            "style" => self.found("a style element"),
            "script" if value.attr("src").is_none() && !is_data => self.found("an inline script"),
            _ => {}
        }
        for (name, _) in value.attrs() {
            if name == "style" || name.starts_with("on") {
                self.found(format!("attribute {name} on {}", value.name()));
            }
        }
    }

    fn finish(mut self) -> Facts {
        for id in std::mem::take(&mut self.idrefs) {
            if !self.ids.contains(&id) {
                self.found(format!("id {id} is referred to, but not there"));
            }
        }
        self.facts.ids = self.ids.into_iter().collect();
        self.facts
    }
}

/// The locale of a tag that is written as BCP 47 recommends.
fn canonical_tag(tag: &str) -> Option<Locale> {
    Locale::try_from_str(tag).ok().filter(|locale| locale.to_string() == tag)
}
