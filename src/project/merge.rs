//! `faqtory merge`: three files become the draft of a translation. Reads no project, and writes nothing.

use std::path::Path;

use anyhow::Result;

use crate::markdown::{Dialect, Form, Syntax};
use crate::sources;
use crate::translation::merge::Merge;

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
    Ok(Merge::new(syntax, &old?, &new?, &own?))
}
