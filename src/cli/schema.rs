//! `faqtory schema`.

use anyhow::Result;
use clap::Args;

use super::examples::{self, Example};
use super::run::Outcome;
use super::terminal::emit;

const EXAMPLES: &[Example] = &[("Save the schema for an editor", "faqtory schema > faqtory.schema.json")];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {}

pub(super) fn run(_: &Arguments) -> Result<Outcome> {
    emit(crate::configuration_schema())?;
    Ok(Outcome::Fine)
}
