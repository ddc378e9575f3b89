//! Comments that silence findings at their place: `<!-- faqtory-allow: code, code -- why -->` in the text,
//! `# faqtory-allow: code` in YAML and in files of messages. Judges nothing: `unused-allow` does.
//!
//! A comment on a line of its own is for what follows, up to the next blank line (in YAML and messages: for the next
//! entry); behind something, for its line. `faqtory-allow-file` is for the whole file, wherever it stands.

mod lines;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::catalog::File;
use crate::diagnostic::{Diagnostic, Span};
use crate::line_end::with_line_feeds;

use lines::{Lines, Syntax, is_blank};

const WORD: &str = "faqtory-allow";

/// A comment that silences findings.
#[derive(Clone, Debug)]
pub struct Allow {
    /// All that goes when the comment goes: with its line where it has one of its own.
    pub span: Span,
    pub codes: Vec<AllowedCode>,
    scope: Scope,
}

/// A code in such a comment.
#[derive(Clone, Debug)]
pub struct AllowedCode {
    pub code: String,
    pub span: Span,
    /// Findings that it silenced.
    pub silenced: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Scope {
    Line(Range<usize>),
    Following(Range<usize>),
    File,
}

/// The comments of a Markdown file, in its front matter and in its text.
pub(super) fn in_markdown(file: &File) -> Vec<Allow> {
    // Nearly all files have none.
    if !file.text.contains(WORD) {
        return Vec::new();
    }
    let front_matter = file.front_matter.span.map_or(0..0, Span::range);
    let text = with_line_feeds(&file.text);
    let mut allows = in_lines(&text, front_matter);
    let lines = Lines::of(&text, Syntax::Html);
    for comment in &file.document.comments {
        let inner = comment.slice(&text);
        let inner = inner.strip_prefix("<!--").and_then(|inner| inner.strip_suffix("-->"));
        if let Some(inner) = inner {
            allows.extend(in_comment(&lines, comment.range(), inner));
        }
    }
    allows
}

/// The comments of a YAML file or a file of messages, or of a part of one: each from `#` to the end of its line.
pub(super) fn in_lines(text: &str, range: Range<usize>) -> Vec<Allow> {
    let mut allows = Vec::new();
    let part = text.get(range.clone()).unwrap_or("");
    if !part.contains(WORD) {
        return allows;
    }
    let lines = Lines::of(text, Syntax::Hash);
    let mut read = 0;
    for (at, _) in part.match_indices(WORD) {
        let at = range.start + at;
        // A comment has the rest of its line.
        if at < read {
            continue;
        }
        let line = lines.at(at);
        // A comment begins the line or stands behind white space, and nothing but that between `#` and the word.
        let before = text[line.start..at].trim_end();
        let end = line.start + text[line.clone()].trim_end().len();
        let Some(hash) = before.strip_suffix('#').map(|before| line.start + before.len()) else { continue };
        if hash == line.start || text[..hash].ends_with([' ', '\t']) {
            allows.extend(in_comment(&lines, hash..end, &text[hash + 1..end]));
            read = end;
        }
    }
    allows
}

fn in_comment(lines: &Lines<'_>, comment: Range<usize>, inner: &str) -> Option<Allow> {
    let text = lines.text;
    let rest = inner.trim_start().strip_prefix(WORD)?;
    let (whole_file, rest) = match rest.strip_prefix("-file") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let rest = rest.strip_prefix(':')?;
    // `-- why` is for people.
    let list = rest.split_once("--").map_or(rest, |(list, _)| list);
    let start = inner.as_ptr() as usize - text.as_ptr() as usize + (inner.len() - rest.len());
    let mut codes = Vec::new();
    let mut at = start;
    // A comment over several lines of a quote has the marks of the quote in it.
    let parts = |c: char| matches!(c, ',' | '>') || c.is_whitespace();
    for piece in list.split_inclusive(parts) {
        let code = piece.trim_end_matches(parts);
        if !code.is_empty() {
            let span = Span::new(at, at + code.len());
            codes.push(AllowedCode { code: code.to_owned(), span, silenced: 0 });
        }
        at += piece.len();
    }
    let line = lines.at(comment.start);
    let last = lines.at(comment.end);
    let alone = lines.is_first(comment.start) && is_blank(&text[comment.end..last.end]);
    let scope = match (whole_file, alone) {
        (true, _) => Scope::File,
        (false, false) => Scope::Line(line.clone()),
        (false, true) => Scope::Following(comment.start..lines.following(comment.end)),
    };
    let span = if alone && text[line.start..comment.start].trim().is_empty() {
        line.start..last.end
    } else {
        let before = text[..comment.start].trim_end_matches([' ', '\t']).len();
        before.max(line.start)..comment.end
    };
    (!codes.is_empty()).then(|| Allow { span: span.into(), codes, scope })
}

/// Scopes by their start: the end, the number of the comment, and that of the code in it.
type Starts = BTreeMap<usize, (usize, usize, usize)>;

/// Takes what the comments of a file silence out of its findings. Counts what each code silenced.
pub(super) fn silence(allows: &mut [Allow], findings: &mut Vec<Diagnostic>) {
    // By code, for each kind of scope by its start. Scopes of one kind begin at different places and never lie in each
    // other without having the same end, so that the last that begins before a place is the one that has it.
    let mut scopes: BTreeMap<&str, [Starts; 3]> = BTreeMap::new();
    for (number, allow) in allows.iter().enumerate() {
        for (nth, allowed) in allow.codes.iter().enumerate() {
            let (kind, range) = match &allow.scope {
                Scope::Line(range) => (0, range.clone()),
                Scope::Following(range) => (1, range.clone()),
                Scope::File => (2, 0..usize::MAX),
            };
            let kinds = scopes.entry(&allowed.code).or_default();
            kinds[kind].entry(range.start).or_insert((range.end, number, nth));
        }
    }
    let mut silenced = Vec::new();
    findings.retain(|finding| {
        let start = finding.span.start as usize;
        let Some(kinds) = scopes.get(finding.code) else { return true };
        let of_kind = |starts: &Starts| {
            let (_, &(end, number, nth)) = starts.range(..=start).next_back()?;
            (start < end).then_some((number, nth))
        };
        let Some(by) = kinds.iter().find_map(of_kind) else { return true };
        silenced.push(by);
        false
    });
    for (number, nth) in silenced {
        allows[number].codes[nth].silenced += 1;
    }
}
