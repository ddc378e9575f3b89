//! What the configuration says of rendering. Reads no configuration, renders nothing.

use crate::catalog::Robots;
use schemars::JsonSchema;
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
    pub bilingual: Bilingual,
}

/// Whether readers can search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "bool")]
#[schemars(with = "bool", rename = "Enabled")]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "bool")]
#[schemars(with = "bool")]
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
