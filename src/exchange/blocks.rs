//! The blocks of an article with what stands in them, and the place of the text in each. Knows no other version of it.

use std::ops::Range;

use crate::markdown::{self, Inline, InlineForm, InlineKind, References, Syntax};
use crate::translation::merge::{Article, Unit as Block, UnitKind, is_atx};

use super::trimmed::trimmed;
use super::unit::Content;

/// An article, and what of it is raw HTML.
pub(super) struct Blocks<'t> {
    pub(super) article: Article<'t>,
    raw: Vec<Range<usize>>,
    references: References,
}

/// What stands in a block.
pub(super) struct Inner {
    /// Without what makes a heading of it, and the like.
    pub(super) range: Range<usize>,
    pub(super) pieces: Vec<Inline>,
    pub(super) content: Content,
}

impl<'t> Blocks<'t> {
    /// A text with line feeds and without BOM.
    pub(super) fn new(text: &'t str, syntax: Syntax) -> Self {
        Self::read(Article::parse(text, syntax), text)
    }

    /// The text behind the front matter of a file.
    pub(super) fn body(text: &'t str, syntax: Syntax) -> Self {
        Self::read(Article::parse_body(text, syntax), text)
    }

    fn read(article: Article<'t>, text: &'t str) -> Self {
        let raw = markdown::raw_html(text, article.body);
        let references = References::new(article.document.definitions.iter().map(|it| &*it.label));
        Self { article, raw, references }
    }

    /// What stands in a block; none, where it is code.
    pub(super) fn inner(&self, block: &Block) -> Option<Inner> {
        if block.kind == UnitKind::Code {
            return None;
        }
        let (text, form) = (self.article.text, self.form(block));
        let range = inner(text, block, form);
        let lines = lines(text, &range, block);
        let pieces =
            markdown::inline(text, &lines, form, self.article.document.syntax.form, &self.references);
        let pieces = trimmed(text, pieces);
        let content = Content::of(text, &pieces);
        let range = pieces.first().zip(pieces.last()).map(|(first, last)| first.range.start..last.range.end);
        Some(Inner { range: without_space(text, range?), pieces, content })
    }

    /// The pieces of a block of another text, of the same kind as one of this.
    pub(super) fn pieces(&self, written: &str, block: &Block) -> Vec<Inline> {
        let form = self.form(block);
        let range = without_marks(written, 0..written.len(), block.kind, form);
        let mut lines = Vec::new();
        let mut at = range.start;
        for line in written[range.clone()].split('\n') {
            lines.push(at..at + line.len());
            at += line.len() + 1;
        }
        let pieces =
            markdown::inline(written, &lines, form, self.article.document.syntax.form, &self.references);
        trimmed(written, pieces)
    }

    /// Whether it is raw HTML, where no Markdown is read.
    pub(super) fn is_raw(&self, block: &Block) -> bool {
        let at = self.raw.partition_point(|raw| raw.end <= block.span.start);
        self.raw.get(at).is_some_and(|raw| raw.start <= block.span.start)
    }

    fn form(&self, block: &Block) -> InlineForm {
        if self.is_raw(block) { InlineForm::Html } else { InlineForm::Markdown }
    }
}

impl Inner {
    /// Whether there is something to translate.
    pub(super) fn has_words(&self) -> bool {
        let mut texts = self.pieces.iter().filter_map(|piece| match &piece.kind {
            InlineKind::Text(text) => Some(text),
            _ => None,
        });
        texts.any(|text| text.chars().any(char::is_alphanumeric))
    }
}

/// A range of a text without white space at its ends; at its start not where signs of a quote stand behind that.
fn without_space(text: &str, range: Range<usize>) -> Range<usize> {
    let written = &text[range.clone()];
    let rest = written.trim_start_matches([' ', '\t', '\n']);
    let before = &written[..written.len() - rest.len()];
    let start = if rest.starts_with('>') && before.contains('\n') { 0 } else { before.len() };
    let end = written.trim_end_matches([' ', '\t', '\n']).len();
    range.start + start..range.start + end.max(start)
}

/// Where the text of a block stands.
fn inner(text: &str, block: &Block, form: InlineForm) -> Range<usize> {
    let range = without_marks(&text[block.span.clone()], 0..block.span.len(), block.kind, form);
    block.span.start + range.start..block.span.start + range.end
}

/// What is written in a block without the signs of headings, the box of a task and the like.
fn without_marks(written: &str, all: Range<usize>, kind: UnitKind, form: InlineForm) -> Range<usize> {
    let (mut start, mut end) = (all.start, all.end);
    if form == InlineForm::Html {
        return all;
    }
    match kind {
        UnitKind::Heading(_) if is_atx(written) => {
            let rest = written.trim_start_matches('#').trim_start_matches([' ', '\t']);
            start = written.len() - rest.len();
            let closed = rest.trim_end_matches('#');
            if closed.is_empty() || closed.ends_with([' ', '\t']) {
                end = start + closed.trim_end_matches([' ', '\t']).len();
            }
        }
        UnitKind::ListItem => {
            let is_box = |rest: &&str| ["[ ] ", "[x] ", "[X] "].iter().any(|sign| rest.starts_with(sign));
            let marker = written.trim_start_matches(|c: char| c.is_ascii_digit());
            let marker = marker.strip_prefix(['-', '*', '+', '.', ')', ':']);
            let rest =
                marker.and_then(|rest| rest.strip_prefix([' ', '\t'])).map_or(written, str::trim_start);
            let rest = if is_box(&rest) { rest[4..].trim_start() } else { rest };
            start = written.len() - rest.len();
        }
        _ => {}
    }
    start..end.max(start)
}

/// The lines of a block without what they have of the quotes and lists around it.
fn lines(text: &str, range: &Range<usize>, block: &Block) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut at = range.start;
    for line in text[range.clone()].split('\n') {
        let end = at + line.len();
        let own = if lines.is_empty() { line } else { block.without_prefix(line) };
        lines.push(end - own.len()..end);
        at = end + 1;
    }
    lines
}
