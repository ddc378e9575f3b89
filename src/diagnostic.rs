//! Problems as data: a code, a severity, a place, help and perhaps a fix. Knows no check and prints nothing.

use serde::Serialize;
use std::ops::Range;
use std::sync::Arc;

use crate::locale::Locale;

/// A byte range in a whole file as stored on disk: the BOM and the front matter count, ends are exclusive.
///
/// Files are read up to [`crate::sources::MAX_TEXT_BYTES`], so 32 bits are enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; offsets beyond 4 GiB are clamped.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The range to slice a text with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text at this span, empty if the span does not lie on character boundaries of `text`.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same length of bytes, `by` bytes further on.
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }

    /// No bytes at all: a place between two characters.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A value and the place it was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// How bad a diagnostic is, and how sure.
///
/// Error: the reader is harmed, and it is certain. Warning: certain. Suggestion: taste or optional metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
    Suggestion,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Suggestion => "suggestion",
        }
    }
}

/// Where the flaw comes from: this translation alone, or the source it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    Translation,
    Source,
}

/// Whether a fix may be applied without a person looking at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    Safe,
    Unsafe,
}

/// One replacement in a file: the bytes of `span` become `text`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// Edits of one file that together fix one diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    pub applicability: Applicability,
    pub edits: Vec<Edit>,
}

/// One problem of one author, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Path relative to the folder that was built, with `/`.
    pub path: Arc<str>,
    pub span: Span,
    /// Kebab-case name that states the flaw.
    pub code: &'static str,
    pub severity: Severity,
    pub origin: Origin,
    /// The locale of the article; none for files that belong to no locale.
    pub locale: Option<Locale>,
    /// The locales whose articles have this flaw, by tag: more than one only where it comes from the source.
    pub locales: Vec<Locale>,
    /// The same number: one flaw of the source, found in several of its translations.
    pub flaw: Option<u32>,
    /// Where else the same flaw is, in order, if this one finding stands for all places of it.
    pub places: Vec<OtherPlace>,
    /// What happened, one sentence without a final stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    pub fix: Option<Fix>,
}

/// Another place of a flaw.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OtherPlace {
    /// Path relative to the folder that was built, with `/`.
    pub path: Arc<str>,
    pub span: Span,
}

impl Diagnostic {
    /// The order of every report: path, place, code, message.
    pub fn sort_key(&self) -> (&str, Span, &str, &str) {
        (&self.path, self.span, self.code, &self.message)
    }

    /// What the finding is about, whatever its place in the file: 16 hexadecimal digits, from the code and the text at the
    /// span, or the message where the span is empty. White space counts for nothing, so that line ends may change.
    pub fn fingerprint(&self, text: &str) -> String {
        let about = if self.span.is_empty() { &self.message } else { self.span.slice(text) };
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.code.as_bytes());
        for word in about.split_whitespace() {
            hasher.update(b" ");
            hasher.update(word.as_bytes());
        }
        hasher.finalize().to_hex().as_str().chars().take(16).collect()
    }
}
