//! What to translate next (`faqtory status --todo`): for people, for scripts, for spreadsheets; one file a format.

pub(crate) mod csv;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod markdown;

use anyhow::Result;

use crate::translation::TodoList;

use super::{Colour, Rendered};

/// What to translate next into each of some locales, the most important first.
#[derive(Debug)]
pub(crate) struct TodoReport<'a> {
    pub lists: &'a [TodoList],
    pub colour: Colour,
}

pub(crate) type Render = fn(&TodoReport<'_>) -> Result<Rendered>;
