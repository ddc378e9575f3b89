//! What an article is, for search engines: JSON-LD of schema.org, equal to what the page shows. A page of questions
//! and answers is a `FAQPage`, any other an `Article`.

use std::borrow::Cow;

use anyhow::Result;
use serde::Serialize;

use crate::catalog::{Article, ArticleIndex};
use crate::markdown::{Block, BlockKind, Document, Heading, escape};

use super::article::shown_date;
use super::site::Site;

/// Questions with answers from which on an article is a `FAQPage`.
const QUESTIONS_FROM: usize = 2;

#[derive(Debug, Serialize)]
struct JsonLd<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
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
    questions: Vec<Question<'a>>,
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
struct Question<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: Cow<'a, str>,
    #[serde(rename = "acceptedAnswer")]
    answer: Answer,
}

#[derive(Debug, Serialize)]
struct Answer {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: String,
}

/// The JSON-LD of an article on its own page, ready to stand in a script element.
///
/// # Errors
/// None in practice: all of it can be written as JSON.
pub(super) fn text(site: &Site<'_>, shown: ArticleIndex) -> Result<String> {
    let article = &site.catalog.articles[shown];
    let document = &article.file.document;
    let questions = questions(document);
    let is_faq = questions.len() >= QUESTIONS_FROM;
    let title = document.title_heading().map(|heading| heading.text.trim()).filter(|text| !text.is_empty());
    let title = &*escape::seen(title.unwrap_or(&article.title));
    let json = serde_json::to_string(&JsonLd {
        context: "https://schema.org",
        kind: if is_faq { "FAQPage" } else { "Article" },
        headline: (!is_faq).then_some(title),
        name: is_faq.then_some(title),
        language: site.tag(article.locale).tag(),
        url: url(site, article.locale, article.identity),
        modified: shown_date(site, shown).map(|date| date.iso()),
        source: source(site, article),
        questions: if is_faq { questions } else { Vec::new() },
    })?;
    // `</script>` and `<!--` would end or change the element.
    Ok(if json.contains('<') { json.replace('<', "\\u003c") } else { json })
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

/// Absolute, so none without a base URL.
fn url(site: &Site<'_>, locale: usize, identity: usize) -> Option<String> {
    site.options.base_url.as_ref().map(|_| site.address(&site.article_folder(locale, identity)))
}

/// Headings that are questions, each with the text up to the next heading of its level or a higher one. The title is
/// none of them: its answer would be the whole page.
fn questions(document: &Document) -> Vec<Question<'_>> {
    let asked = document.blocks.iter().enumerate().filter_map(|(at, block)| {
        let question = heading(document, block)?;
        (question.level > 1 && question.is_question()).then_some((at, question))
    });
    let answered = asked.filter_map(|(at, question)| {
        let text = answer(document, at, question)?;
        let answer = Answer { kind: "Answer", text };
        Some(Question { kind: "Question", name: escape::seen(question.text.trim()), answer })
    });
    answered.collect()
}

/// The text that answers a question; none where there is none, or where some of it stands in an include.
fn answer(document: &Document, at: usize, question: &Heading) -> Option<String> {
    let rest = document.blocks.get(at + 1..)?;
    let is_end = |block: &Block| heading(document, block).is_some_and(|next| next.level <= question.level);
    let end = rest.iter().position(is_end);
    let until = end.map_or(u32::MAX, |end| rest[end].span.start);
    let next_include = document.includes.partition_point(|include| include.span.start < question.span.end);
    if document.includes.get(next_include).is_some_and(|include| include.span.start < until) {
        return None;
    }
    let blocks = &rest[..end.unwrap_or(rest.len())];
    let lines = blocks.iter().map(|block| block.text.slice(&document.text).trim());
    let text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then(|| escape::seen(&text).into_owned())
}

fn heading<'d>(document: &'d Document, block: &Block) -> Option<&'d Heading> {
    match block.kind {
        BlockKind::Heading(index) => document.headings.get(index as usize),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Questions and answers of a text, a line each.
    fn asked(text: &str) -> Vec<String> {
        let document = Document::parse(text, 0);
        let line = |question: &Question<'_>| {
            format!("{} {}", question.name, question.answer.text.replace('\n', " / "))
        };
        questions(&document).iter().map(line).collect()
    }

    #[test]
    fn answers_end_at_the_next_heading_of_the_level() {
        let text = "# Is this the title?\n\nIntro\n\n## Why?\n\nBecause **so**.\n\n### More\n\n- one\n- two\n\n\
                    ## And how?\n\nThus.\n\n## The end\n\nBye.\n";
        assert_eq!(asked(text), ["Why? Because so. / More / one / two", "And how? Thus."]);
    }

    #[test]
    fn a_question_without_an_answer_is_none() {
        assert_eq!(asked("## Why?\n\n## How؟\n\nSo.\n\n## When？\n"), ["How؟ So."]);
    }

    #[test]
    fn what_the_page_does_not_show_is_not_told() {
        assert_eq!(asked("## Wh\u{1}y?\n\nS\u{85}o.\n"), ["Wh\u{fffd}y? S\u{fffd}o."]);
    }

    #[test]
    fn an_answer_that_is_elsewhere_is_none() {
        assert_eq!(asked("## Why?\n\nA\n\n[!INCLUDE [x](x.md)]\n\n## How?\n\nSo.\n"), ["How? So."]);
    }
}
