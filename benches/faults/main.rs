//! Damages projects and kills runs for as long as one likes: see `benches/README.md`.
#![allow(clippy::print_stdout, reason = "it says what it found")]

mod kills;
mod minimise;
#[allow(dead_code, reason = "each program damages some kinds of files")]
mod mutate;
mod pool;
#[allow(dead_code, reason = "the generator of sites needs more of it")]
#[path = "../generate/random.rs"]
mod random;
mod run;
mod site;
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Args, Parser};

use pool::Pool;
use run::{Bench, Extent, Fault};
use site::{Request, Site};

/// Tries Faqtory on what nobody should write, and on a machine that stops at any moment.
#[derive(Debug, Parser)]
#[command(name = "faults")]
enum Command {
    /// Builds, checks and fixes projects of damaged articles
    Sites(Sites),
    /// Kills builds, fixes and stamps
    Kills(Kills),
}

#[derive(Debug, Args)]
struct Kills {
    /// Another seed, other moments
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many runs of each command are killed in their midst
    #[arg(long, default_value_t = 500)]
    kills: usize,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
struct Sites {
    /// Another seed, other damage
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The first project
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// How many projects
    #[arg(long, default_value_t = 250)]
    sites: u64,
    /// Articles of a project
    #[arg(long, default_value_t = 1000)]
    articles: usize,
    /// How often a project that shows a new fault is tried while it is made small
    #[arg(long, default_value_t = 250)]
    trials: usize,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
struct Place {
    /// The program
    #[arg(long, default_value = "target/release/faqtory")]
    faqtory: PathBuf,
    /// Where to work; a RAM disk is much faster
    #[arg(long, default_value = "target/faults/scratch")]
    scratch: PathBuf,
    /// Where projects that show a fault are put, as small as they can be
    #[arg(long, default_value = "target/faults/found")]
    found: PathBuf,
}

fn main() -> io::Result<ExitCode> {
    match Command::parse() {
        Command::Sites(request) => sites(&request),
        Command::Kills(request) => kills(&request),
    }
}

fn kills(request: &Kills) -> io::Result<ExitCode> {
    let bench = Bench { faqtory: request.place.faqtory.clone(), scratch: request.place.scratch.clone() };
    let mut is_sound = true;
    for victim in kills::VICTIMS {
        let killed = kills::kill(&bench, victim, request.seed, request.kills)?;
        println!(
            "{victim:?}: {} started, {} killed, {} left something, {} faults",
            killed.started,
            killed.stopped,
            killed.left,
            killed.faults.len()
        );
        killed.faults.iter().for_each(|fault| println!("  {fault}"));
        is_sound &= killed.faults.is_empty();
    }
    Ok(if is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn sites(request: &Sites) -> io::Result<ExitCode> {
    let (pool, started) = (Pool::whole(), Instant::now());
    let bench = Bench { faqtory: request.place.faqtory.clone(), scratch: request.place.scratch.clone() };
    let mut kinds = BTreeSet::new();
    let mut articles = 0;
    let numbers = request.from..request.from + request.sites;
    for number in numbers {
        let site = Site::new(Request { seed: request.seed, number, articles: request.articles }, &pool);
        let extent = if number % 5 == 0 { Extent::Edits } else { Extent::Sites };
        articles += site.files.keys().filter(|path| path.ends_with(".md")).count();
        for fault in bench.judge(&site, extent)? {
            if kinds.insert(fault.kind.clone()) {
                println!("{number}: {}", fault.kind);
                // Edits take the longest, and most faults show without them.
                let is_early = request.trials > 0 && shows(&bench, &site, Extent::Sites, &fault.kind);
                let extent = if is_early { Extent::Sites } else { extent };
                let shows = |site: &Site| shows(&bench, site, extent, &fault.kind);
                let small = minimise::minimise(&site, request.trials, &mut { shows });
                save(&request.place.found, kinds.len(), number, &fault, &small)?;
            }
        }
        println!(
            "site {number}: {articles} articles, {} kinds of faults, {} s",
            kinds.len(),
            started.elapsed().as_secs()
        );
    }
    println!(
        "seed {}: {} sites, {articles} articles, {} kinds of faults, {} s",
        request.seed,
        request.sites,
        kinds.len(),
        started.elapsed().as_secs()
    );
    kinds.iter().for_each(|kind| println!("  {kind}"));
    Ok(if kinds.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether the project shows a fault of this kind.
fn shows(bench: &Bench, site: &Site, extent: Extent, kind: &str) -> bool {
    bench.judge(site, extent).is_ok_and(|faults| faults.iter().any(|fault| fault.kind == kind))
}

/// Puts a project where it can be looked at.
fn save(found: &Path, at: usize, number: u64, fault: &Fault, site: &Site) -> io::Result<()> {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let name: String = fault.kind.chars().map(plain).take(60).collect();
    let dir = found.join(format!("{at:03}-site-{number}-{name}"));
    fs::create_dir_all(dir.join("project"))?;
    site.write(&dir.join("project"))?;
    fs::write(dir.join("fault.txt"), format!("{}\n\n{}\n", fault.kind, fault.detail))?;
    println!("  {} files: {}", site.files.len(), dir.display());
    Ok(())
}
