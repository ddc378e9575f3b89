//! What templates see of pages that lead on: the home, sections, lists and announcements. Only data.

use serde::Serialize;

use super::{Article, DateText, LanguageRef};

/// `home`: the home of a locale.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Home<'a> {
    /// Text of the root index article, if there is one: title, body, language.
    pub intro: Option<Article<'a>>,
    /// The articles that a reader should see first, at most twelve.
    pub featured: &'a [ArticleLink<'a>],
    /// The articles that were changed last, each with its date as `detail`; empty where few are listed, or many were changed on
    /// the same day.
    pub newest: &'a [ArticleLink<'a>],
    /// The sections at the top, in the order of the table of contents.
    pub sections: &'a [Section<'a>],
    /// All articles, where they fit on one page; else empty.
    pub articles: &'a [ArticleLink<'a>],
    /// Number of articles that readers of this locale can open.
    pub count: usize,
    /// The pages of the list of all articles; empty where `articles` holds all.
    pub lists: &'a [ListLink<'a>],
    /// The letters of that list; empty where `articles` holds all.
    pub letters: &'a [LetterLink<'a>],
}

/// A folder of articles, or a node of the table of contents that has children.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Section<'a> {
    /// Its name in the table of contents, else the title of its index article, else the name of the folder; plain text.
    pub title: &'a str,
    /// What its index article says of it in its `description`, in the language of the title.
    pub description: Option<&'a str>,
    /// The image that its index article has as `icon`: a file of the site.
    pub icon: Option<String>,
    /// The page of the section.
    pub href: String,
    /// Articles in it and in the sections below it.
    pub count: usize,
    /// Language of the title, where it is another one than the interface's.
    pub language: Option<LanguageRef<'a>>,
}

/// An article in a list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ArticleLink<'a> {
    /// Plain text.
    pub title: &'a str,
    /// What tells the article from others of the same title; plain text in the language of the title.
    pub detail: Option<&'a str>,
    /// The page of the article.
    pub href: String,
    /// Language of the title, where it is another one than the interface's.
    pub language: Option<LanguageRef<'a>>,
}

/// One page of the list of all articles, labelled by its first and last title.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListLink<'a> {
    /// Counted from 1.
    pub number: usize,
    /// The page.
    pub href: String,
    /// The first title on it.
    pub first: &'a str,
    /// The last title on it.
    pub last: &'a str,
    /// `page` or none, for `aria-current`.
    pub current: Option<&'static str>,
}

/// A letter under which the list of all articles has titles.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LetterLink<'a> {
    /// `A`, `か`, `0–9`, `#`.
    pub label: &'a str,
    /// Where its titles begin.
    pub href: String,
}

/// The articles of a list page whose titles stand under one letter.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LetterGroup<'a> {
    /// The letter.
    pub label: &'a str,
    /// The ID that links to the letter lead to.
    pub id: String,
    /// Its articles on this page.
    pub articles: &'a [ArticleLink<'a>],
}

/// `list`: one page of all articles, or the page of a section that no article is the page of.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct List<'a> {
    /// The articles directly in the section; empty on a page of all articles.
    pub articles: &'a [ArticleLink<'a>],
    /// The articles of a page of all articles, by their letters; empty for a section.
    pub groups: &'a [LetterGroup<'a>],
    /// The letters of all pages of this list; empty where there is only one page.
    pub letters: &'a [LetterLink<'a>],
    /// The sections below this one.
    pub sections: &'a [Section<'a>],
    /// All pages of this list; empty where there is only one.
    pub pages: &'a [ListLink<'a>],
    /// Language of the title, where it is another one than the interface's.
    pub language: Option<LanguageRef<'a>>,
}

/// An article that every page leads to for some days.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Announcement<'a> {
    /// The article.
    pub article: ArticleLink<'a>,
    /// What its `description` says, in the language of the title; plain text.
    pub description: Option<&'a str>,
    /// The first of these days; none where it has begun in any case.
    pub from: Option<DateText<'a>>,
    /// The last of these days.
    pub until: DateText<'a>,
}
