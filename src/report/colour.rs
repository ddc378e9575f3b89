//! Whether a report has colours. Knows no report.

/// Whether a report carries terminal colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colour {
    Plain,
    Coloured,
}
