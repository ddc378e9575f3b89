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
    pub query: Option<Cow<'l, str>>,
    pub fragment: Fragment,
    /// `:~:…` behind the fragment, as written: the words that the browser is to show.
    pub directive: Option<Cow<'l, str>>,
    pub spelling: Spelling,
    pub invisible: Option<Invisible>,
}

/// A character in an address that nobody sees and that names nothing: the address means what it means without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invisible {
    /// The first of them.
    pub character: char,
    /// The address without them.
    pub plain: String,
}

impl<'l> Resolved<'l> {
    /// A target alone.
    pub(super) fn new(target: Target<'l>) -> Self {
        let (fragment, spelling) = (Fragment::None, Spelling::Exact);
        Self { target, query: None, fragment, directive: None, spelling, invisible: None }
    }

    /// The same, whatever the address was written in.
    pub(super) fn into_owned(self) -> Resolved<'static> {
        let owned = |text: Option<Cow<'_, str>>| text.map(|text| Cow::Owned(text.into_owned()));
        let Self { fragment, spelling, invisible, .. } = self;
        let (query, directive) = (owned(self.query), owned(self.directive));
        Resolved { target: self.target.into_owned(), query, fragment, directive, spelling, invisible }
    }
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
    /// A page or a file that the site makes by itself: its path below the root, with `/` at its end where it is the folder of a
    /// page.
    Made(String),
    Asset(AssetIndex),
    /// A file that the site does not serve.
    NotServed(AssetIndex),
    /// Another site.
    External(Cow<'l, str>),
    /// `mailto:` and the like, as written.
    Special(Cow<'l, str>),
    /// Nothing written between the parentheses.
    Empty,
    /// Nothing at this path.
    Missing,
    /// What only the generator knows: there is Liquid in it, or a shortcode.
    Generated,
}

impl Target<'_> {
    fn into_owned(self) -> Target<'static> {
        match self {
            Self::Here => Target::Here,
            Self::Article { locale, article } => Target::Article { locale, article },
            Self::Home { locale } => Target::Home { locale },
            Self::Section { locale, url } => Target::Section { locale, url },
            Self::Made(path) => Target::Made(path),
            Self::Asset(asset) => Target::Asset(asset),
            Self::NotServed(asset) => Target::NotServed(asset),
            Self::External(url) => Target::External(Cow::Owned(url.into_owned())),
            Self::Special(url) => Target::Special(Cow::Owned(url.into_owned())),
            Self::Empty => Target::Empty,
            Self::Missing => Target::Missing,
            Self::Generated => Target::Generated,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// No fragment, or the target is not a page of this site.
    None,
    /// Of a file: as written, decoded. What opens the file knows what it means.
    OfFile(String),
    /// The ID on the target's page.
    Found(String),
    /// As written, decoded.
    Missing(String),
}

impl Fragment {
    /// What is written, or what it stands for.
    pub(super) fn name(&self) -> Option<String> {
        match self {
            Self::None => None,
            Self::Found(name) | Self::Missing(name) | Self::OfFile(name) => Some(name.clone()),
        }
    }
}

/// How the path compares with the file it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spelling {
    Exact,
    /// Found only because letter case was ignored: the path as it is on disk.
    OtherCase(String),
    /// It names this locale, and leads to the reader's own page.
    OtherLocale(LocaleIndex),
    /// Led on by a redirect.
    Redirected,
}
