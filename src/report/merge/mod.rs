//! The draft of a new translation, one file a format. Merges nothing.

pub(crate) mod json;
pub(crate) mod md;

use anyhow::Result;

use crate::translation::merge::Merge;

use super::Rendered;

pub(crate) type Render = fn(&Merge) -> Result<Rendered>;
