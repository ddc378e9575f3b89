//! Tables of contents: `TOC.yml` → nodes in the author's order, and what is wrong with them. Resolves nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle};

use crate::diagnostic::{Span, Spanned};

/// Entries of a table of contents at the most; what comes after them is left out.
pub(super) const MAX_TOC_ENTRIES: usize = 100_000;

/// Lists of entries in each other at the most. The site shows far fewer.
pub(super) const MAX_DEPTH: usize = 64;

/// One entry of a table of contents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TocNode {
    pub name: String,
    /// A link to an article or another table of contents as written, with its place.
    pub href: Option<Spanned<String>>,
    /// The article of a node whose `href` is another table of contents.
    pub topic: Option<Spanned<String>>,
    pub items: Vec<TocNode>,
}

/// Something in a table of contents that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TocFlaw {
    pub kind: TocFlawKind,
    pub span: Span,
}

/// Why something in a table of contents was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TocFlawKind {
    /// It is not valid YAML from here on; why.
    Unreadable(String),
    /// An entry is not valid YAML; why.
    Damaged(String),
    /// Something else stands where an entry should.
    NoEntry,
    /// An entry has neither a name nor a link nor entries of its own.
    Empty,
    /// An entry has a name and nothing else.
    NameAlone,
    /// A key that the entry has already.
    Double,
    /// A name or link is not text.
    NoText,
    /// `items`, or the whole file, is not a list.
    NoList,
    /// A list in too many others.
    TooDeep,
    /// There were 100,000 before it.
    TooMany,
}

/// Damaged entries behind which reading goes on at the most.
const MAX_DAMAGED: usize = 20;

/// Reads a table of contents: a list of nodes, or a map with `items`. What is not an entry is left out, and the rest stays.
pub(super) fn parse(text: &str) -> (Vec<TocNode>, Vec<TocFlaw>) {
    let text_start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut whole = Reader::default();
    let mut part = text_start..text.len();
    for number in 0..=MAX_DAMAGED {
        let mut reader = Reader { entries: whole.entries, ..Reader::default() };
        let damage = reader.read(text, part.clone());
        (whole.entries, whole.is_full) = (reader.entries, reader.is_full);
        whole.nodes.append(&mut reader.nodes);
        whole.flaws.append(&mut reader.flaws);
        let Some((reason, place)) = damage else { break };
        let next =
            next_entry(text, text_start, part.start, place.start as usize).filter(|_| number < MAX_DAMAGED);
        let kind = match next {
            Some(_) => TocFlawKind::Damaged(reason),
            None => TocFlawKind::Unreadable(reason),
        };
        whole.flaw(kind, place);
        let Some(next) = next.filter(|_| !whole.is_full) else { break };
        part = next;
    }
    (whole.nodes, whole.flaws)
}

/// The entries of the outermost list behind the one that a place is in; all up to `read` were read before.
fn next_entry(text: &str, start: usize, read: usize, place: usize) -> Option<Range<usize>> {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_entry = |line: &str| line.trim() == "-" || line.trim_start_matches(' ').starts_with("- ");
    let mut at = start;
    let mut lines = text.get(start..)?.split_inclusive(['\n', '\r']).map(|line| {
        at += line.len();
        (at - line.len(), line)
    });
    let (first, line) = lines.by_ref().find(|(_, line)| is_entry(line)).filter(|(at, _)| *at <= place)?;
    let outermost = indent(line);
    let is_outermost = |line: &str| is_entry(line) && indent(line) == outermost;
    // What was never closed is noticed at the next entry.
    let is_next = |at: usize| at > place || at + outermost == place && at > read;
    let (next, _) = lines.by_ref().find(|(at, line)| *at > first && is_next(*at) && is_outermost(line))?;
    let ends = |line: &str| {
        let content = line.trim();
        let is_key = indent(line) == outermost && !content.starts_with(['-', '#']);
        !content.is_empty() && (indent(line) < outermost || is_key)
    };
    let end = lines.find(|(_, line)| ends(line)).map_or(text.len(), |(at, _)| at);
    Some(next..end)
}

/// What stands between two offsets, no further than the end of the line.
pub(super) fn line_at(text: &str, start: usize, end: usize) -> Span {
    let start = text.floor_char_boundary(start);
    let end = if end > start { text.ceil_char_boundary(end) } else { text.len() };
    let line = text[start..end].lines().next().unwrap_or_default().trim_end();
    Span::new(start, start + line.len())
}

/// Makes nodes of the events of the parser. Files are of any depth, so it keeps its own stack.
#[derive(Default)]
struct Reader {
    /// The lists and entries that stand open.
    open: Vec<Open>,
    /// How many lists and maps stand open where nobody asks for any.
    ignored: usize,
    entries: usize,
    is_begun: bool,
    is_full: bool,
    nodes: Vec<TocNode>,
    flaws: Vec<TocFlaw>,
}

enum Open {
    List(Vec<TocNode>),
    Node(OpenNode),
}

struct OpenNode {
    node: TocNode,
    span: Span,
    /// The key whose value comes next.
    key: Option<Key>,
    /// Those whose values were read.
    seen: BTreeSet<Key>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Name,
    Href,
    Topic,
    Items,
    Other,
}

/// What the parser meets.
enum TocValue {
    /// A text; none for nothing and `null`.
    Text(Option<String>),
    List,
    Map,
    Alias,
}

impl Reader {
    /// Reads a part of the text; why and where it cannot be read further.
    fn read(&mut self, text: &str, part: Range<usize>) -> Option<(String, Span)> {
        let at = |offset: Option<usize>| offset.map_or(part.end, |offset| part.start + offset);
        let mut damage = None;
        for event in Parser::new_from_str(&text[part.clone()]) {
            match event {
                Ok((event, span)) => {
                    let place = line_at(text, at(span.start.byte_offset()), at(span.end.byte_offset()));
                    self.event(event, place);
                }
                Err(error) => {
                    let place = line_at(text, at(error.marker().byte_offset()), text.len());
                    // What is never closed need not be anything else.
                    self.flaws.pop_if(|flaw| flaw.span.start == place.start);
                    damage = Some((error.info(), place));
                    break;
                }
            }
            if self.is_full {
                break;
            }
        }
        // What is damaged further on keeps what was read before; what it is the middle of is nobody's fault.
        let found = self.flaws.len();
        while !self.open.is_empty() {
            self.close();
        }
        self.flaws.truncate(found);
        damage
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        let value = match event {
            Event::Scalar(text, style, ..) => {
                let is_nothing =
                    style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                TocValue::Text((!is_nothing).then(|| text.into_owned()))
            }
            Event::SequenceStart(..) => TocValue::List,
            Event::MappingStart(..) => TocValue::Map,
            Event::Alias(..) => TocValue::Alias,
            Event::SequenceEnd | Event::MappingEnd if self.ignored > 0 => {
                self.ignored -= 1;
                return;
            }
            Event::SequenceEnd | Event::MappingEnd => return self.close(),
            _ => return,
        };
        if self.ignored > 0 {
            self.ignore(&value);
            return;
        }
        match self.open.last_mut() {
            None => self.whole(&value, span),
            Some(Open::List(_)) => self.entry(&value, span),
            Some(Open::Node(entry)) => match entry.key.take() {
                Some(key) => self.value(key, value, span),
                None => {
                    let key = Key::of(&value);
                    entry.key = Some(key);
                    let is_double = entry.seen.contains(&key);
                    // `topicHref` and `homepage` are of two generations of one generator, and may both be there.
                    if is_double && !matches!(key, Key::Topic | Key::Other) {
                        self.flaw(TocFlawKind::Double, span);
                    }
                    self.ignore(&value);
                }
            },
        }
    }

    /// Passes over a value, whatever is in it.
    fn ignore(&mut self, value: &TocValue) {
        self.ignored += usize::from(matches!(value, TocValue::List | TocValue::Map));
    }

    fn flaw(&mut self, kind: TocFlawKind, span: Span) {
        self.flaws.push(TocFlaw { kind, span });
    }

    /// The file itself; a second document in it is none.
    fn whole(&mut self, value: &TocValue, span: Span) {
        match value {
            _ if std::mem::replace(&mut self.is_begun, true) => {
                self.flaw(TocFlawKind::NoEntry, span);
                self.is_full = true;
            }
            TocValue::List => self.open.push(Open::List(Vec::new())),
            TocValue::Map => self.open(span),
            TocValue::Text(None) => {}
            TocValue::Text(Some(_)) | TocValue::Alias => self.flaw(TocFlawKind::NoList, span),
        }
    }

    fn entry(&mut self, value: &TocValue, span: Span) {
        self.entries += 1;
        if self.entries > MAX_TOC_ENTRIES {
            self.flaw(TocFlawKind::TooMany, span);
            self.is_full = true;
        } else if let TocValue::Map = value {
            self.open(span);
        } else {
            self.flaw(TocFlawKind::NoEntry, span);
            self.ignore(value);
        }
    }

    fn open(&mut self, span: Span) {
        let entry = OpenNode { node: TocNode::default(), span, key: None, seen: BTreeSet::new() };
        self.open.push(Open::Node(entry));
    }

    fn value(&mut self, key: Key, value: TocValue, span: Span) {
        let depth = self.open.len();
        let Some(Open::Node(OpenNode { node, seen, .. })) = self.open.last_mut() else { return };
        seen.insert(key);
        let flaw = match (key, &value) {
            (Key::Other, _) | (_, TocValue::Text(None)) => None,
            // Lists and entries take turns.
            (Key::Items, TocValue::List) if depth / 2 >= MAX_DEPTH => Some(TocFlawKind::TooDeep),
            (Key::Items, TocValue::List) => {
                self.open.push(Open::List(Vec::new()));
                return;
            }
            (Key::Items, _) => Some(TocFlawKind::NoList),
            (_, TocValue::Text(Some(text))) => {
                let link = || (!text.trim().is_empty()).then(|| Spanned::new(text.clone(), span));
                match key {
                    Key::Href => node.href = link(),
                    Key::Topic => node.topic = link(),
                    _ => node.name.clone_from(text),
                }
                None
            }
            (_, TocValue::List | TocValue::Map | TocValue::Alias) => Some(TocFlawKind::NoText),
        };
        if let Some(kind) = flaw {
            self.flaw(kind, span);
        }
        self.ignore(&value);
    }

    /// The last list or entry ends, and becomes part of what it stands in.
    fn close(&mut self) {
        match self.open.pop() {
            None => {}
            Some(Open::List(nodes)) => match self.open.last_mut() {
                Some(Open::Node(entry)) => entry.node.items = nodes,
                _ => self.nodes = nodes,
            },
            Some(Open::Node(entry)) => match self.open.last_mut() {
                Some(Open::List(_)) if entry.seen.iter().all(|key| *key == Key::Other) => {
                    self.flaw(TocFlawKind::Empty, entry.span);
                }
                Some(Open::List(nodes)) => {
                    let is_alone = entry.seen.iter().all(|key| *key == Key::Name);
                    nodes.push(entry.node);
                    if is_alone {
                        self.flaw(TocFlawKind::NameAlone, entry.span);
                    }
                }
                _ => self.nodes = entry.node.items,
            },
        }
    }
}

impl Key {
    fn of(written: &TocValue) -> Self {
        let TocValue::Text(Some(name)) = written else { return Self::Other };
        match name.as_str() {
            "name" => Self::Name,
            "href" => Self::Href,
            "topic" | "topicHref" | "homepage" => Self::Topic,
            "items" => Self::Items,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests;
