//! What an article is, for search engines: JSON-LD of schema.org, equal to what the page shows. A page of questions
//! and answers is a `FAQPage`, any other an `Article`; one in a section has a `BreadcrumbList` if it is not very long.

use anyhow::Result;
use serde::Serialize;

use crate::catalog::{Article, ArticleIndex, IdentityIndex, LocaleIndex};
use crate::markdown::visible::{self, VisibleText};
use crate::markdown::{Document, is_question};

use super::notices::shown_date;
use super::prepare::Section;
use super::site::Site;

/// HTML of an article beyond which its page has no room for breadcrumbs in the 14 KB that a server sends at once.
const ROOM: usize = 24 << 10;

/// Questions with answers from which on an article is a `FAQPage`.
const QUESTIONS_FROM: usize = 2;

#[derive(Debug, Serialize)]
struct JsonLd<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(flatten)]
    said: Said<'a>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Said<'a> {
    Alone(Description<'a>),
    WithPath {
        #[serde(rename = "@graph")]
        graph: (Description<'a>, BreadcrumbList<'a>),
    },
}

/// From the home down to the article.
#[derive(Debug, Serialize)]
struct BreadcrumbList<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<ListItem<'a>>,
}

#[derive(Debug, Serialize)]
struct ListItem<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: &'a str,
    item: String,
}

#[derive(Debug, Serialize)]
struct Description<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(rename = "inLanguage")]
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    #[serde(rename = "translationOfWork", skip_serializing_if = "Option::is_none")]
    source: Option<Work<'a>>,
    #[serde(rename = "mainEntity", skip_serializing_if = "Vec::is_empty")]
    questions: Vec<Question>,
}

/// Another article, of which this one is a translation.
#[derive(Debug, Serialize)]
struct Work<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "inLanguage")]
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Question {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(rename = "acceptedAnswer")]
    answer: Answer,
}

#[derive(Debug, Serialize)]
struct Answer {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: String,
}

/// What the page of an article shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'a> {
    pub(super) title_html: &'a str,
    pub(super) body: &'a str,
    /// What the home is called.
    pub(super) home: &'a str,
    /// The sections that it stands in, the innermost last.
    pub(super) sections: &'a [&'a Section],
}

/// The JSON-LD of an article on its own page, ready to stand in a script element.
///
/// # Errors
/// None in practice: all of it can be written as JSON.
pub(super) fn text(site: &Site<'_>, index: ArticleIndex, shown: Shown<'_>) -> Result<String> {
    let article = &site.catalog.articles[index];
    let questions = if may_be_faq(&article.file.document) { questions(shown.body) } else { Vec::new() };
    let is_faq = questions.len() >= QUESTIONS_FROM;
    let title = visible::line(shown.title_html);
    let title = Some(&*title).filter(|title| !title.is_empty());
    let description = Description {
        kind: if is_faq { "FAQPage" } else { "Article" },
        headline: title.filter(|_| !is_faq),
        name: title.filter(|_| is_faq),
        language: site.tag(article.locale).tag(),
        url: url(site, article.locale, article.identity),
        modified: shown_date(site, index).map(|date| date.iso()),
        source: source(site, article),
        questions: if is_faq { questions } else { Vec::new() },
    };
    let said = match title.and_then(|title| breadcrumbs(site, article, title, shown)) {
        Some(path) => Said::WithPath { graph: (description, path) },
        None => Said::Alone(description),
    };
    let json = serde_json::to_string(&JsonLd { context: "https://schema.org", said })?;
    // `</script>` and `<!--` would end or change the element.
    Ok(if json.contains('<') { json.replace('<', "\\u003c") } else { json })
}

/// The way to an article, by absolute URLs; none where it leads from the home to the article at once, which says nothing.
fn breadcrumbs<'a>(
    site: &Site<'_>,
    article: &Article,
    title: &'a str,
    shown: Shown<'a>,
) -> Option<BreadcrumbList<'a>> {
    if shown.sections.is_empty() || shown.body.len() > ROOM {
        return None;
    }
    let locale = article.locale;
    let own = url(site, locale, article.identity)?;
    let section = |section: &&'a Section| {
        (section.title.as_str(), site.address(&site.section_folder(locale, &section.url)))
    };
    let path = std::iter::once((shown.home, site.address(&site.home_folder(locale))))
        .chain(shown.sections.iter().map(section))
        .chain([(title, own)]);
    let items =
        (1..).zip(path).map(|(position, (name, item))| ListItem { kind: "ListItem", position, name, item });
    Some(BreadcrumbList { kind: "BreadcrumbList", items: items.collect() })
}

/// The source, where it has a page.
fn source<'a>(site: &Site<'a>, article: &Article) -> Option<Work<'a>> {
    let catalog = site.catalog;
    let source = catalog.source.filter(|&source| source != article.locale)?;
    catalog.identities[article.identity].translations[source]?;
    catalog.published().any(|published| published == source).then(|| Work {
        kind: "CreativeWork",
        language: catalog.locales[source].locale.tag(),
        url: url(site, source, article.identity),
    })
}

/// An absolute URL; `None` without a base URL.
fn url(site: &Site<'_>, locale: LocaleIndex, identity: IdentityIndex) -> Option<String> {
    site.options.base_url.as_ref().map(|_| site.address(&site.article_folder(locale, identity)))
}

/// Whether the body may have enough questions: searching it is slow, and most documents have few questions and no includes.
fn may_be_faq(document: &Document) -> bool {
    let asked = document.headings.iter().filter(|heading| heading.level > 1 && heading.is_question());
    asked.count() >= QUESTIONS_FROM || !document.includes.is_empty()
}

/// Headings that are questions, each with the text up to the next heading of its level or a higher one. The title is
/// no part of the body, so it is not among them: its answer would be the whole page.
fn questions(body: &str) -> Vec<Question> {
    let seen = visible::body(body);
    let asked = seen.iter().enumerate().filter_map(|(at, piece)| match piece {
        VisibleText::Heading(level, name) if is_question(name) => {
            let text = answer(&seen[at + 1..], *level)?;
            let answer = Answer { kind: "Answer", text };
            Some(Question { kind: "Question", name: name.clone(), answer })
        }
        _ => None,
    });
    asked.collect()
}

/// The text that answers a question of the level, if there is any.
fn answer(rest: &[VisibleText], asked: u8) -> Option<String> {
    let is_end = |piece: &&VisibleText| matches!(piece, VisibleText::Heading(level, _) if *level <= asked);
    let lines = rest.iter().take_while(|piece| !is_end(piece)).map(VisibleText::text);
    let text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Questions and answers of a body, a line each.
    fn asked(body: &str) -> Vec<String> {
        let line =
            |question: &Question| format!("{} {}", question.name, question.answer.text.replace('\n', " / "));
        questions(body).iter().map(line).collect()
    }

    #[test]
    fn answers_end_at_the_next_heading_of_the_level() {
        let body = "<p>Intro</p>\n<h2 id=\"why\">Why?</h2>\n<p>Because <strong>so</strong>.</p>\n<h3>More</h3>\n<ul>\n\
                    <li>one</li>\n<li>two</li>\n</ul>\n<h2>And how?</h2>\n<p>Thus.</p>\n<h2>The end</h2>\n<p>Bye.</p>\n";
        assert_eq!(asked(body), ["Why? Because so. / More / one / two", "And how? Thus."]);
    }

    #[test]
    fn a_question_without_an_answer_is_left_out() {
        assert_eq!(asked("<h2>Why?</h2>\n<h2>How؟</h2>\n<p>So.</p>\n<h2>When？</h2>\n"), ["How؟ So."]);
    }
}
