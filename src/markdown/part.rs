//! Which part of a file is included, and as what: lines, or what stands between two marks or below a heading. Knows no text.

/// A part of a file, whole where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// A region, a section or a heading; empty: all of the file.
    pub name: Box<str>,
    /// The first line of that and the last, from 1 on.
    pub lines: Option<(u32, u32)>,
    /// What the file is given, by name.
    pub values: Box<[(Box<str>, Box<str>)]>,
}

impl Part {
    /// All of a file, as it is.
    pub fn is_whole(&self) -> bool {
        self.name.is_empty() && self.lines.is_none() && self.values.is_empty()
    }

    /// What the file is given by a name, as `include.name`.
    pub fn value(&self, key: &str) -> Option<String> {
        let name = key.strip_prefix("include.")?;
        let (_, value) = self.values.iter().find(|(given, _)| **given == *name)?;
        Some(value.to_string())
    }
}

/// As what a file is included.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IncludeForm {
    /// Alone in its paragraph: the included blocks stand here.
    Block,
    /// Inside a sentence: the included first paragraph's content stands here.
    Inline,
    /// The text of the file as a block of code, with what stands behind its fence.
    Code(Box<str>),
}
