//! A token, and what it can be. Few classes: a reader tells about ten colours apart.

use std::ops::Range;

use serde::Deserialize;

/// A stretch of code that is one thing. Tokens are in order, on character boundaries, and do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub range: Range<usize>,
    pub class: Class,
}

/// What a token is; each has a class in the style sheet of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// The name of an attribute, a key, an option of a command.
    Attribute,
    Comment,
    /// A line taken out.
    Deleted,
    /// A function, a command.
    Function,
    /// A line put in.
    Inserted,
    Keyword,
    /// A number, or a value that has a name, such as `true`.
    Number,
    Operator,
    /// What a shell writes before a command.
    Prompt,
    String,
    Tag,
    Type,
    Variable,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 13] = [
        Self::Attribute,
        Self::Comment,
        Self::Deleted,
        Self::Function,
        Self::Inserted,
        Self::Keyword,
        Self::Number,
        Self::Operator,
        Self::Prompt,
        Self::String,
        Self::Tag,
        Self::Type,
        Self::Variable,
    ];

    /// The class of the HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attribute => "hl-attribute",
            Self::Comment => "hl-comment",
            Self::Deleted => "hl-deleted",
            Self::Function => "hl-function",
            Self::Inserted => "hl-inserted",
            Self::Keyword => "hl-keyword",
            Self::Number => "hl-number",
            Self::Operator => "hl-operator",
            Self::Prompt => "hl-prompt",
            Self::String => "hl-string",
            Self::Tag => "hl-tag",
            Self::Type => "hl-type",
            Self::Variable => "hl-variable",
        }
    }
}
