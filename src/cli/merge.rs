//! `faqtory merge`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::MergeRequest;
use crate::report::{Format, formats, merge};

use super::examples::{self, Example};
use super::format;
use super::run::Outcome;
use super::terminal::Terminal;

const EXAMPLES: &[Example] = &[
    (
        "Print the draft of the new translation",
        "faqtory merge old.md content/en-US/billing.md content/de-DE/billing.md",
    ),
    ("Count the words that are to be translated", "faqtory merge old.md new.md translation.md --format json"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// The source that the translation was made from
    ///
    /// The three files are read as plain Markdown, or as MDX where the new source is; shortcodes of other generators are text.
    old_source: PathBuf,
    /// The source of today
    new_source: PathBuf,
    /// The translation that was made from OLD_SOURCE
    old_translation: PathBuf,
    /// Format of the result
    #[arg(long, value_parser = format::parser(formats::MERGE), default_value = "md")]
    format: &'static Format<merge::Render>,
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let Arguments { old_source, new_source, old_translation, format } = arguments;
    let merged = crate::merge(&MergeRequest { old_source, new_source, old_translation })?;
    terminal.show(&(format.render)(&merged)?)?;
    let (words, reused) = (merged.words(), merged.reused_words());
    terminal.note(&format!("{reused} of {words} words are filled in\n"))?;
    Ok(Outcome::Fine)
}
