//! `faqtory explain`.

use anyhow::{Result, anyhow};
use clap::Args;

use super::examples::{self, Example};
use super::run::Outcome;
use super::terminal::Terminal;

const EXAMPLES: &[Example] =
    &[("Explain a finding", "faqtory explain file-not-found"), ("List all codes", "faqtory explain")];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Code of a finding, such as file-not-found; without it, all codes are listed
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let text = match &arguments.code {
        Some(code) => crate::explain(code).map_err(|reason| anyhow!(reason))?,
        None => crate::list_codes(),
    };
    terminal.print(&text)?;
    Ok(Outcome::Fine)
}
