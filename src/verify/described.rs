//! What a page says to search engines of its article (JSON-LD of schema.org), held against what readers see. Reads no HTML.

use serde_json::Value;

/// What readers see of a page.
#[derive(Debug, Default)]
pub(super) struct VisibleText {
    /// All text, without white space.
    pub(super) text: String,
    /// In order.
    pub(super) headings: Vec<Heading>,
}

/// A heading, and where it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl VisibleText {
    /// Text as readers see it.
    pub(super) fn push(&mut self, text: &str) {
        self.text.extend(text.chars().filter(|c| !c.is_whitespace()));
    }

    fn heading(&self, heading: &Heading) -> &str {
        self.text.get(heading.start..heading.end).unwrap_or("")
    }
}

/// What a page says of itself elsewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Metadata<'a> {
    /// The language of its article.
    pub(super) language: &'a str,
    /// Its canonical URL, where that is absolute.
    pub(super) canonical: Option<&'a str>,
}

/// What is wrong with a description.
pub(super) fn flaws(written: &str, page: Metadata<'_>, seen: &VisibleText) -> Vec<String> {
    let data: Value = match serde_json::from_str(written) {
        Ok(data) => data,
        Err(error) => return vec![format!("the JSON-LD is not valid JSON: {error}")],
    };
    let context = data["@context"].as_str().unwrap_or_default();
    let nodes = data["@graph"].as_array().map_or(std::slice::from_ref(&data), Vec::as_slice);
    let of_node = |node: &Value| match node["@type"].as_str() {
        Some("BreadcrumbList") => breadcrumbs(node, page, seen).err().into_iter().collect(),
        Some(kind) => article(node, context, kind, page, seen),
        None => Vec::new(),
    };
    nodes.iter().flat_map(of_node).collect()
}

/// What is wrong with the description of an article.
fn article(data: &Value, context: &str, kind: &str, page: Metadata<'_>, seen: &VisibleText) -> Vec<String> {
    // What else a project says, of its organisation for example, is its own affair.
    if !matches!(kind, "FAQPage" | "Article") {
        return Vec::new();
    }
    let mut flaws = Vec::new();
    let mut expect = |holds: bool, say: &dyn Fn() -> String| {
        if !holds {
            flaws.push(say());
        }
    };
    let said = |key: &str| data[key].as_str().unwrap_or_default();
    expect(context == "https://schema.org", &|| {
        "the `@context` of the JSON-LD is not https://schema.org".to_owned()
    });
    expect(said("inLanguage").eq_ignore_ascii_case(page.language), &|| {
        format!(
            "the JSON-LD gives the language as `{}`, but the article is in `{}`",
            said("inLanguage"),
            page.language
        )
    });
    expect(data["url"].is_null() || Some(said("url")) == page.canonical, &|| {
        format!("the JSON-LD gives the URL as {}, which is not the canonical URL", said("url"))
    });
    let key = if kind == "FAQPage" { "name" } else { "headline" };
    let first = seen.headings.iter().find(|heading| heading.level == 1);
    expect(bare(said(key)) == first.map_or("", |first| seen.heading(first)), &|| {
        format!("the JSON-LD gives the heading as `{}`, but the page shows another one", shorten(said(key)))
    });
    if let Err(what) = answers(&data["mainEntity"], kind, seen) {
        flaws.push(what);
    }
    flaws
}

/// The links of a way to the page: names that it shows in this order, numbered, the last one its heading and its URL.
fn breadcrumbs(data: &Value, page: Metadata<'_>, seen: &VisibleText) -> Result<(), String> {
    let items = data["itemListElement"].as_array().map_or(&[][..], Vec::as_slice);
    let mut from = 0;
    for (number, item) in (1..).zip(items) {
        let name = item["name"].as_str().unwrap_or_default();
        let wanted = bare(name);
        let found = seen.text.get(from..).and_then(|rest| rest.find(&wanted));
        let Some(at) = found.filter(|_| !wanted.is_empty()) else {
            return Err(format!(
                "the JSON-LD has `{}` in its breadcrumbs, but the page does not",
                shorten(name)
            ));
        };
        from += at + wanted.len();
        if item["position"] != number {
            return Err(format!(
                "`{}` of the breadcrumbs in the JSON-LD is not number {number}",
                shorten(name)
            ));
        }
    }
    let last = items.last().and_then(|item| item["item"].as_str());
    match page.canonical.is_some() && last == page.canonical {
        true => Ok(()),
        false => Err("the breadcrumbs of the JSON-LD do not end at the canonical URL".to_owned()),
    }
}

/// The URLs that the breadcrumbs of a description lead to.
pub(super) fn breadcrumb_urls(written: &str) -> Vec<String> {
    let data: Value = serde_json::from_str(written).unwrap_or_default();
    let nodes = data["@graph"].as_array().map_or(&[][..], Vec::as_slice);
    let items = nodes.iter().filter_map(|node| node["itemListElement"].as_array()).flatten();
    items.filter_map(|item| item["item"].as_str()).map(str::to_owned).collect()
}

/// Questions are headings, and their answers stand behind them, in order.
fn answers(entities: &Value, kind: &str, seen: &VisibleText) -> Result<(), String> {
    let questions = entities.as_array().map_or(&[][..], Vec::as_slice);
    if kind == "FAQPage" && questions.is_empty() {
        return Err("the JSON-LD is a FAQPage without questions".to_owned());
    }
    let mut headings = seen.headings.iter().filter(|heading| heading.level > 1);
    for question in questions {
        let name = question["name"].as_str().unwrap_or_default();
        let asked = bare(name);
        let heading = headings.find(|heading| seen.heading(heading) == asked);
        let Some(heading) = heading.filter(|_| !asked.is_empty()) else {
            return Err(format!("the JSON-LD asks `{}`, which is not a heading there", shorten(name)));
        };
        let answer = question["acceptedAnswer"]["text"].as_str().unwrap_or_default();
        if answer.trim().is_empty() {
            return Err(format!("the JSON-LD has no answer to `{}`", shorten(name)));
        }
        let mut from = heading.end;
        for line in answer.lines() {
            let wanted = bare(line);
            let found = seen.text.get(from..).and_then(|rest| rest.find(&wanted));
            let Some(at) = found else {
                return Err(format!(
                    "the JSON-LD answers `{}`, which the page does not show there",
                    shorten(line)
                ));
            };
            from += at + wanted.len();
        }
    }
    Ok(())
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A text cut to what a message can hold.
pub(super) fn shorten(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.trim().char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text.trim()[..at]),
        None => text.trim().to_owned(),
    }
}
