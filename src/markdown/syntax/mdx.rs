//! Lines of MDX: statements of modules, expressions, and tags that stand alone. Only reads them; those within lines are left to
//! whoever reads lines.

use super::components::{self, Kind};
use super::javascript;
use super::jsx::Tag;
use super::line::{Line, Step};

/// Tags and expressions that are looked at for whether anything else stands in their line.
const MAX_ALONE: usize = 8;

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let rest = line.body.get(line.content..)?;
    match rest.as_bytes().first()? {
        b'i' | b'e' => statements(line, rest),
        b'{' => {
            let until = line.content + javascript::braces(rest)?;
            is_alone(line.body, until).then_some(Step::Component { until })
        }
        b'<' => tag(line, rest),
        _ => None,
    }
}

/// Statements without a blank line between them.
fn statements<'t>(line: &Line<'t>, rest: &str) -> Option<Step<'t>> {
    // What is indented, or stands in an item or a quote, is text.
    let before = line.body.get(..line.content)?;
    if !(before.is_empty() || before.ends_with('\n')) {
        return None;
    }
    let mut lines = before.rsplit('\n').skip(1);
    let is_first = lines.next().is_none_or(|line| line.trim().is_empty());
    if !is_first || !javascript::is_statement(rest) {
        return None;
    }
    let mut length = javascript::statement(rest)?;
    loop {
        let next = rest.get(length..)?.strip_prefix('\n').filter(|next| javascript::is_statement(next));
        match next.and_then(javascript::statement) {
            Some(more) => length += 1 + more,
            None => return Some(Step::Component { until: line.content + length }),
        }
    }
}

fn tag<'t>(line: &Line<'t>, rest: &'t str) -> Option<Step<'t>> {
    let tag = Tag::read(rest)?;
    let until = line.content + tag.length;
    match components::kind(&tag) {
        // HTML that CommonMark would read up to a blank line.
        Kind::Block if tag.is_html() => Some(Step::Blank { until }),
        Kind::Block => Some(Step::Component { until }),
        Kind::Whole => {
            let end = format!("</{}>", tag.name);
            let behind = javascript::bounded(line.body.get(until..)?);
            let length =
                memchr::memmem::find(behind.as_bytes(), end.as_bytes()).map_or(0, |at| at + end.len());
            Some(Step::Component { until: until + length })
        }
        Kind::Component if is_alone(line.body, until) => Some(Step::Component { until }),
        Kind::Component | Kind::Lines | Kind::Phrase => Some(phrase(line, &tag, until)),
        Kind::Other => None,
    }
}

/// What is a part of a line, and begins one.
fn phrase<'t>(line: &Line<'t>, tag: &Tag<'_>, until: usize) -> Step<'t> {
    let is_plain = tag.is_html() && until <= line.end;
    Step::Phrase { until: if is_plain { line.content } else { until } }
}

/// Whether nothing but tags and expressions stands behind a place in its line.
fn is_alone(body: &str, mut at: usize) -> bool {
    for _ in 0..MAX_ALONE {
        let line = Line::at(body, at);
        if line.is_blank() {
            return true;
        }
        let rest = body.get(line.content..).unwrap_or("");
        let length = match rest.as_bytes().first() {
            Some(b'<') => {
                Tag::read(rest).filter(|tag| components::kind(tag) != Kind::Other).map(|tag| tag.length)
            }
            Some(b'{') => javascript::braces(rest),
            _ => None,
        };
        match length {
            Some(length) => at = line.content + length,
            None => return false,
        }
    }
    true
}
