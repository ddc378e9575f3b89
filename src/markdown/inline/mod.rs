//! Divides what is written in a block into text and markup, so that every byte is one of both. Writes nothing.

mod html;
mod line;
mod literal;
mod mark;
mod piece;
mod raw;
mod run;
mod scan;
mod tag;
mod walk;

pub(crate) use piece::{Inline, InlineCode, InlineForm, InlineKind, InlineRole, InlineText};
pub(crate) use raw::raw_html;
pub(crate) use walk::References;

use std::ops::Range;

use super::syntax::Form;

/// What stands in a block whose lines are these ranges of a text, without the signs of quotes and the indent before them. The pieces
/// follow each other without a gap, from the start of the first line to the end of the last one.
pub(crate) fn inline(
    text: &str,
    lines: &[Range<usize>],
    form: InlineForm,
    syntax: Form,
    references: &References,
) -> Vec<Inline> {
    let line = line::Line::new(text, lines, form);
    match form {
        InlineForm::Markdown => walk::walk(&line, syntax, references),
        InlineForm::Html => html::walk(&line, syntax),
    }
}

#[cfg(test)]
mod tests;
