//! `/he-il/ids.json`: the custom IDs of a locale and the articles they open, for help inside a product.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;

use crate::catalog::{IdentityIndex, LocaleIndex};
use crate::render::href::From;
use crate::render::prepare::Listed;
use crate::render::site::Site;

/// One article that an ID opens.
#[derive(Debug, Serialize)]
struct Opens<'a> {
    title: &'a str,
    /// Of the page, relative to the folder that `ids.json` is in; percent-encoded.
    url: String,
    /// Language of the article where the page shows it in another one than the locale's.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
}

/// What a reader of the locale gets for every custom ID, as one JSON object:
///
/// ```json
/// {"9357":[{"title":"…","url":"reset-password/"},{"title":"…","url":"billing/","lang":"en-US"}]}
/// ```
///
/// IDs stand as they are written, in the order of their characters. The articles of an ID: first those written in the
/// locale, then those that fall back to another language (with `lang`), each in collation order of the titles. An ID
/// that opens nothing in the locale is left out. Every translation of an article has the IDs of all of them: an ID that
/// was added to one language only opens the article in each.
pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex) -> Result<Vec<u8>> {
    let listed = &site.locale(locale).listed;
    let places: BTreeMap<IdentityIndex, usize> =
        listed.iter().enumerate().map(|(place, entry)| (entry.identity, place)).collect();
    let from = From::Folder(site.home_folder(locale));
    let is_fallback = |entry: &Listed| site.catalog.articles[entry.article].locale != locale;
    let opens = |entry: &Listed| {
        let article = &site.catalog.articles[entry.article];
        Opens {
            title: &article.title,
            url: from.page(&site.article_folder(locale, entry.identity), site.options.links),
            lang: is_fallback(entry).then(|| site.tag(article.locale).tag()),
        }
    };
    let mut ids: BTreeMap<&str, Vec<Opens<'_>>> = BTreeMap::new();
    for (id, identities) in &site.catalog.custom_ids {
        let mut found: Vec<usize> =
            identities.iter().filter_map(|identity| places.get(identity).copied()).collect();
        found.sort_unstable_by_key(|&place| (is_fallback(&listed[place]), place));
        if !found.is_empty() {
            ids.insert(id, found.into_iter().map(|place| opens(&listed[place])).collect());
        }
    }
    let mut bytes = serde_json::to_vec(&ids)?;
    bytes.push(b'\n');
    Ok(bytes)
}
