//! What to translate next (`faqtory status --todo`): for people, for scripts, for spreadsheets; one file a format.

pub(crate) mod csv;
pub(crate) mod human;
pub(crate) mod json;

use anyhow::Result;

use crate::translation::Todo;

use super::{Colour, Rendered};

/// What to translate next into a locale, the most important first.
#[derive(Debug)]
pub(crate) struct TodoReport<'a> {
    pub locale: &'a str,
    pub todo: &'a [Todo],
    pub colour: Colour,
}

pub(crate) type Render = fn(&TodoReport<'_>) -> Result<Rendered>;
