//! Which generator's Markdown a text is written in. Data only.

use serde::Deserialize;

/// What of the Markdown of a generator is read in a text, beside CommonMark and what is read everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    #[default]
    Plain,
    Hugo,
    Zola,
    Docusaurus,
    Starlight,
    VitePress,
    VuePress,
    MkDocs,
    Jekyll,
    GitBook,
}

impl Dialect {
    pub const ALL: [Self; 10] = [
        Self::Plain,
        Self::Hugo,
        Self::Zola,
        Self::Docusaurus,
        Self::Starlight,
        Self::VitePress,
        Self::VuePress,
        Self::MkDocs,
        Self::Jekyll,
        Self::GitBook,
    ];

    /// As `[content] dialect` has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Hugo => "hugo",
            Self::Zola => "zola",
            Self::Docusaurus => "docusaurus",
            Self::Starlight => "starlight",
            Self::VitePress => "vitepress",
            Self::VuePress => "vuepress",
            Self::MkDocs => "mkdocs",
            Self::Jekyll => "jekyll",
            Self::GitBook => "gitbook",
        }
    }

    /// Whether pages are headed by the title of the front matter, and a heading of level 1 is a part of the text.
    pub fn is_headed_by_front_matter(self) -> bool {
        matches!(self, Self::Hugo | Self::Zola | Self::Starlight | Self::Jekyll)
    }
}

/// Whether components stand in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    #[default]
    Markdown,
    /// `.mdx`.
    Mdx,
}

/// What a text is read as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Syntax {
    pub dialect: Dialect,
    pub form: Form,
}
