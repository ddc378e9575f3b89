//! `faqtory merge`: three files become the draft of a translation. Reads no project, and writes nothing.

use std::path::Path;

use anyhow::{Result, bail};

use crate::diagnostic::Span;
use crate::front_matter::FrontMatter;
use crate::line_end::with_line_feeds;
use crate::markdown::{Dialect, Document, Form, Syntax};
use crate::sources;
use crate::translation::merge::{Mark, Merge, markers};

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
    if let Some(at) = unfinished(syntax, &own) {
        let line = with_line_feeds(&own)[..at].matches('\n').count() + 1;
        bail!(
            "{}:{line}: this draft is not translated yet; translate what is marked, remove the markers, and merge it then",
            old_translation.display(),
        );
    }
    Ok(Merge::new(syntax, &old?, &new?, &own))
}

/// Where the first part is marked: it is in the words of a source, and no translation of anything.
fn unfinished(syntax: Syntax, text: &str) -> Option<usize> {
    let front_matter = FrontMatter::parse(text);
    let document = Document::parse_as(syntax, text, front_matter.body_start as usize);
    let markers = markers(text, front_matter.span.map_or(0..0, Span::range), &document);
    markers.into_iter().find(|marker| marker.mark != Mark::End).map(|marker| marker.span.start)
}
