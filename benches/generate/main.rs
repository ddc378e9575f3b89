//! Writes a help site of any size to measure with: see `benches/README.md`.
#![allow(clippy::print_stdout, reason = "it says what it wrote")]

mod article;
mod damage;
mod random;
mod shape;
mod site;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use clap::Parser;

use site::{Request, Site};

/// Writes a multilingual help site with invented text to measure Faqtory with.
#[derive(Debug, Parser)]
#[command(name = "generate")]
struct Arguments {
    /// The folder to write to; it must be new or empty
    dir: PathBuf,
    /// Locales, the source with them
    #[arg(long, default_value_t = 40)]
    locales: usize,
    /// Articles of the source
    #[arg(long, default_value_t = 3000)]
    articles: usize,
    /// Of a hundred short answers, those that say NOINDEX
    #[arg(long, default_value_t = 99)]
    noindex: usize,
    /// Another seed, another site
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> Result<()> {
    let Arguments { dir, locales, articles, noindex, seed } = Arguments::parse();
    let site = Site::new(Request { seed, articles, locales, noindex })?;
    fs::create_dir_all(&dir).with_context(|| format!("cannot make {}", dir.display()))?;
    ensure!(fs::read_dir(&dir)?.next().is_none(), "{} is not empty", dir.display());
    let written = site.write_to(&dir)?;
    println!(
        "{} articles in {locales} locales, {} files, {:.1} MB",
        written.articles,
        written.files,
        written.bytes as f64 / 1e6
    );
    let mut planted: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, code) in site.planted() {
        *planted.entry(code).or_default() += 1;
    }
    for (code, count) in planted {
        println!("{count:>6}  {code}");
    }
    Ok(())
}
