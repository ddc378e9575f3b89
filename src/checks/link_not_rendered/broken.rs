//! A link that was not read as one, and what can be a target. Finds none.

use crate::diagnostic::{Applicability, Span};

/// The longest target that is looked for, and the longest text before one in the wrong place.
pub(super) const MAX_TARGET: usize = 2_000;

/// What was to be a link.
pub(super) struct Broken {
    pub(super) span: Span,
    /// What is wrong.
    pub(super) reason: &'static str,
    /// What was most likely meant.
    pub(super) right: Option<(Applicability, String)>,
}

/// An address, a path or a fragment, perhaps with white space in it.
pub(in crate::checks) fn looks_like_target(target: &str) -> bool {
    const FILES: [&str; 9] = [".md", ".yml", ".html", ".htm", ".png", ".jpg", ".gif", ".svg", ".pdf"];
    let starts = ["http://", "https://", "mailto:", "./", "../", "~/", "#", "/"];
    let lower = target.to_ascii_lowercase();
    let path = lower.split(['?', '#']).next().unwrap_or("");
    starts.iter().any(|start| lower.starts_with(start)) && lower.len() > 1
        || path.len() > 3 && FILES.iter().any(|end| path.ends_with(end))
        || is_spaced_scheme(&lower)
}

/// `https: //x`, `https:// x`.
fn is_spaced_scheme(lower: &str) -> bool {
    let rest = lower.strip_prefix("https").or_else(|| lower.strip_prefix("http"));
    let squeezed: Option<String> =
        rest.map(|rest| rest.chars().filter(|c| !c.is_whitespace()).take(3).collect());
    squeezed.as_deref() == Some("://")
}

/// A target without the title behind it.
pub(super) fn without_title(target: &str) -> &str {
    let word = target.split(char::is_whitespace).next().unwrap_or(target);
    let title = target[word.len()..].trim();
    let is_title = [('"', '"'), ('\'', '\''), ('(', ')')].into_iter().any(|(open, close)| {
        title
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            .is_some_and(|title| !title.contains(open))
    });
    if is_title { word } else { target }
}
