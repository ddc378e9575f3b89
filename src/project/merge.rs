//! `faqtory merge`: three files become the draft of a translation. Reads no project, and writes nothing.

use std::path::Path;

use anyhow::{Result, bail};

use crate::markdown::{Dialect, Form, Syntax};
use crate::sources;
use crate::translation::merge::Merge;

/// How the marks of a draft begin, in text, in MDX and in front matter.
const MARKERS: [&str; 6] = [
    "<!-- faqtory: changed",
    "<!-- faqtory: new",
    "{/* faqtory: changed",
    "{/* faqtory: new",
    "# faqtory: changed",
    "# faqtory: new",
];

/// The files that are merged.
#[derive(Clone, Copy, Debug)]
pub struct MergeRequest<'a> {
    pub old_source: &'a Path,
    pub new_source: &'a Path,
    /// Made from the old source.
    pub old_translation: &'a Path,
}

/// The draft of the new translation.
///
/// # Errors
/// A file that is not there, or is no text.
pub fn merge(request: &MergeRequest<'_>) -> Result<Merge> {
    let MergeRequest { old_source, new_source, old_translation } = *request;
    let is_mdx = new_source.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("mdx"));
    let form = if is_mdx { Form::Mdx } else { Form::Markdown };
    let syntax = Syntax { dialect: Dialect::Plain, form };
    let [old, new, own] = [old_source, new_source, old_translation].map(sources::text);
    let own = own?;
    // What is still marked is in the words of a source, and is no translation of anything.
    if let Some(line) = own.lines().position(|line| MARKERS.iter().any(|marker| line.contains(marker))) {
        bail!(
            "{}:{}: this draft is not translated yet; translate what is marked, remove the markers, and merge it then",
            old_translation.display(),
            line + 1
        );
    }
    Ok(Merge::new(syntax, &old?, &new?, &own))
}
