//! `faqtory stamp`.

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::report::plural;
use crate::report::visible::line;
use crate::{Drafts, MadeFromVersion, StampOutcome, StampRequest, StampScope, Stamped};

use super::examples::{self, Example};
use super::progress::Watch;
use super::run::{Outcome, load, read, threads, today};
use super::terminal::Terminal;

const EXAMPLES: &[Example] = &[
    ("Write the hash into all French translations without one", "faqtory stamp --locale fr-FR"),
    ("Mark all translations of an article as current", "faqtory stamp --article billing"),
    ("Mark those whose sources have changed in no word", "faqtory stamp --touched"),
    (
        "Say what a late translation was made from",
        "faqtory stamp --article billing --locale fr-FR --source-rev v1.2",
    ),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Folder of a project, or any folder of Markdown articles
    ///
    /// A project is a folder with faqtory.toml or content/.
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Only write into translations of these locales, separated by commas; may be repeated
    #[arg(long = "locale", value_name = "L", value_delimiter = ',')]
    locales: Vec<String>,
    /// Only write into translations of this article, even if they have a hash; may be repeated
    ///
    /// ID is an article ID, or the path of a file.
    #[arg(long = "article", value_name = "ID")]
    articles: Vec<String>,
    /// Write into all translations whose sources have changed in no word since they were made
    ///
    /// Only markup, addresses, white space or front matter that is not translated has changed. `faqtory status --todo` lists them as touched.
    #[arg(long)]
    touched: bool,
    /// The translations were made from the source as it was at this commit
    #[arg(long, value_name = "REV", conflicts_with_all = ["hash", "touched"])]
    source_rev: Option<String>,
    /// The translations were made from the source with this hash
    #[arg(long, value_name = "H", conflicts_with = "touched")]
    hash: Option<String>,
    /// Also write how the translations were made: HT (human) or MT (machine)
    #[arg(long = "type", value_name = "TYPE")]
    translation_type: Option<String>,
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments, terminal))
}

fn run_here(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let watch = Watch::new(terminal);
    let project = load(read(&arguments.dir, Drafts::Included, &watch)?, &watch)?;
    watch.finish();
    let made_from = match (&arguments.source_rev, &arguments.hash) {
        (Some(revision), _) => MadeFromVersion::Revision(revision),
        (None, Some(hash)) => MadeFromVersion::Hash(hash),
        (None, None) => MadeFromVersion::Today,
    };
    let request = StampRequest {
        locales: &arguments.locales,
        articles: &arguments.articles,
        scope: if arguments.touched { StampScope::Touched } else { StampScope::Untracked },
        made_from,
        translation_type: arguments.translation_type.as_deref(),
        today: today()?,
    };
    let stamped = project.stamp(&request)?;
    terminal.print(&summary(&stamped, request.scope))?;
    let mut refused = 0;
    for one in &stamped {
        if let StampOutcome::Refused(reason) = &one.outcome {
            refused += 1;
            terminal.error(&format!("{}: not written: {}\n", line(&one.path), line(reason)))?;
        }
    }
    Ok(if refused == 0 { Outcome::Fine } else { Outcome::Problems })
}

/// What was written, a line a file, and how many.
fn summary(stamped: &[Stamped], scope: StampScope) -> String {
    let mut text = String::new();
    let (mut written, mut current, mut refused) = (0, 0, 0);
    for one in stamped {
        match &one.outcome {
            StampOutcome::Written { source_hash } => {
                written += 1;
                let _ = writeln!(text, "{}: source hash {source_hash}", line(&one.path));
            }
            StampOutcome::Current => {
                current += 1;
                let _ = writeln!(text, "{}: already current", line(&one.path));
            }
            StampOutcome::Refused(_) => refused += 1,
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    let _ = match (written, current, refused) {
        (0, 0, 0) if scope == StampScope::Touched => {
            writeln!(text, "nothing to write: no translation is outdated by markup or addresses alone")
        }
        (0, 0, 0) => writeln!(text, "nothing to write: every translation has a source hash"),
        _ => writeln!(
            text,
            "{} written, {current} already current, {refused} refused",
            plural(written, "translation")
        ),
    };
    text
}
