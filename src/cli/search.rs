//! `faqtory search`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::report::search::{self, SearchReport, Share};
use crate::report::{Format, formats};
use crate::{Drafts, Query, SearchRequest};

use super::examples::{self, Example};
use super::format;
use super::progress::Watch;
use super::run::{Outcome, load, read, threads};
use super::terminal::{Stream, Terminal};

const EXAMPLES: &[Example] = &[
    ("Show what readers find", "faqtory search \"reset password\" --locale en-US"),
    (
        "Let a pull request fail when readers find less",
        "faqtory search --queries queries/en-us.txt --fail-under 90",
    ),
];

/// Results that are shown, and those that a file of queries needs.
const LIMIT: &str = "10";

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// What a reader searches for; a folder before it is the project
    ///
    /// With --queries only the folder. Without a folder the project is here.
    words: Vec<String>,
    /// The locale that is searched; otherwise the one that the file of queries is named for, or the source locale
    #[arg(long, value_name = "L")]
    locale: Option<String>,
    /// A file of queries: how many find one of the articles that answer them
    ///
    /// A line is `words | article, another | kind`: the articles by the path of their page in the locale, the kind as you like.
    #[arg(long, value_name = "FILE")]
    queries: Option<PathBuf>,
    /// Exit with 1 if fewer of a hundred queries find their article among the first five
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100), requires = "queries")]
    fail_under: Option<u8>,
    /// Results of a query at the most
    #[arg(long, value_name = "N", default_value = LIMIT)]
    limit: usize,
    /// Format of the result
    #[arg(long, value_parser = format::parser(formats::SEARCH), default_value = format::HUMAN)]
    format: &'static Format<search::Render>,
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments, terminal))
}

fn run_here(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let (dir, queries) = asked(arguments)?;
    let named = arguments.queries.as_deref().and_then(slug);
    let watch = Watch::new(terminal);
    let project = load(read(dir, Drafts::Excluded, &watch)?, &watch)?;
    let locale = arguments
        .locale
        .clone()
        .or_else(|| named.filter(|tag| project.locales(std::slice::from_ref(tag)).is_ok()));
    let request = SearchRequest { locale: locale.as_deref(), queries: &queries, limit: arguments.limit };
    let (locale, answers) = project.search(&request)?;
    watch.finish();
    let shares = arguments.queries.is_some().then(|| Share::of(&answers));
    let colour = terminal.colour(Stream::Result);
    let report = SearchReport { locale: &locale, answers: &answers, shares: shares.as_deref(), colour };
    terminal.show(&(arguments.format.render)(&report)?)?;
    let all = shares.as_deref().and_then(<[Share]>::first);
    let (Some(all), Some(wanted)) = (all, arguments.fail_under) else { return Ok(Outcome::Fine) };
    let reached = all.percent(all.five);
    if reached >= usize::from(wanted) {
        return Ok(Outcome::Fine);
    }
    terminal.error(&format!(
        "{locale}: {reached} % of the queries find their article, {wanted} % is required\n"
    ))?;
    Ok(Outcome::Problems)
}

/// The folder of the project, and what is searched in it.
fn asked(arguments: &Arguments) -> Result<(&Path, Vec<Query>)> {
    let words = arguments.words.as_slice();
    if let Some(file) = &arguments.queries {
        let queries = Query::read(file)?;
        return match words {
            [] => Ok((Path::new("."), queries)),
            [dir] => Ok((Path::new(dir), queries)),
            _ => bail!("--queries takes its queries from the file\nhelp: leave out the words"),
        };
    }
    let query = |words: &[String]| vec![Query { words: words.join(" "), ..Query::default() }];
    match words {
        [] => bail!("there is nothing to search for\nhelp: write words, or `--queries FILE`"),
        [dir, rest @ ..] if !rest.is_empty() && Path::new(dir).is_dir() => Ok((Path::new(dir), query(rest))),
        _ => Ok((Path::new("."), query(words))),
    }
}

/// `he-il` of `queries/he-il.unseen.txt`.
fn slug(file: &Path) -> Option<String> {
    let name = file.file_name()?.to_str()?;
    name.split('.').next().map(str::to_owned)
}
