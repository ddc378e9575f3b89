//! What each file of the input is. Data only.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use crate::indexed::{DocsetIndex, IndexVec};
use crate::locale::Locale;

use super::docset::Docset;
use super::name::LayoutName;

/// Everything that the paths say.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    pub(crate) docsets: IndexVec<DocsetIndex, Docset>,
    pub(crate) files: Vec<Placed>,
    /// Asset path → docset and path below it. An asset of a mixed folder has that docset.
    pub(crate) assets: Vec<(Arc<str>, DocsetIndex, String)>,
    /// The source locale, as a file of a generator names it.
    pub(crate) source: Option<NamedSource>,
    /// The locale that files at the root of a site were put into, as nothing says theirs.
    pub(crate) assumed: Option<Locale>,
    /// Texts and pages that are no part of any article, and why.
    pub(crate) not_placed: BTreeMap<Arc<str>, NotPlaced>,
    /// Configuration files that could not be read: path, what is wrong.
    pub(crate) unreadable: Vec<(Arc<str>, String)>,
}

/// The source locale, and what names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSource {
    pub locale: Locale,
    /// The path of a file.
    pub by: Arc<str>,
}

impl Layout {
    /// The layouts that articles are arranged in, in the order of the table of the documentation.
    pub(crate) fn names(&self) -> BTreeSet<LayoutName> {
        let articles = self.files.iter().filter(|placed| placed.role == Role::Article);
        articles.map(|placed| self.docsets[placed.docset].layout).collect()
    }
}

/// One Markdown or YAML file and what it is.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) path: Arc<str>,
    pub(crate) docset: DocsetIndex,
    /// Below the docset's root, without the locale of `name.<locale>.md`.
    pub(crate) below: String,
    /// Its article ID below the docset, where that is not `below` without its extension.
    pub(crate) id: Option<Box<str>>,
    /// From the name of the file; the docset's locale otherwise.
    pub(crate) locale: Option<Locale>,
    pub(crate) role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Article,
    Include,
    Toc,
    /// A YAML page: links to it mean its section.
    Section,
}

/// What a generator makes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Placement {
    As(Role),
    /// An article with an ID of its own, below the docset.
    Named(Box<str>),
    NotRead(NotPlaced),
    /// A file of the generator, or of nobody.
    Configuration,
}

/// Whether a folder is one of parts that articles include.
pub(super) fn is_in_includes(folder: &str) -> bool {
    folder.split('/').any(|step| step.eq_ignore_ascii_case("includes"))
}

/// Why a file below the project's folder is neither an article nor belongs to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotPlaced {
    /// It stands in no folder of articles.
    Outside,
    /// It stands beside the folders of the locales, and says no locale.
    NoLocale,
    /// Other files say their locale in their names, and it says none.
    NoTag,
    /// Its name says no locale, and the article that it would be there is another file.
    TagTaken,
    /// Its name begins with a dot.
    Hidden,
    /// It is of an older version of the product.
    Version,
    /// A post or another collection of Jekyll.
    Collection,
    /// A template, a layout or a part of one.
    Template,
    /// Its language is disabled.
    Disabled,
    /// The configuration of its generator leaves it out.
    Excluded,
    /// It stands in a folder whose files are served as they are.
    Static,
    /// A README beside an index, which nothing links to.
    Readme,
    /// What is shown instead of a page that is not there. The site makes its own.
    NotFoundPage,
    /// It belongs to a page bundle of Hugo, whose page shows it or does not.
    Part,
    /// A draft, and drafts were not asked for.
    Draft,
    /// A translation without text where its source has some.
    Empty,
    /// A translation that is its source, word for word.
    Copy,
    /// A sidebar of Docusaurus, which is a program.
    Sidebar,
    /// HTML, which is read by no check.
    Html,
    /// Written in another markup language.
    Markup,
}

impl fmt::Display for NotPlaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Outside => "outside the folders of articles",
            Self::NoLocale => "beside the folders of the locales, naming none",
            Self::NoTag => "beside names that say a locale, saying none",
            Self::TagTaken => "its name says no locale, and another file is this article in the default one",
            Self::Hidden => "its name begins with a dot",
            Self::Version => "of an older version",
            Self::Collection => "in a collection of Jekyll",
            Self::Template => "in a folder of templates",
            Self::Disabled => "in a language that is disabled",
            Self::Excluded => "excluded by its generator",
            Self::Static => "in a static folder",
            Self::Readme => "a README that nothing links, beside an index",
            Self::NotFoundPage => "the page for addresses that lead to nothing",
            Self::Part => "a part of a page bundle",
            Self::Draft => "a draft",
            Self::Empty => "a translation without text",
            Self::Copy => "a copy of its source, not translated",
            Self::Sidebar => "a sidebar that is written as a program, which is not run",
            Self::Html => "written in HTML",
            Self::Markup => "written in another markup language",
        })
    }
}
