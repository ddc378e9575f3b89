//! A link and what it means. Data only.

use std::borrow::Cow;

use super::model::{Article, File};
use crate::indexed::{ArticleIndex, AssetIndex, LocaleIndex};

/// Where a link stands.
#[derive(Clone, Copy, Debug)]
pub struct Base<'c> {
    /// The file it is written in.
    pub file: &'c File,
    /// The article whose page shows it: another one than `file` in includes.
    pub article: Option<&'c Article>,
    /// The locale of the page.
    pub reader: LocaleIndex,
}

/// A link and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved<'l> {
    pub target: Target<'l>,
    /// `?…` as written, without the question mark.
    pub query: Option<&'l str>,
    pub fragment: Fragment,
    pub spelling: Spelling,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target<'l> {
    /// A place on the same page.
    Here,
    /// The page of `locale`, which shows `article`.
    Article {
        locale: LocaleIndex,
        article: ArticleIndex,
    },
    /// The home of a locale.
    Home {
        locale: LocaleIndex,
    },
    /// The page of a folder in a locale: its path below the locale's folder.
    Section {
        locale: LocaleIndex,
        url: String,
    },
    Asset(AssetIndex),
    /// A file that the site does not serve.
    NotServed(AssetIndex),
    /// Another site.
    External(Cow<'l, str>),
    /// `mailto:` and the like, as written.
    Special(&'l str),
    /// Nothing written between the parentheses.
    Empty,
    /// Nothing at this path.
    Missing,
    /// What only the generator knows: there is Liquid in it, or a shortcode.
    Generated,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// No fragment, or the target is not a page of this site.
    None,
    /// The ID on the target's page.
    Found(String),
    /// As written, decoded.
    Missing(String),
}

/// How the path compares with the file it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spelling {
    Exact,
    /// Found only because letter case was ignored: the path as it is on disk.
    OtherCase(String),
    /// Led on by a redirect.
    Redirected,
}
