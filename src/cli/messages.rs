//! `faqtory messages`.

use anyhow::Result;
use clap::Args;

use super::examples::{self, Example};
use super::run::Outcome;
use super::terminal::emit;

const EXAMPLES: &[Example] = &[
    ("Print the messages in English", "faqtory messages"),
    ("Find the message that a page shows", "faqtory messages --locale de-DE | grep Suche"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Locale of the messages
    #[arg(long, value_name = "L", default_value = "en-US")]
    locale: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    emit(&crate::shipped_messages(&arguments.locale)?)?;
    Ok(Outcome::Fine)
}
