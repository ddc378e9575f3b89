//! Words that touch bold text or a link. Does not judge whether they may.

use std::ops::Range;

use memchr::memchr_iter;

use crate::catalog::File;
use crate::checks::check::{WrittenBlock, is_alphabetic, is_alphanumeric};
use crate::diagnostic::Span;

/// A word beside bold text or a link, without a space between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) word: Span,
    /// The bold text or the link.
    pub(super) marked: Span,
    /// The word in it that is nearest.
    pub(super) nearest: Span,
}

impl Edge {
    /// Where the space is missing.
    pub(super) fn place(self) -> Span {
        let at = if self.word.start >= self.marked.end { self.marked.end } else { self.marked.start };
        Span { start: at, end: at }
    }

    /// What the two words would be as one; nothing if no word is nearest.
    pub(super) fn joined(self, text: &str) -> String {
        let (word, nearest) = (self.word.slice(text), self.nearest.slice(text));
        match (nearest.is_empty(), self.word < self.nearest) {
            (true, _) => String::new(),
            (false, true) => [word, nearest].concat(),
            (false, false) => [nearest, word].concat(),
        }
    }
}

/// Every edge of a file that a word touches, in order.
pub(super) fn edges(file: &File) -> Vec<Edge> {
    let mut found = Vec::new();
    for prose in WrittenBlock::of(file).filter(|prose| may_be(prose.text.as_bytes())) {
        for inner in prose.bold() {
            let inner = prose.span(inner).range();
            add(&mut found, &file.text, prose.block.span.range(), inner.start - 2..inner.end + 2, inner);
        }
    }
    for link in &file.document.links {
        let span = link.span.range();
        let bytes = file.text.as_bytes();
        // Both sides of its first and its last bracket.
        let is_near = touches(span.start.checked_sub(1), bytes, span.start)
            || touches(span.end.checked_sub(1), bytes, span.end);
        if !is_near {
            continue;
        }
        let written = link.span.slice(&file.text);
        let Some(end) = written.rfind("](").filter(|_| written.starts_with('[')) else { continue };
        let Some(block) = file.document.block_at(span.start) else { continue };
        let block = block.span.range();
        let inner = span.start + 1..span.start + end;
        if span.end <= block.end {
            add(&mut found, &file.text, block, span, inner);
        }
    }
    found.sort_unstable_by_key(|edge| edge.word);
    found.dedup_by_key(|edge| edge.word);
    found
}

/// Whether two asterisks touch letters on both sides, or letters and other marks: hardly a block comes further.
fn may_be(bytes: &[u8]) -> bool {
    memchr_iter(b'*', bytes)
        .any(|at| bytes.get(at + 1) == Some(&b'*') && touches(at.checked_sub(1), bytes, at + 2))
}

/// Whether a letter stands on one side, and no space on the other.
fn touches(before: Option<usize>, bytes: &[u8], behind: usize) -> bool {
    let (before, behind) = (before.and_then(|at| bytes.get(at)), bytes.get(behind));
    let is_apart = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    let is_letter =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_lowercase() || !byte.is_ascii());
    is_letter(behind) && !is_apart(before) || is_letter(before) && !is_apart(behind)
}

/// Adds the words on both sides of what is marked.
fn add(found: &mut Vec<Edge>, text: &str, block: Range<usize>, marked: Range<usize>, inner: Range<usize>) {
    let span = |range: &Range<usize>| Span::new(range.start, range.end);
    let head = &text[block.start..marked.start];
    let tail = &text[marked.end..block.end];
    let before = head.len() - letters_behind(head);
    if before < head.len() && !head[..before].ends_with(is_beside) {
        let nearest = inner.start..inner.start + letters(&text[inner.clone()]);
        let word = block.start + before..marked.start;
        found.push(Edge { word: span(&word), marked: span(&marked), nearest: span(&nearest) });
    }
    let behind = letters(tail);
    let rest = &tail[behind..];
    let goes_on = rest.starts_with(is_beside)
        || rest.starts_with(['.', '(']) && !rest[1..].starts_with(char::is_whitespace) && rest.len() > 1;
    if behind > 0 && !goes_on {
        let nearest = inner.end - letters_behind(&text[inner.clone()])..inner.end;
        let word = marked.end..marked.end + behind;
        found.push(Edge { word: span(&word), marked: span(&marked), nearest: span(&nearest) });
    }
}

/// Letters of a word, at the most: what is longer is none.
const LONGEST: usize = 40;

/// Bytes of the letters that a text begins with.
fn letters(text: &str) -> usize {
    text.chars().take(LONGEST).take_while(|c| is_letter(*c)).map(char::len_utf8).sum()
}

/// Bytes of the letters that a text ends with.
fn letters_behind(text: &str) -> usize {
    text.chars().rev().take(LONGEST).take_while(|c| is_letter(*c)).map(char::len_utf8).sum()
}

/// A letter of a script with spaces between all words: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(letter, '\u{c0}'..='\u{6ff}' | '\u{1e00}'..='\u{1fff}') && is_alphabetic(letter)
}

/// What a word goes on with, or is a part of.
fn is_beside(letter: char) -> bool {
    is_alphanumeric(letter)
        || matches!(
            letter,
            '-' | '\'' | '’' | '‑' | '/' | '\\' | '@' | '_' | '*' | '`' | '<' | '#' | '&' | '='
        )
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5f3}' | '\u{5f4}' | '\u{64b}'..='\u{65f}' | '\u{200c}' | '\u{200d}')
}
