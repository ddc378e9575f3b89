//! `/he-il/search/`: the search index of a locale as scripts, each of which hands its part to the script of the theme.
//! Nothing is fetched, so that a site works from the disk and under a policy that lets pages connect nowhere.
//!
//! ```js
//! faqtorySearch("index","version",{…})              // index.js: what there is, and the words of the dialog
//! faqtorySearch("t12","version","terms","postings")   // t12.js: terms that follow each other
//! faqtorySearch("r7","version",[["title","url","section",0,"text"],…])   // r7.js: articles that follow each other
//! ```

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use serde::Serialize;

use crate::catalog::{ArticleIndex, LocaleIndex};
use crate::front_matter::TranslationType;
use crate::messages::Arg;
use crate::render::href::From;
use crate::render::plan::{PageKey, folder};
use crate::render::site::Site;
use crate::search::{self, SearchIndex};

/// Results that are counted; where there are more, the dialog says so.
const COUNTED: i64 = 20;

/// One script of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Script {
    Index,
    Terms(usize),
    Records(usize),
}

impl Script {
    fn name(self) -> String {
        match self {
            Self::Index => "index".to_owned(),
            Self::Terms(number) => format!("t{number}"),
            Self::Records(number) => format!("r{number}"),
        }
    }
}

/// `index.js`.
#[derive(Debug, Serialize)]
struct Contents<'a> {
    /// The language, for cutting queries into words.
    tag: &'a str,
    /// The number of articles.
    documents: usize,
    /// The first term of each part.
    shards: Vec<&'a str>,
    /// The number of articles in each part.
    chunks: Vec<usize>,
    letters: BTreeMap<char, &'a str>,
    prefixes: &'a [&'a str],
    synonyms: &'a [String],
    /// Articles that this locale shows in another language.
    fallbacks: Vec<Fallback<'a>>,
    /// The list of all articles, from the locale's home.
    all: String,
    messages: BTreeMap<&'static str, String>,
    /// What is said of no result, of one, of two …
    counts: Vec<String>,
}

/// The index of another locale, for what this one has not translated.
#[derive(Debug, Serialize)]
struct Fallback<'a> {
    tag: &'a str,
    name: &'a str,
    dir: &'static str,
    /// The folder of the index, from that of this one.
    path: String,
    /// The documents that are shown here: the first, and the distance of each other from the one before.
    documents: Vec<usize>,
}

/// The messages of the dialog, by what the script calls them.
const MESSAGES: [(&str, &str); 15] = [
    ("search", "search"),
    ("placeholder", "search-placeholder"),
    ("close", "search-close"),
    ("searching", "search-searching"),
    ("results", "search-results"),
    ("similar", "search-similar"),
    ("none", "search-none"),
    ("advice", "search-advice"),
    ("all", "all-articles"),
    ("recent", "search-recent"),
    ("forget", "search-forget"),
    ("machine", "search-machine"),
    ("outdated", "search-outdated"),
    ("failed", "search-failed"),
    ("next", "search-next"),
];

/// Every script of the locale's index; none where there is no search.
pub(super) fn scripts(site: &Site<'_>, locale: LocaleIndex) -> Vec<Script> {
    let Some(index) = site.index(locale) else { return Vec::new() };
    let terms = (0..index.shards.len()).map(Script::Terms);
    let records = (0..index.chunks.len()).map(Script::Records);
    std::iter::once(Script::Index).chain(terms).chain(records).collect()
}

/// `he-il/search/t12.js`.
pub(super) fn path(site: &Site<'_>, locale: LocaleIndex, script: Script) -> String {
    format!("{}search/{}.js", site.home_folder(locale), script.name())
}

pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex, script: Script) -> Result<Vec<u8>> {
    let Some(index) = site.index(locale) else { anyhow::bail!("this locale has no search") };
    let mut bytes = format!("faqtorySearch(\"{}\",\"{}\",", script.name(), index.version).into_bytes();
    match script {
        Script::Index => serde_json::to_writer(&mut bytes, &contents(site, locale, index)?)?,
        Script::Terms(number) => {
            let shard = &index.shards[number];
            // Terms are letters, digits and spaces, postings have neither quotes nor backslashes.
            bytes.reserve(shard.terms.len() + shard.postings.len() + 8);
            for text in ["\"", &shard.terms, "\",\"", &shard.postings, "\""] {
                bytes.extend_from_slice(text.as_bytes());
            }
        }
        Script::Records(number) => {
            let documents = &index.documents[index.chunks[number].clone()];
            let rows: Vec<_> = documents.iter().map(|&document| record(site, locale, document)).collect();
            serde_json::to_writer(&mut bytes, &rows)?;
        }
    }
    bytes.extend_from_slice(b")\n");
    Ok(bytes)
}

fn contents<'a>(site: &'a Site<'_>, locale: LocaleIndex, index: &'a SearchIndex) -> Result<Contents<'a>> {
    let prepared = site.locale(locale);
    let bundle = &prepared.bundle;
    let mut messages = BTreeMap::new();
    for (name, key) in MESSAGES {
        messages.insert(name, bundle.text(key, &[])?.text.to_string());
    }
    let more = [("count", Arg::Number(COUNTED))];
    messages.insert("more", bundle.text("search-more", &more)?.text.to_string());
    // What nearly every result says tells nothing.
    let machines = index.documents.iter().filter(|&&document| is_machine(site, document)).count();
    if machines * 2 >= index.documents.len() {
        messages.insert("machine", String::new());
    }
    let count = |count| Ok(bundle.text("search-count", &[("count", Arg::Number(count))])?.text.to_string());
    let from = From::Folder(site.home_folder(locale));
    let all = if prepared.lists.is_empty() { PageKey::Home(locale) } else { PageKey::List(locale, 1) };
    Ok(Contents {
        tag: site.tag(locale).tag(),
        documents: index.documents.len(),
        shards: index.shards.iter().map(|shard| shard.first.as_str()).collect(),
        chunks: index.chunks.iter().map(ExactSizeIterator::len).collect(),
        letters: index.folding.letters.iter().copied().collect(),
        prefixes: index.folding.prefixes,
        synonyms: &index.synonyms,
        fallbacks: fallbacks(site, locale),
        all: from.page(&folder(site, all), site.options.links),
        messages,
        counts: (0..=COUNTED).map(count).collect::<Result<_>>()?,
    })
}

fn is_machine(site: &Site<'_>, document: ArticleIndex) -> bool {
    let made_by = site.catalog.articles[document].file.front_matter.translation_type.as_ref();
    made_by.map(|made| made.value) == Some(TranslationType::Machine)
}

/// The locales that supply what this one lacks, those with most articles first.
fn fallbacks<'a>(site: &'a Site<'_>, locale: LocaleIndex) -> Vec<Fallback<'a>> {
    let mut shown: BTreeMap<LocaleIndex, BTreeSet<ArticleIndex>> = BTreeMap::new();
    for entry in &site.locale(locale).listed {
        let other = site.catalog.articles[entry.article].locale;
        if other != locale {
            shown.entry(other).or_default().insert(entry.article);
        }
    }
    let of = |(other, articles): (LocaleIndex, BTreeSet<ArticleIndex>)| {
        let index = site.index(other)?;
        let (mut documents, mut before) = (Vec::new(), 0);
        for (number, document) in index.documents.iter().enumerate() {
            if articles.contains(document) {
                documents.push(number - before);
                before = number;
            }
        }
        let tag = site.tag(other);
        let path = format!("../../{}search/", site.home_folder(other));
        let (name, dir) = (tag.own_name(), tag.direction().name());
        (!documents.is_empty()).then(|| Fallback { tag: tag.tag(), name, dir, path, documents })
    };
    let mut found: Vec<Fallback<'a>> = shown.into_iter().filter_map(of).collect();
    found.sort_by_key(|fallback| std::cmp::Reverse(fallback.documents.len()));
    found
}

/// Title, URL from the locale's home, sections, flags (1 machine, 2 outdated), text, and the path where titles are equal.
type Record<'a> = (&'a str, String, String, u8, String, &'a str);

fn record<'a>(site: &'a Site<'_>, locale: LocaleIndex, document: ArticleIndex) -> Record<'a> {
    let article = &site.catalog.articles[document];
    let prepared = site.locale(locale);
    let from = From::Folder(site.home_folder(locale));
    let url = from.page(&site.article_folder(locale, article.identity), site.options.links);
    let sections = prepared.sections.path_of(article.identity);
    let sections: Vec<&str> = sections.iter().map(|section| section.title.as_str()).collect();
    let is_outdated = site.translations.has_changed(site.catalog, document);
    let flags = u8::from(is_machine(site, document)) | u8::from(is_outdated) << 1;
    let text = search::text(site.catalog, document);
    let has_equal = site.detail(locale, article.identity).is_some();
    let path = if has_equal { site.catalog.identities[article.identity].url.as_str() } else { "" };
    (&article.title, url, sections.join(" › "), flags, text, path)
}
