//! The formats of packages by name. Reads and writes none of them.

use std::fmt;

/// What the files of a package are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// XLIFF 2.1.
    #[default]
    Xliff,
    /// XLIFF 1.2.
    Xliff12,
    /// gettext.
    Po,
    /// The draft of the translation, as `merge` makes it.
    Markdown,
}

impl Format {
    /// Every format, the default first.
    pub const ALL: [Self; 4] = [Self::Xliff, Self::Xliff12, Self::Po, Self::Markdown];

    /// The format of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// As it is written on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xliff => "xliff",
            Self::Xliff12 => "xliff12",
            Self::Po => "po",
            Self::Markdown => "md",
        }
    }

    /// What the names of its files end in, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xliff | Self::Xliff12 => "xlf",
            Self::Po => "po",
            Self::Markdown => "md",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_format_has_the_name_that_it_is_asked_for_by() {
        assert!(Format::ALL.iter().all(|format| Format::parse(format.name()) == Some(*format)));
        assert_eq!(Format::parse("tmx"), None);
        assert_eq!(Format::default(), Format::ALL[0]);
    }
}
