//! What layouts are called, and the dialect of Markdown that each is written in. Data only.

use std::fmt;

/// How the files of a site are arranged, by the generator that asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LayoutName {
    Learn,
    Hugo,
    Zola,
    Docusaurus,
    Starlight,
    VitePress,
    VuePress,
    MkDocs,
    Jekyll,
    Folders,
    Suffix,
    Mixed,
}

impl LayoutName {
    /// Whether articles of this layout are expected to begin with front matter.
    pub fn expects_front_matter(self) -> bool {
        matches!(self, Self::Learn | Self::Folders | Self::Suffix | Self::Mixed)
    }

    /// Whether articles include files that stand anywhere in the folder of its site.
    pub fn includes_from_site(self) -> bool {
        matches!(self, Self::VitePress | Self::VuePress | Self::MkDocs | Self::Jekyll)
    }

    /// Whether its generator makes a folder of each page, so that links may be relative to that.
    pub fn makes_folders(self) -> bool {
        matches!(
            self,
            Self::Hugo | Self::Zola | Self::Docusaurus | Self::Starlight | Self::MkDocs | Self::Jekyll
        )
    }

    /// As the summary has it, and the JSON of `build`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Learn => "Learn",
            Self::Hugo => "Hugo",
            Self::Zola => "Zola",
            Self::Docusaurus => "Docusaurus",
            Self::Starlight => "Starlight",
            Self::VitePress => "VitePress",
            Self::VuePress => "VuePress",
            Self::MkDocs => "MkDocs",
            Self::Jekyll => "Jekyll",
            Self::Folders => "folders",
            Self::Suffix => "suffix",
            Self::Mixed => "mixed",
        }
    }
}

impl fmt::Display for LayoutName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
