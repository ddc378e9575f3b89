//! What of a project is not read, and why. Reads nothing.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, NotPlaced};
use crate::sources::{self, Sources};

/// Why files are not read that the project leaves out itself.
pub(super) const EXCLUDED: &str = "content.exclude leaves it out";

/// Why files are not read, and how many for each reason.
pub(super) fn count(catalog: &Catalog) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for reason in catalog.not_placed.values() {
        *counts.entry(reason.to_string()).or_default() += 1;
    }
    counts
}

/// Why there are no articles, as far as the input says.
pub(super) fn because(sources: &Sources, catalog: &Catalog) -> String {
    if let Some((path, reason)) = sources.not_read.first_key_value() {
        return format!(", and {path} could not be read: {reason}");
    }
    let mut reasons = count(catalog);
    let excluded = sources.excluded.iter().filter(|path| sources::is_markdown(path)).count();
    if excluded > 0 {
        reasons.insert(EXCLUDED.to_owned(), excluded);
    }
    if !reasons.is_empty() {
        let count: usize = reasons.values().sum();
        let files = if count == 1 { "the file there is" } else { "the files there are" };
        let drafts = reasons.contains_key(&NotPlaced::Draft.to_string());
        let reasons: Vec<String> =
            reasons.iter().map(|(reason, count)| format!("{reason} ({count})")).collect();
        let mut help = "`faqtory files` lists them".to_owned();
        if drafts {
            help += "; `faqtory build --drafts` builds drafts too";
        }
        if excluded > 0 {
            help += "; in the globs of content.exclude, `*` stops at `/`";
        }
        return format!(": {files} not read: {}\nhelp: {help}", reasons.join(", "));
    }
    let help = "\nhelp: name a folder that contains Markdown files, or run `faqtory init` to start a project";
    match sources.ignored.first() {
        Some(folder) => {
            format!(", and folders that git ignores are not read, such as {}{help}", folder.display())
        }
        None => help.to_owned(),
    }
}
