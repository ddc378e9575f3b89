//! Runs of four stars and more: what is left of two bold texts that touch, or of one that lost its words; and the masks
//! of passwords and numbers, which look alike.

use crate::catalog::File;
use crate::checks::Finding;
use crate::checks::check::{InBlock, WrittenBlock};
use crate::diagnostic::{Applicability, Span};
use crate::markdown::StrayKind;

use super::leaves::leaves;

/// The whole run of stars that a stray one is a part of; the others may have been read.
pub(super) fn whole(file: &File, stray: Span) -> Span {
    let text = file.text.as_bytes();
    let is_star = |byte: &&u8| **byte == b'*';
    let before = text[..stray.start as usize].iter().rev().take_while(is_star).count();
    let behind = text[stray.end as usize..].iter().take_while(is_star).count();
    Span::new(stray.start as usize - before, stray.end as usize + behind)
}

/// The long runs of a block that are damage; each is a stray and the run that it is a part of.
pub(super) fn judge(file: &File, found: &InBlock<'_>, long: &[(Span, Span)]) -> Vec<Finding> {
    if long.is_empty() {
        return Vec::new();
    }
    let mut bold = Bold { prose: WrittenBlock::of_block(file, found.block), at: 0, is_open: false };
    let mut findings: Vec<Finding> = Vec::new();
    for &(stray, run) in long {
        let is_bold = bold.is_at(run);
        let is_again = findings.last().is_some_and(|last| last.span == run);
        if !is_again && !is_mask(file, found, stray, run, is_bold) {
            findings.push(finding(file, found, stray, run, is_bold));
        }
    }
    findings
}

/// Whether bold text is open at a place, by the marks before it; asked in the order of the text.
struct Bold<'f> {
    prose: WrittenBlock<'f>,
    at: usize,
    is_open: bool,
}

impl Bold<'_> {
    fn is_at(&mut self, run: Span) -> bool {
        let text = self.prose.text;
        let until = (run.start - self.prose.block.span.start) as usize;
        while let Some(mark) = text.get(self.at..until).and_then(|rest| rest.find("**")) {
            let mark = self.at + mark;
            let length = text[mark..].bytes().take_while(|byte| *byte == b'*').count();
            let is_mark = length < 4 && !text[..mark].ends_with('\\') && !self.prose.is_literal(mark);
            self.is_open ^= is_mark;
            self.at = mark + length;
        }
        self.is_open
    }
}

fn finding(file: &File, found: &InBlock<'_>, stray: Span, run: Span, is_bold: bool) -> Finding {
    let stars = run.slice(&file.text);
    let finding = Finding::new(run, format!("`{stars}` is shown as asterisks: nothing stands between them"));
    if stray != run {
        return finding
            .help("write two asterisks at each end of every bold text, and a space between two bold texts");
    }
    let (before, behind) = around(file, found, run);
    let is_glued = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !is_unspaced(c));
    let right = if is_bold && is_glued(before) && is_glued(behind) { "** **" } else { "" };
    let help = if right.is_empty() { "remove them" } else { "write a space between the two bold texts" };
    let finding = finding.help(help);
    // Where a space comes between them, both texts become bold; where stars are removed, nothing does.
    let is_right = |fewer| if right.is_empty() { fewer == 1 } else { fewer >= 1 };
    if leaves(file, found, StrayKind::Stars, run, right).is_some_and(is_right) {
        finding.fix(Applicability::Unsafe, run, right)
    } else {
        finding
    }
}

/// The characters of the block before and behind a run.
fn around(file: &File, found: &InBlock<'_>, run: Span) -> (Option<char>, Option<char>) {
    let (block, run) = (found.block.span.range(), run.range());
    let before = file.text.get(block.start..run.start).and_then(|text| text.chars().next_back());
    let behind = file.text.get(run.end..block.end).and_then(|text| text.chars().next());
    (before, behind)
}

/// Scripts without spaces between words, and their punctuation.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Whether the stars stand for what is hidden: `(****)`, `****1234`, `****@example.com`, `Password: ****`; and lines of
/// nothing else.
fn is_mask(file: &File, found: &InBlock<'_>, stray: Span, run: Span, is_bold: bool) -> bool {
    if stray != run {
        return false;
    }
    let (block, range) = (found.block.span.range(), run.range());
    let before = file.text.get(block.start..range.start).unwrap_or("");
    let behind = file.text.get(range.end..block.end).unwrap_or("");
    let (left, right) = (before.chars().next_back(), behind.chars().next());
    let is_odd = !range.len().is_multiple_of(2);
    if is_odd
        || is_framed(left, right)
        || left == Some('\\')
        || !before.contains(char::is_alphanumeric) && !behind.contains(char::is_alphanumeric)
    {
        return true;
    }
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    if is_blank(left) && is_blank(right) && range.len() > 4 {
        return true;
    }
    let (word, next) = (ascii_word_before(before), ascii_word(behind));
    !is_bold
        && (is_secret(word, next)
            || is_hidden(before.trim_end(), left, right)
            || is_of_series(before, behind))
}

/// Brackets or quotation marks round the run, and slashes of paths.
fn is_framed(left: Option<char>, right: Option<char>) -> bool {
    const FRAMES: [(char, char); 10] = [
        ('(', ')'),
        ('（', '）'),
        ('[', ']'),
        ('<', '>'),
        ('"', '"'),
        ('\'', '\''),
        ('“', '”'),
        ('„', '“'),
        ('«', '»'),
        ('「', '」'),
    ];
    let is_path = |c: Option<char>| c.is_some_and(|c| matches!(c, '/' | '\\'));
    left.zip(right).is_some_and(|pair| FRAMES.contains(&pair)) || is_path(left) || is_path(right)
}

/// A word that the run is a part of, with a digit, an `@` or capitals alone; or one letter that is left of a name.
fn is_secret(word: &str, next: &str) -> bool {
    let has_sign =
        |text: &str| text.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '=' | '-' | '_'));
    let is_key = !word.is_empty() && next.is_empty() && word.chars().all(|c| c.is_ascii_uppercase());
    has_sign(word) || has_sign(next) || is_key || word.chars().count() == 1 || next.chars().count() == 1
}

/// What stands behind `Password:` or `pin =`.
fn is_hidden(before: &str, left: Option<char>, right: Option<char>) -> bool {
    before.ends_with([':', '=', '：', '(', '/'])
        && left.is_none_or(|c| c.is_whitespace() || c == '=' || c == '：')
        && right.is_none_or(|c| !c.is_alphanumeric())
}

/// `**** **** 1234`: other stars or digits stand beside it.
fn is_of_series(before: &str, behind: &str) -> bool {
    let is_apart = |c: Option<char>| c.is_some_and(|c| matches!(c, ' ' | '-'));
    let is_part = |c: Option<char>| c.is_some_and(|c| c == '*' || c.is_ascii_digit());
    let mut left = before.chars().rev();
    let mut right = behind.chars();
    is_apart(left.next()) && is_part(left.next()) || is_apart(right.next()) && is_part(right.next())
}

fn ascii_word_before(text: &str) -> &str {
    &text[text.trim_end_matches(is_of_word).len()..]
}

fn ascii_word(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(is_of_word).len()]
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '@' | '-' | '_' | '=')
}
