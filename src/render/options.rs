//! How a site is written, as the configuration says it. Reads no configuration, renders nothing.

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
    pub article_files: ArticleFiles,
    /// Where an article can be changed; `{path}` is replaced.
    pub edit: Option<String>,
    /// HTML for `<head>` and for the foot of every page, as it is; `{locale}` is replaced.
    pub head: Option<String>,
    pub footer: Option<String>,
    pub search: Search,
    /// Article IDs that the search does not find.
    pub search_exclude: globset::GlobSet,
    pub bilingual: Bilingual,
}

/// Whether readers can search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Search {
    #[default]
    On,
    Off,
}

/// Whether translations that are up to date hold the source of their blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bilingual {
    #[default]
    No,
    Yes,
}

/// Whether articles are written as JSON too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArticleFiles {
    #[default]
    Left,
    Written,
}

/// What becomes of the robots rules that articles carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Robots {
    #[default]
    Respect,
    Ignore,
}
