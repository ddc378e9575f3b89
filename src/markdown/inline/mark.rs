//! Finds in a line what generators read and CommonMark does not: shortcodes, expressions, `[!INCLUDE …]`, `:::image …:::`, lists of
//! attributes, references to footnotes. Says not what they mean.

use std::collections::BTreeMap;
use std::ops::Range;

use super::scan::Closer;
use crate::markdown::syntax::Form;

/// Longer ones in brackets that nest are not looked for.
const MAX_NESTED: usize = 1024;

/// Shorter ones say nothing.
const MIN_BYTES: usize = 4;

/// Where the marks of a line stand, in order. There are none in code, which stands at these places.
pub(super) fn marks(line: &str, form: Form, code: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut closers = Closers::new(line);
    let mut code = code.into_iter().peekable();
    let mut found = Vec::new();
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(next) = memchr::memchr3(b'{', b'[', b':', &bytes[at..]).map(|next| at + next) {
        while code.next_if(|span| span.end <= next).is_some() {}
        if let Some(span) = code.peek().filter(|span| span.start <= next) {
            at = span.end;
            continue;
        }
        match end(line, next, form, &mut closers) {
            Some(end) if end - next >= MIN_BYTES && !is_escaped(bytes, next) => {
                found.push(next..end);
                at = end;
            }
            _ => at = next + 1,
        }
    }
    found
}

struct Closers<'l> {
    shortcode: Closer<'l>,
    processed: Closer<'l>,
    output: Closer<'l>,
    tag: Closer<'l>,
    brace: Closer<'l>,
    colons: Closer<'l>,
}

impl<'l> Closers<'l> {
    fn new(line: &'l str) -> Self {
        let closer = |text| Closer::new(line, text);
        Self {
            shortcode: closer(">}}"),
            processed: closer("%}}"),
            output: closer("}}"),
            tag: closer("%}"),
            brace: closer("}"),
            colons: closer(":::"),
        }
    }
}

/// Where the mark ends that begins at `at`.
fn end(line: &str, at: usize, form: Form, closers: &mut Closers<'_>) -> Option<usize> {
    let rest = &line[at..];
    let letter = |skip: usize| rest[skip..].chars().next().unwrap_or(' ');
    if rest.starts_with("{{<") {
        closers.shortcode.end(at + 3)
    } else if rest.starts_with("{{%") {
        closers.processed.end(at + 3)
    } else if rest.starts_with("{{") {
        closers.output.end(at + 2)
    } else if rest.starts_with("{%") {
        closers.tag.end(at + 2)
    } else if rest.starts_with("{#") || rest.starts_with("{:") || rest.starts_with("{.") {
        closers.brace.end(at + 2)
    } else if rest.starts_with('{') && form == Form::Mdx {
        balanced(rest, b'{', b'}').map(|length| at + length)
    } else if rest.starts_with("[!") && letter(2).is_ascii_alphabetic() {
        balanced(rest, b'[', b']').map(|length| at + length)
    } else if rest.starts_with("[^") && !matches!(letter(2), ' ' | ']') {
        let name = rest.as_bytes().iter().take(MAX_NESTED).position(|byte| matches!(byte, b']' | b' '));
        name.filter(|&end| rest.as_bytes()[end] == b']').map(|end| at + end + 1)
    } else if rest.starts_with(":::") && letter(3).is_ascii_alphabetic() {
        closers.colons.end(at + 3)
    } else {
        None
    }
}

/// How long a text in brackets is.
fn balanced(text: &str, open: u8, close: u8) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, &byte) in text.as_bytes().iter().enumerate().take(MAX_NESTED) {
        if byte == open {
            depth += 1;
        } else if byte == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at + 1);
            }
        }
    }
    None
}

fn is_escaped(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().take_while(|&&byte| byte == b'\\').count() % 2 == 1
}

/// Where code in a line stands, with its back quotes.
pub(super) fn code_spans(line: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in memchr::memchr_iter(b'`', line.as_bytes()) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    // The next run of the same length, which closes one.
    let mut closing = vec![None; runs.len()];
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, run) in runs.iter().enumerate().rev() {
        closing[at] = seen.insert(run.len(), at);
    }
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(run) = runs.get(at) {
        match closing[at].filter(|_| !is_escaped(line.as_bytes(), run.start)) {
            Some(end) => {
                spans.push(run.start..runs[end].end);
                at = end + 1;
            }
            None => at += 1,
        }
    }
    spans
}

/// The line for a reader of CommonMark: each mark is raw HTML of its length, and in a destination letters.
pub(super) fn masked(line: &str, marks: &[Range<usize>]) -> String {
    let mut masked = String::with_capacity(line.len());
    let mut at = 0;
    for mark in marks {
        masked.push_str(&line[at..mark.start]);
        if is_destination(&masked) {
            masked.extend(std::iter::repeat_n('x', mark.len()));
        } else {
            masked.push_str("<?");
            masked.extend(std::iter::repeat_n('x', mark.len() - MIN_BYTES));
            masked.push_str("?>");
        }
        at = mark.end;
    }
    masked.push_str(&line[at..]);
    masked
}

/// Whether what follows is read as a destination.
fn is_destination(before: &str) -> bool {
    const MAX_BYTES: usize = 512;
    let start = before.floor_char_boundary(before.len().saturating_sub(MAX_BYTES));
    let word = &before[start..];
    let word = &word[word.rfind([' ', ')']).map_or(0, |at| at + 1)..];
    word.contains("](") || word.ends_with("](")
}
