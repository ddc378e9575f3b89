//! Which generator's Markdown a text is written in. Data only.

/// What of the Markdown of a generator is read in a text, beside CommonMark and what is read everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    #[default]
    Plain,
    Hugo,
}
