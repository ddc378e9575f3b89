//! What the configuration says of rendering. Reads no configuration, renders nothing.

use std::collections::BTreeMap;

use crate::catalog::Robots;
use crate::locale::Locale;
use serde::Deserialize;

use super::href::LinkStyle;

/// How the site is written; from the configuration.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of the site; without it the message `site-title`.
    pub title: Option<String>,
    /// Where the site will stand, for canonical and alternate links.
    pub base_url: Option<String>,
    pub links: LinkStyle,
    pub robots: Robots,
    /// Where the original of a translation stands; `{locale}` and `{path}` are replaced.
    pub original: Option<String>,
    /// Whether articles are written as JSON too.
    pub article_files: bool,
    /// Whether they are written as Markdown too.
    pub markdown_files: bool,
    /// Whether there is a script that shows these inside a product.
    pub help: bool,
    /// Where an article can be changed; `{path}` is replaced.
    pub edit: Option<String>,
    /// Where readers say whether an article helped, and where they find people; placeholders are replaced.
    pub feedback: Option<String>,
    pub contact: Option<String>,
    /// What may count visits, as a Content-Security-Policy names it.
    pub analytics: Option<String>,
    /// HTML for `<head>` and for the foot of every page, as it is; `{locale}` is replaced.
    pub head: Option<String>,
    pub footer: Option<String>,
    pub search: Search,
    /// Article IDs that the search does not find.
    pub search_exclude: globset::GlobSet,
    /// Words of one meaning that ship, by locale: groups, their words separated by commas.
    pub synonyms: Vec<(Locale, Vec<String>)>,
    /// Those of the project, beside them.
    pub own_synonyms: Vec<(Locale, Vec<String>)>,
    pub bilingual: Bilingual,
    /// How often each article was read, by its address, where somebody has counted.
    pub visits: Option<BTreeMap<String, u64>>,
}

/// Whether readers can search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(from = "bool")]
#[cfg_attr(test, schemars(with = "bool", rename = "Enabled"))]
pub enum Search {
    #[default]
    On,
    Off,
}

impl From<bool> for Search {
    fn from(enabled: bool) -> Self {
        if enabled { Self::On } else { Self::Off }
    }
}

/// Whether pages of translations hold their source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(from = "bool")]
#[cfg_attr(test, schemars(with = "bool"))]
pub enum Bilingual {
    #[default]
    No,
    Yes,
}

impl From<bool> for Bilingual {
    fn from(bilingual: bool) -> Self {
        if bilingual { Self::Yes } else { Self::No }
    }
}
