//! How the work on hostile inputs grows: each is doubled four times, and its instructions are counted. See
//! `benches/README.md`.
#![allow(clippy::print_stdout, reason = "a measurement prints what it measured")]

mod count;
mod inputs;

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, ExitCode};

/// What an exponent may be at the most: linear, a logarithm aside.
const MOST: f64 = 1.15;

/// Whether there is valgrind.
fn has_valgrind() -> bool {
    Command::new("valgrind").arg("--version").output().is_ok()
}

fn main() -> io::Result<ExitCode> {
    // Cargo adds `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let least = std::env::var("FAQTORY_GROWTH").ok().and_then(|least| least.parse().ok()).unwrap_or(10_000);
    let faqtory = std::env::var_os("FAQTORY_BINARY").unwrap_or_else(|| env!("CARGO_BIN_EXE_faqtory").into());
    let faqtory = Path::new(&faqtory);
    if !has_valgrind() {
        return Err(io::Error::other("there is no valgrind to count with"));
    }
    let folder = tempfile::tempdir()?;
    let nothing = count::instructions(faqtory, &inputs::NOTHING, 1, folder.path())?;
    let sizes: Vec<usize> = (0..5).map(|doubled| least << doubled).collect();
    println!("millions of instructions, {} for nothing", nothing / 1_000_000);
    print!("{:32}", "");
    sizes.iter().for_each(|size| print!("{size:>9}"));
    println!("  exponent");
    let mut worst: f64 = 0.0;
    for input in inputs::all().filter(|input| words.is_empty() || words.iter().any(|word| input.name == word))
    {
        print!("{:32}", input.name);
        let mut counts = Vec::new();
        for size in &sizes {
            let all = count::instructions(faqtory, input, *size, folder.path())?;
            let count = all.saturating_sub(nothing).max(1);
            print!("{:>9}", count / 1_000_000);
            io::stdout().flush()?;
            counts.push(count as f64);
        }
        let exponent = exponent(&counts);
        worst = worst.max(exponent);
        println!("{exponent:>10.2}{}", if exponent > MOST { "  !" } else { "" });
    }
    Ok(if worst > MOST { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The slope of a line through the logarithms of counts, each of twice the size of the one before: least squares.
fn exponent(counts: &[f64]) -> f64 {
    let middle = (counts.len() - 1) as f64 / 2.0;
    let steps = || counts.iter().enumerate().map(|(step, count)| (step as f64 - middle, count.log2()));
    steps().map(|(step, count)| step * count).sum::<f64>() / steps().map(|(step, _)| step * step).sum::<f64>()
}
