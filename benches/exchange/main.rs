//! Hands all articles of folders off as their own translations, in each format, and takes them back: see `benches/README.md`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use faqtory::exchange::{self, ExchangeFile, FileKind, Format, Original, TargetState, Unit};
use faqtory::locale::Locale;
use faqtory::markdown::Syntax;
use rayon::prelude::*;

/// Prints, for every format, how many articles came back byte for byte, and in how many seconds.
#[derive(Debug, Parser)]
#[command(name = "exchange")]
struct Arguments {
    /// Folders with Markdown articles
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Prints the paths of those that came back otherwise
    #[arg(long)]
    list: bool,
}

fn main() -> anyhow::Result<ExitCode> {
    let arguments = Arguments::parse();
    let mut paths = Vec::new();
    for folder in &arguments.folders {
        articles(folder, &mut paths)?;
    }
    paths.sort();
    let mut out = io::stdout().lock();
    let mut is_whole = true;
    for format in [Format::Xliff, Format::Xliff12, Format::Po] {
        let began = Instant::now();
        let altered: Vec<&PathBuf> = paths
            .par_iter()
            .map(|path| comes_back(path, format).map(|is_same| (!is_same).then_some(path)))
            .filter_map(Result::transpose)
            .collect::<anyhow::Result<_>>()?;
        let (all, seconds) = (paths.len(), began.elapsed().as_secs_f64());
        writeln!(out, "{}: {} of {all} articles, {seconds:.1} s", format.name(), all - altered.len())?;
        for path in altered.iter().filter(|_| arguments.list) {
            writeln!(out, "  {}", path.display())?;
        }
        is_whole &= altered.is_empty();
    }
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn articles(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            articles(&path, paths)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            paths.push(path);
        }
    }
    Ok(())
}

/// Whether a file of a package whose every text says what its source says becomes the article again.
fn comes_back(path: &Path, format: Format) -> anyhow::Result<bool> {
    let bytes = fs::read(path)?;
    let source = String::from_utf8_lossy(&bytes);
    let original = Original { syntax: Syntax::default(), source: &source, older: None };
    let translated = |unit: Unit| Unit {
        target: Some(unit.source.clone()),
        state: TargetState::Translated,
        previous: None,
        ..unit
    };
    let file = ExchangeFile {
        handoff: "2026-01-01-1-000000".to_owned(),
        kind: FileKind::Article,
        id: "article".to_owned(),
        source_locale: Locale::parse("en-US")?,
        target_locale: Locale::parse("en-GB")?,
        source: "content/en-US/article.md".to_owned(),
        target: "content/en-GB/article.md".to_owned(),
        source_hash: faqtory::source_hash(&source),
        units: exchange::units(&original).into_iter().map(translated).collect(),
    };
    let written = exchange::write(format, &file, Some(&original));
    let Ok(returned) = exchange::read(written.as_bytes()) else { return Ok(false) };
    Ok(exchange::compose(&original, &returned.units).is_ok_and(|composed| composed.text == source))
}
