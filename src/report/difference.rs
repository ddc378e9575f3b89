//! What changed in an original since it was translated, as a unified diff. Knows no git.

use std::fmt::Write as _;
use std::time::Duration;

use anyhow::Result;
use similar::TextDiff;

use crate::translation::Behind;

use super::colour::Colour;
use super::counts::distance;
use super::format::{Format, Rendered};
use super::table::{Paint, painted};
use super::visible::{self, line};

/// How long a smaller difference is looked for; texts that have nothing in common would take for ever.
const TIMEOUT: Duration = Duration::from_secs(2);

/// What changed in an original since it was translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The translation.
    pub path: String,
    /// The original.
    pub source: String,
    /// The original as it was translated.
    pub before: String,
    /// The original of today.
    pub after: String,
    pub found_by: FoundBy,
    /// The commit that `before` was found at, and its date.
    pub commit: String,
    pub date: String,
    /// Commits that changed the original since, and the days between the first and the last of them.
    pub commits: usize,
    pub days: u64,
    /// The date of the last one.
    pub last_date: String,
    /// No word that a translator would change has changed.
    pub is_touched: bool,
}

/// What says that a text is the one that was translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundBy {
    Hash,
    /// No text in the history has the hash of the translation, or it has none.
    Commit,
}

/// What `faqtory status --diff` shows.
#[derive(Debug)]
pub(crate) struct DifferenceReport<'a> {
    pub difference: &'a Difference,
    pub colour: Colour,
}

pub(crate) type Render = fn(&DifferenceReport<'_>) -> Result<Rendered>;

pub(crate) const FORMAT: Format<Render> = Format {
    name: "human",
    description: "",
    render: |report| Ok(Rendered::screened(human(report.difference, report.colour))),
};

/// A few words on how far behind the translation is, then the diff, as `patch` would take it.
fn human(difference: &Difference, colour: Colour) -> String {
    let Difference { path, source, commit, date, commits, days, last_date, .. } = difference;
    let (before, after) = (plain(&difference.before), plain(&difference.after));
    let behind = match commits {
        0 => "behind changes that are not committed yet".to_owned(),
        _ => {
            let behind = distance(Behind { commits: *commits, days: *days });
            format!("{behind} ({date} to {last_date})")
        }
    };
    let mut out = String::new();
    let short = commit.get(..10).unwrap_or(commit);
    let _ = writeln!(out, "{}: {behind}", painted(&line(path), Paint::Bold, colour));
    let _ = writeln!(out, "What changed in {} since {short}:\n", line(source));
    if difference.found_by == FoundBy::Commit {
        out += "No version in the git history has its source hash; this is the one of its commit.\n";
    }
    let diff = TextDiff::configure().timeout(TIMEOUT).diff_lines(before.as_str(), after.as_str());
    if before == after {
        out += match difference.found_by {
            FoundBy::Hash => "Only line endings or a byte order mark.\n",
            FoundBy::Commit => "Nothing, or only line endings or a byte order mark.\n",
        };
    }
    if difference.is_touched {
        out += "No word has changed: `faqtory stamp --touched` marks the translations as current.\n\n";
    }
    let (old, new) = (format!("{source} ({date})"), source.clone());
    let unified = diff.unified_diff().context_radius(3).header(&line(&old), &line(&new)).to_string();
    for line in visible::text(&unified).lines() {
        let paint = match line.as_bytes() {
            [b'+', b'+', b'+', b' ', ..] | [b'-', b'-', b'-', b' ', ..] => Paint::Bold,
            [b'@', ..] => Paint::Dim,
            [b'+', ..] => Paint::Green,
            [b'-', ..] => Paint::Red,
            _ => Paint::Plain,
        };
        let _ = writeln!(out, "{}", painted(line, paint, colour));
    }
    out
}

/// Line ends and the byte order mark are no change that a translator cares for.
fn plain(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}
