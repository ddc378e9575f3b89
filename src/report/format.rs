//! What an output format is. Knows no single one.

/// An output format of a command; `R` is the function that renders what the command found.
#[derive(Debug)]
pub(crate) struct Format<R> {
    /// As `--format` takes it.
    pub name: &'static str,
    /// For `--help`; empty where the name says enough.
    pub description: &'static str,
    pub render: R,
}

/// A report as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub text: String,
    pub printed: Printed,
    /// A sentence on what it leaves out, because a host would not take it.
    pub left_out: Option<String>,
}

/// What prevents that a report is obeyed by a terminal or a CI system that reads the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Printed {
    /// [`super::visible::printed`], at last.
    Screened,
    /// The format itself: it is printed byte for byte.
    Verbatim,
    /// As [`Printed::Screened`] on a terminal; to a file, byte for byte.
    ScreenedOnTerminals,
}

impl Rendered {
    pub(super) fn screened(text: String) -> Self {
        Self { text, printed: Printed::Screened, left_out: None }
    }

    pub(super) fn for_a_file(text: String) -> Self {
        Self { text, printed: Printed::ScreenedOnTerminals, left_out: None }
    }

    pub(super) fn verbatim(text: String) -> Self {
        Self { text, printed: Printed::Verbatim, left_out: None }
    }
}
