//! The state of all translations: for people, for scripts, for spreadsheets, for a browser; one file a format.

pub(crate) mod csv;
pub(crate) mod html;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod markdown;
#[cfg(test)]
mod tests;

use anyhow::Result;

use crate::translation::Status;

use super::{Colour, Rendered};

/// The state of all translations.
pub(crate) struct StatusReport<'a> {
    pub status: &'a Status,
    /// The command that lists what to translate next into a locale.
    pub todo: &'a dyn Fn(&str) -> String,
    pub colour: Colour,
}

pub(crate) type Render = fn(&StatusReport<'_>) -> Result<Rendered>;

/// What the states mean where the source is not at hand.
const WITHOUT_SOURCE: &str = "The translation of each article that was handed off last shows its latest version; translations of \
                              other versions are outdated.";
