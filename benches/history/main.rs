//! Asks the history of translations whether findings are right: see `benches/README.md`.
#![allow(clippy::print_stdout, reason = "a measurement prints what it measured")]

mod case;
mod checked;
mod judge;
mod place;
mod replay;
mod repository;
mod table;

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;
use rayon::prelude::*;

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
    let cases = if arguments.folder.join(".git").exists() {
        repository::read(&arguments.folder, arguments.source_locale.as_deref(), arguments.commits)?
    } else {
        replay::read(&arguments.folder)?
    };
    let judged: Vec<Vec<Verdict>> = cases.par_iter().map(judge::judge).collect();
    if !arguments.list.is_empty() {
        let is_wanted = |verdict: &&Verdict| arguments.list.iter().any(|code| code == verdict.code);
        for (case, verdicts) in cases.iter().zip(&judged) {
            for verdict in verdicts.iter().filter(is_wanted) {
                println!("{}", table::place(&case.name, verdict));
            }
        }
        return Ok(());
    }
    let handbacks: usize = cases.iter().map(|case| case.versions.len().saturating_sub(1)).sum();
    println!("{handbacks} hand-backs of {} translations\n", cases.len());
    print!("{}", table::table(judged.iter().flatten()));
    Ok(())
}
