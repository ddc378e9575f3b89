//! `faqtory explain`.

use anyhow::{Result, anyhow};
use clap::Args;

use super::run::Outcome;
use super::terminal::print;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The code in the brackets of a finding, such as file-not-found; without it all codes are listed
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let text = match &arguments.code {
        Some(code) => crate::explain(code).map_err(|reason| anyhow!(reason))?,
        None => crate::list_codes(),
    };
    print(&text)?;
    Ok(Outcome::Fine)
}
