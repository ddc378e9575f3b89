//! Asks the history of translations whether findings are right: see `benches/README.md`.

mod case;
mod checked;
mod judge;
mod place;
mod replay;
mod repository;
mod table;

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;
use rayon::prelude::*;

use case::Case;
use judge::Verdict;

/// Prints, for every code, how many findings later hand-backs confirm.
#[derive(Debug, Parser)]
#[command(name = "history")]
struct Arguments {
    /// A folder of hand-backs, or a git repository with a folder for every locale
    folder: PathBuf,
    /// Prints the places of a code, before and after; several times for several codes
    #[arg(long, value_name = "CODE")]
    list: Vec<String>,
    /// The locale that articles of a repository are written in first, where that does not show
    #[arg(long, value_name = "TAG")]
    source_locale: Option<String>,
    /// The newest commits of a repository that are looked at
    #[arg(long, default_value_t = 2000)]
    commits: usize,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut cases = replay::read(&arguments.folder)?;
    if cases.is_empty() {
        cases = repository::read(&arguments.folder, arguments.source_locale.as_deref(), arguments.commits)?;
    }
    let judged: Vec<Vec<Verdict>> = cases.par_iter().map(judge::judge).collect();
    let text = if arguments.list.is_empty() {
        let handbacks: usize = cases.iter().map(|case| case.versions.len().saturating_sub(1)).sum();
        let table = table::table(judged.iter().flatten());
        format!("{handbacks} hand-backs of {} translations\n\n{table}", cases.len())
    } else {
        let is_wanted = |verdict: &&Verdict| arguments.list.iter().any(|code| code == verdict.code);
        let places = |(case, verdicts): (&Case, &Vec<Verdict>)| -> Vec<String> {
            verdicts.iter().filter(is_wanted).map(|verdict| table::place(case, verdict)).collect()
        };
        cases.iter().zip(&judged).flat_map(places).collect::<Vec<_>>().join("\n")
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}
