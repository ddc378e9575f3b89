//! Old URLs of a locale that no other page has, and where each leads. Renders nothing.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::catalog::{ArticleIndex, AssetIndex, Catalog, Fragment, LocaleIndex, Target};

use super::custom_ids::CustomIdList;
use super::listed::Listed;
use super::sections::Sections;

/// An old URL of a locale and where its readers go.
#[derive(Debug)]
pub(crate) struct OldUrl {
    /// Below the locale's folder, no slashes at its ends.
    pub(crate) url: String,
    pub(crate) to: Destination,
}

/// Where an old URL leads.
#[derive(Debug)]
pub(crate) enum Destination {
    Article {
        locale: LocaleIndex,
        article: ArticleIndex,
        fragment: Option<String>,
    },
    Home(LocaleIndex),
    Section(LocaleIndex, String),
    /// What the site makes by itself: its path below the root.
    Made(String),
    Asset(AssetIndex),
    /// An absolute URL, percent-encoded.
    External(String),
}

/// Characters that are percent-encoded in an absolute URL.
const URL: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'}');

/// The old URLs that no other page of the locale has, in order; without those that lead nowhere.
pub(super) fn old_urls(
    catalog: &Catalog,
    locale: LocaleIndex,
    listed: &[Listed],
    sections: &Sections,
    custom_id_lists: &[CustomIdList],
) -> Vec<OldUrl> {
    if catalog.redirects.is_empty() {
        return Vec::new();
    }
    let articles = listed.iter().map(|entry| catalog.identities[entry.identity].url.as_str());
    let sections = sections.all.iter().map(|section| section.url.as_str());
    let lists = custom_id_lists.iter().map(|list| list.url.as_str());
    let taken: BTreeSet<&str> = articles.chain(sections).chain(lists).collect();
    let free = catalog.redirects_for(locale).into_iter().filter(|(url, _)| !taken.contains(url));
    free.filter_map(|(url, redirect)| {
        let resolved = catalog.follow_redirect(redirect, locale).0;
        let to = match resolved.target {
            Target::Article { locale, article } => {
                let fragment = match resolved.fragment {
                    Fragment::Found(id) => Some(id),
                    _ => None,
                };
                Destination::Article { locale, article, fragment }
            }
            Target::Home { locale } => Destination::Home(locale),
            Target::Section { locale, url } => Destination::Section(locale, url),
            Target::Made(path) => Destination::Made(path),
            Target::Asset(asset) => Destination::Asset(asset),
            Target::External(url) => Destination::External(utf8_percent_encode(&url, URL).to_string()),
            Target::Here
            | Target::Special(_)
            | Target::Empty
            | Target::NotServed(_)
            | Target::Missing
            | Target::Generated => {
                return None;
            }
        };
        Some(OldUrl { url: url.to_owned(), to })
    })
    .collect()
}
