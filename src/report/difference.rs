//! What changed in an original since it was translated, as a unified diff. Knows no git.

use std::fmt::Write as _;
use std::time::Duration;

use similar::TextDiff;

use crate::Difference;
use crate::translation::Behind;

use super::human::Colour;
use super::table::{Paint, painted};
use super::visible::{self, line};

/// How long a smaller difference is looked for; texts that have nothing in common would take for ever.
const PATIENCE: Duration = Duration::from_secs(2);

/// A few words on how far behind the translation is, then the diff, as `patch` would take it.
pub fn human(difference: &Difference, colour: Colour) -> String {
    let Difference { path, source, commit, date, commits, days, last_date, .. } = difference;
    let (before, after) = (plain(&difference.before), plain(&difference.after));
    let behind = match commits {
        0 => "changes that are not committed yet".to_owned(),
        _ => {
            let behind = super::distance(Behind { commits: *commits, days: *days });
            format!("{behind} behind ({date} to {last_date})")
        }
    };
    let mut out = String::new();
    let short = commit.get(..10).unwrap_or(commit);
    let _ = writeln!(out, "{}: {behind}", painted(&line(path), Paint::Bold, colour));
    let _ = writeln!(out, "What changed in {} since {short}:\n", line(source));
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(before.as_str(), after.as_str());
    if before == after {
        out += "Nothing but line ends or a byte order mark.\n";
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
