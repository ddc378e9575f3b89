//! What can be wrong with messages, as data. Looks for nothing.

use std::fmt;
use std::sync::Arc;

use crate::diagnostic::Span;
use crate::locale::Locale;

/// Something wrong with the messages of a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageProblem {
    pub kind: MessageProblemKind,
    pub locale: Locale,
    /// The layer of the file, 0 for what Faqtory is shipped with.
    pub layer: usize,
    /// The file it is in. For a missing message the first file of the locale, or the source's where the locale has none
    /// of its own in the project.
    pub path: Arc<str>,
    /// The key or the place of the error; empty at the start of the file for a missing message.
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageProblemKind {
    /// Fluent cannot read an entry; `message` is its parser's.
    Syntax { message: String },
    /// The file is not written in UTF-8.
    Encoding,
    /// Fluent can read it, but it is left out because it could not be formatted safely.
    Unsupported { what: &'static str },
    /// The file is over 1 MiB and is not read.
    TooLarge,
    /// The same key twice in one layer; the first counts.
    Duplicate { key: String },
    /// The source has it, this locale does not.
    Missing { key: String },
    /// This locale has it, the source does not; `near` is what may have been meant.
    Extra { key: String, near: Option<String> },
    /// The source's own files add it, and its name is nearly that of another.
    Misspelt { key: String, near: String },
    /// It quotes what is not there, or itself; `what` goes on after its name.
    Reference { name: String, what: String },
    /// `unknown` are not given, `unused` are in the source only.
    Variables { key: String, unknown: Vec<String>, unused: Vec<String> },
    /// A choice by count without a form that the language has.
    Plurals { key: String, missing: Vec<&'static str> },
}

impl fmt::Display for MessageProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let listed =
            |names: &[String]| names.iter().map(|name| format!("`${name}`")).collect::<Vec<_>>().join(", ");
        match self {
            Self::Syntax { message } => write!(f, "invalid message: {message}"),
            Self::Encoding => f.write_str("the file is not valid UTF-8"),
            Self::Unsupported { what } => write!(f, "a message with {what} is not supported"),
            Self::TooLarge => f.write_str("the message file is larger than 1 MiB"),
            Self::Duplicate { key } => write!(f, "message `{key}` is defined a second time"),
            Self::Missing { key } => write!(f, "message `{key}` is not translated"),
            Self::Extra { key, .. } => write!(f, "message `{key}` does not exist in the source"),
            Self::Misspelt { key, .. } => write!(f, "the interface has no message `{key}`"),
            Self::Reference { name, what } => write!(f, "{name} {what}"),
            Self::Variables { key, unknown, unused } if unknown.is_empty() => {
                write!(f, "message `{key}` leaves out {}", listed(unused))
            }
            Self::Variables { key, unknown, .. } => {
                write!(f, "message `{key}` uses {}, which the source does not have", listed(unknown))
            }
            Self::Plurals { key, missing } => {
                write!(f, "message `{key}` lacks plural forms: {}", missing.join(", "))
            }
        }
    }
}
