//! JSON, and the scripts of the search index, which are JSON in a call.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::reference::{Needed, Reference, damaged};
use crate::diagnostic::Span;
use crate::verify::flaw::Flaw;

fn read<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, Flaw> {
    serde_json::from_str(text).map_err(|error| {
        let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
        let at = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
        damaged(Span::new(at, at), error)
    })
}

fn page(url: impl Into<String>) -> Reference {
    Reference { url: url.into(), needed: Needed::Page }
}

/// `{"9357":[{"title":"…","url":"reset/"}]}`
pub(super) fn ids(text: &str) -> Result<Vec<Reference>, Flaw> {
    #[derive(Deserialize)]
    struct Opens {
        url: String,
    }
    let ids: BTreeMap<String, Vec<Opens>> = read(text)?;
    Ok(ids.into_values().flatten().map(|opens| page(opens.url)).collect())
}

/// An article as data; any other JSON only has to be readable.
pub(super) fn article(text: &str) -> Result<Vec<Reference>, Flaw> {
    #[derive(Deserialize)]
    struct Named {
        url: String,
    }
    #[derive(Deserialize)]
    struct Article {
        url: Option<String>,
        section: Option<Named>,
        #[serde(default)]
        related: Vec<Named>,
        #[serde(default)]
        translations: Vec<Named>,
    }
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Read {
        Article(Article),
        Other(IgnoredAny),
    }
    let Read::Article(article) = read(text)? else { return Ok(Vec::new()) };
    let others = article.section.into_iter().chain(article.related).chain(article.translations);
    Ok(article.url.into_iter().chain(others.map(|other| other.url)).map(page).collect())
}

/// `const locales = ["he-IL",…];`, a line of `faqtory-help.js`: each locale has its IDs.
pub(super) fn help(text: &str) -> Result<Vec<Reference>, Flaw> {
    let line = text.lines().find_map(|line| line.trim_start().strip_prefix("const locales = "));
    let Some(list) = line.and_then(|line| line.strip_suffix(';')) else {
        return Err(damaged(Span::default(), "it does not say which locales there are"));
    };
    let tags: Vec<String> = read(list)?;
    let url = |tag: &String| format!("{}/ids.json", tag.to_lowercase());
    Ok(tags.iter().map(|tag| Reference { url: url(tag), needed: Needed::File }).collect())
}

/// The routes of `staticwebapp.config.json`.
pub(super) fn routes(text: &str) -> Result<Vec<Reference>, Flaw> {
    #[derive(Deserialize)]
    struct Route {
        redirect: Option<String>,
    }
    #[derive(Deserialize)]
    struct Config {
        #[serde(default)]
        routes: Vec<Route>,
    }
    let config: Config = read(text)?;
    let to = config.routes.into_iter().filter_map(|route| route.redirect);
    Ok(to.map(|url| Reference { url, needed: Needed::File }).collect())
}

/// `faqtorySearch("r7","version",[["title","url",…],…])`
pub(super) fn search(text: &str) -> Result<Vec<Reference>, Flaw> {
    let call = text.trim_end().trim_end_matches(';').strip_prefix("faqtorySearch(");
    let Some(list) = call.and_then(|rest| rest.strip_suffix(')')) else {
        return Err(damaged(Span::default(), "it is not part of a search index"));
    };
    let list = format!("[{list}]");
    if list.starts_with("[\"index") {
        return parts(&list);
    }
    if !list.starts_with("[\"r") {
        let _: Vec<IgnoredAny> = read(&list)?;
        return Ok(Vec::new());
    }
    #[derive(Deserialize)]
    struct Records<'t>(IgnoredAny, IgnoredAny, #[serde(borrow)] Vec<Vec<&'t RawValue>>);
    let Records(_, _, records) = read(&list)?;
    let urls = records.iter().map(|record| read(record.get(1).map_or("null", |url| url.get())));
    urls.map(|url| url.map(|url: String| page(url))).collect()
}

/// The scripts that the first script of an index speaks of.
fn parts(list: &str) -> Result<Vec<Reference>, Flaw> {
    #[derive(Deserialize)]
    struct Contents {
        shards: Vec<IgnoredAny>,
        chunks: Vec<IgnoredAny>,
    }
    #[derive(Deserialize)]
    struct IndexScript(IgnoredAny, IgnoredAny, Contents);
    let IndexScript(_, _, Contents { shards, chunks }) = read(list)?;
    let terms = (0..shards.len()).map(|number| format!("search/t{number}.js"));
    let records = (0..chunks.len()).map(|number| format!("search/r{number}.js"));
    Ok(terms.chain(records).map(|url| Reference { url, needed: Needed::File }).collect())
}
