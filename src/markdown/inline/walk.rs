//! Walks over the events of CommonMark in one line, and divides it by them. Reads no raw HTML.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};

use super::line::Line;
use super::mark::{code_spans, marks, masked};
use super::piece::{Inline, InlineRole, InlineText};
use super::run::Pieces;
use crate::markdown::syntax::Form;

/// What stands before the line, so that nothing in it begins a block.
const GUARD: &str = "x ";

/// The labels that links may refer to.
#[derive(Clone, Debug, Default)]
pub(crate) struct References(BTreeSet<String>);

impl References {
    pub(crate) fn new<'a>(labels: impl IntoIterator<Item = &'a str>) -> Self {
        Self(labels.into_iter().map(normal).collect())
    }

    fn has(&self, label: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&normal(label))
    }
}

/// A label as labels are compared.
fn normal(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What Markdown has opened.
struct Open {
    number: u32,
    role: InlineRole,
    /// How many bytes end it; for links what stands behind the text.
    close: Option<usize>,
    /// Where its text begins.
    start: usize,
    kind: Option<LinkType>,
    title: String,
}

pub(super) fn walk(line: &Line<'_>, form: Form, references: &References) -> Vec<Inline> {
    let mut marks = marks(&line.line, form, code_spans(&line.line));
    // What stands on a line of its own goes on doing so.
    if let Some(first) = marks.first_mut().filter(|mark| mark.start == 0 && line.is_joint(mark.end)) {
        first.end += 1;
    }
    if let [before @ .., last] = &mut *marks
        && last.end == line.line.len()
        && last.start > before.last().map_or(0, |before| before.end)
        && line.is_joint(last.start - 1)
    {
        last.start -= 1;
    }
    let all: Vec<Range<usize>> = marks.iter().cloned().chain(line.breaks()).collect();
    let source = format!("{GUARD}{}", masked(&line.line, &marks));
    let refer = |link: BrokenLink<'_>| {
        references.has(&link.reference).then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    let parser = Parser::new_with_broken_link_callback(&source, Options::ENABLE_STRIKETHROUGH, Some(refer));
    let mut walk =
        Walk { line, pieces: Pieces::new(line, InlineText::Markdown), open: Vec::new(), skip: 0, marks: all };
    walk.marks.sort_by_key(|mark| mark.start);
    for (event, range) in parser.into_offset_iter() {
        let back = |at: usize| at.saturating_sub(GUARD.len());
        let event = match event {
            Event::Text(text) if range.start == 0 => {
                Event::Text(text.strip_prefix(GUARD).unwrap_or("").to_owned().into())
            }
            event => event,
        };
        walk.event(event, back(range.start)..back(range.end));
    }
    walk.pieces.finish()
}

struct Walk<'l, 't> {
    line: &'l Line<'t>,
    pieces: Pieces<'l, 't>,
    open: Vec<Open>,
    /// What stands before this place is no text.
    skip: usize,
    marks: Vec<Range<usize>>,
}

impl Walk<'_, '_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Paragraph) => {}
            _ if range.end <= self.skip && !matches!(event, Event::End(_)) => {}
            Event::Start(tag) => self.start(tag, &range),
            Event::End(_) => self.end(&range),
            Event::Text(text) => {
                // What is masked is shown as it is written.
                let own = self.line.line.get(range.clone()).filter(|own| own.len() == text.len());
                let own = own.filter(|own| !own.starts_with('&'));
                self.pieces.text(own.unwrap_or(&text), range.end);
            }
            Event::Code(_) => {
                self.pieces.rest(range.start);
                self.pieces.alone(InlineRole::Code, range.end);
            }
            Event::InlineHtml(_) | Event::Html(_) => {
                self.pieces.rest(range.start);
                let is_mark = self.marks.binary_search_by_key(&range.start, |mark| mark.start).is_ok();
                if is_mark && self.line.line[range.clone()] == *"<?br?>" {
                    self.pieces.alone(InlineRole::Break, range.end);
                } else {
                    self.pieces.tag(range.end);
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let (role, length, close, kind, title) = match tag {
            Tag::Emphasis => (InlineRole::Italic, 1, Some(1), None, String::new()),
            Tag::Strong => (InlineRole::Bold, 2, Some(2), None, String::new()),
            Tag::Strikethrough => {
                let length = if self.line.line[range.clone()].starts_with("~~") { 2 } else { 1 };
                (InlineRole::Struck, length, Some(length), None, String::new())
            }
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.pieces.rest(range.start);
                self.pieces.alone(InlineRole::Link, range.end);
                self.skip = range.end;
                self.push(0, InlineRole::Link, None, range.end);
                return;
            }
            Tag::Link { link_type, title, .. } => {
                (InlineRole::Link, 1, None, Some(link_type), title.into_string())
            }
            Tag::Image { link_type, title, .. } => {
                (InlineRole::Image, 2, None, Some(link_type), title.into_string())
            }
            _ => return,
        };
        self.pieces.rest(range.start);
        let number = self.pieces.open(role, InlineText::Markdown, range.start + length);
        self.pieces.enter();
        self.open.push(Open { number, role, close, start: range.start + length, kind, title });
    }

    fn push(&mut self, number: u32, role: InlineRole, close: Option<usize>, start: usize) {
        self.pieces.enter();
        self.open.push(Open { number, role, close, start, kind: None, title: String::new() });
    }

    fn end(&mut self, range: &Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        self.pieces.leave();
        if open.number == 0 {
            return;
        }
        if let Some(length) = open.close {
            self.pieces.rest(range.end - length);
            self.pieces.close(open.number, open.role, None, range.end);
            return;
        }
        // What is text ends where the bracket does.
        let from = self.pieces.at();
        let gap = self.line.line[from..range.end].find(']').unwrap_or(0);
        self.pieces.rest(from + gap);
        let text_end = self.pieces.at();
        let is_own = matches!(
            open.kind,
            Some(
                LinkType::Shortcut
                    | LinkType::Collapsed
                    | LinkType::ShortcutUnknown
                    | LinkType::CollapsedUnknown
            )
        );
        let label = is_own.then_some(open.start..text_end);
        if open.kind == Some(LinkType::Inline)
            && let Some((title, quote)) = title(&self.line.line[text_end..range.end], &open.title)
        {
            let title = text_end + title.start..text_end + title.end;
            let inner = self.pieces.open(InlineRole::Other, InlineText::Title(quote), title.start);
            self.pieces.text(&open.title, title.end);
            self.pieces.close(inner, InlineRole::Other, None, title.end + 1);
        }
        self.pieces.close(open.number, open.role, label, range.end);
    }
}

/// Where the title stands in what is written behind the text of a link, and its quote.
fn title(behind: &str, title: &str) -> Option<(Range<usize>, char)> {
    if !title.chars().any(char::is_alphanumeric) {
        return None;
    }
    let inner = behind.strip_suffix(')')?.trim_end();
    let quote = inner.chars().next_back().filter(|quote| matches!(quote, '"' | '\''))?;
    let end = inner.len() - 1;
    let start = inner[..end].find([' ', '\t']).and_then(|space| {
        let gap = inner[space..end].find(quote)?;
        inner[space..space + gap].trim().is_empty().then_some(space + gap + 1)
    })?;
    Some((start..end, quote))
}
