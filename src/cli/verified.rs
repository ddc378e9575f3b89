//! The findings of `build --verify` that are shown to people while it runs. Verifies nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::check::human;
use crate::report::{Colour, Texts};
use crate::{SiteFinding, Verified};

/// Findings of one code that are shown: a fault of a template is on every page.
const SHOWN: usize = 3;

/// The texts of the pages that are shown.
struct Pages(BTreeMap<String, String>);

impl Texts for Pages {
    fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }
}

/// The first findings of each code that say different things, with the lines they stand in; how many more there are.
pub(super) fn findings(verified: &Verified, out: &Path, colour: Colour) -> String {
    let mut more: BTreeMap<&str, usize> = BTreeMap::new();
    let mut messages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut shown: Vec<Diagnostic> = Vec::new();
    let mut pages = BTreeMap::new();
    let out = out.strip_prefix(".").unwrap_or(out);
    for SiteFinding { diagnostic, .. } in &verified.findings {
        let messages = messages.entry(diagnostic.code).or_default();
        if messages.len() == SHOWN || messages.contains(&diagnostic.message.as_str()) {
            *more.entry(diagnostic.code).or_default() += 1;
            continue;
        }
        messages.push(&diagnostic.message);
        let file = out.join(&*diagnostic.path);
        let path = file.display().to_string();
        let text = || String::from_utf8_lossy(&fs::read(file).unwrap_or_default()).into_owned();
        pages.entry(path.clone()).or_insert_with(text);
        shown.push(Diagnostic { path: path.into(), ..diagnostic.clone() });
    }
    let mut text = human::render(&shown, &Pages(pages), colour);
    for (code, count) in more {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{code}: {count} more like these\n");
    }
    text
}

/// The worst that was found.
pub(super) fn worst(verified: &Verified) -> Option<Severity> {
    verified.findings.iter().map(|finding| finding.diagnostic.severity).min()
}
