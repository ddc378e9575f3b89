//! Tables of contents: `TOC.yml` → nodes in the author's order, and what is wrong with them. Resolves nothing.

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
    /// Something else stands where an entry should.
    NoEntry,
    /// An entry has neither a name nor a link nor entries of its own.
    Empty,
    /// A name or link is not text.
    NoText,
    /// `items`, or the whole file, is not a list.
    NoList,
    /// A list in too many others.
    TooDeep,
    /// There were 100,000 before it.
    TooMany,
}

/// Reads a table of contents: a list of nodes, or a map with `items`. What is not an entry is left out, and the rest stays.
pub(super) fn parse(text: &str) -> (Vec<TocNode>, Vec<TocFlaw>) {
    let text_start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let at = |offset: Option<usize>| offset.map_or(text.len(), |offset| text_start + offset);
    let mut reader = Reader::default();
    for event in Parser::new_from_str(&text[text_start..]) {
        match event {
            Ok((event, span)) => {
                let place = line_at(text, at(span.start.byte_offset()), at(span.end.byte_offset()));
                reader.event(event, place);
            }
            Err(error) => {
                let place = line_at(text, at(error.marker().byte_offset()), text.len());
                // What is never closed need not be anything else.
                reader.flaws.pop_if(|flaw| flaw.span.start == place.start);
                reader.flaw(TocFlawKind::Unreadable(error.info()), place);
                break;
            }
        }
        if reader.is_full {
            break;
        }
    }
    // What is damaged further on keeps what was read before; what it is the middle of is nobody's fault.
    let found = reader.flaws.len();
    while !reader.open.is_empty() {
        reader.close();
    }
    reader.flaws.truncate(found);
    (reader.nodes, reader.flaws)
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
    /// Whether it has any key of an entry.
    is_entry: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
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
                    entry.key = Some(Key::of(&value));
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
        let entry = OpenNode { node: TocNode::default(), span, key: None, is_entry: false };
        self.open.push(Open::Node(entry));
    }

    fn value(&mut self, key: Key, value: TocValue, span: Span) {
        let depth = self.open.len();
        let Some(Open::Node(OpenNode { node, is_entry, .. })) = self.open.last_mut() else { return };
        *is_entry |= key != Key::Other;
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
                Some(Open::List(_)) if !entry.is_entry => self.flaw(TocFlawKind::Empty, entry.span),
                Some(Open::List(nodes)) => nodes.push(entry.node),
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
mod tests {
    use super::*;

    fn sound(text: &str) -> Vec<TocNode> {
        let (nodes, flaws) = parse(text);
        assert_eq!(flaws, []);
        nodes
    }

    #[test]
    fn a_list_and_a_map_are_read() {
        let list = sound(
            "- name: One\n  href: one.md\n- name: Two\n  items:\n  - name: Three\n    href: x/three.md\n",
        );
        let map = sound("\u{feff}items:\n- name: One\n  href: one.md\n");
        assert_eq!(list[1].items[0].name, "Three");
        assert_eq!(map[0].href.as_ref().unwrap().value, "one.md");
        assert_eq!(
            map[0].href.as_ref().unwrap().span.slice("\u{feff}items:\n- name: One\n  href: one.md\n"),
            "one.md"
        );
    }

    #[test]
    fn numbers_are_names_as_written() {
        let names =
            sound("- name: 0404\n- name: 1.10\n- name: yes\n- href: \"a.md\"\n  topicHref: b.md\n  items:\n");
        let names: Vec<&str> = names.iter().map(|node| node.name.as_str()).collect();
        assert_eq!(names, ["0404", "1.10", "yes", ""]);
    }

    #[test]
    fn what_is_no_entry_is_reported_and_the_rest_stays() {
        let text = "\u{feff}# é\n- name: One\n- 5\n-\n- ~\n- [x, [y]]\n- text\n- {}\n- other: 1\n  more: 2\n- name: [a]\n  href: b.md\n\
                    - name: Two\n  items: 7\n- name: Three\n  items:\n  - 6\n  - href: {x: y}\n    name: Four\n- ? [k]\n  : v\n  \
                    name: Five\n  name: Six\n- items:\n  - name: Seven\n";
        let (nodes, flaws) = parse(text);
        let found: Vec<String> =
            flaws.iter().map(|flaw| format!("{:?} {:?}", flaw.kind, flaw.span.slice(text))).collect();
        insta::assert_snapshot!(found.join("\n"), @r#"
        NoEntry "5"
        NoEntry ""
        NoEntry "~"
        NoEntry "["
        NoEntry "text"
        Empty "{"
        Empty "other: 1"
        NoText "["
        NoList "7"
        NoEntry "6"
        NoText "{"
        "#);
        let names: Vec<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
        assert_eq!(names, ["One", "", "Two", "Three", "Six", ""]);
        assert_eq!(nodes[3].items[0].name, "Four");
    }

    #[test]
    fn damage_is_reported_at_its_place_and_what_was_read_before_stays() {
        let flaws_of = |text: &str| {
            let (nodes, flaws) = parse(text);
            let flaws = flaws.iter().map(|flaw| format!("{:?} {:?}", flaw.kind, flaw.span.slice(text)));
            format!("{} {}", nodes.len(), flaws.collect::<Vec<_>>().join(", "))
        };
        let deep: String = (0..100).map(|depth| format!("{0}- items:\n", "  ".repeat(depth))).collect();
        let all = [
            "- name: A\n- name: [\n",
            "- name: é\n- name: \"B\n- name: C\n",
            "5",
            "- name: A\n---\n- name: B\n",
            "- name: &a A\n- name: *a\n- *a\n",
            &(deep + &"  ".repeat(100) + "- name: x\n"),
            "",
        ];
        insta::assert_snapshot!(all.map(flaws_of).join("\n"), @r#"
        2 Unreadable("unclosed bracket '['") "["
        1 Unreadable("invalid indentation in multiline quoted scalar") "- name: C"
        0 NoList "5"
        1 NoEntry "- name: B"
        2 NoText "*a", NoEntry "*a"
        1 TooDeep "items:"
        0 
        "#);
        assert!(flaws_of(&"[".repeat(1000)).starts_with("0 Unreadable(\"recursion limit exceeded\")"));
    }

    #[test]
    fn the_number_of_entries_is_bounded() {
        let many = "- 5\n- name: a\n".repeat(MAX_TOC_ENTRIES / 2) + "- name: b\n- name: c\n";
        let (nodes, flaws) = parse(&many);
        assert_eq!((nodes.len(), flaws.len()), (MAX_TOC_ENTRIES / 2, MAX_TOC_ENTRIES / 2 + 1));
        assert_eq!(flaws.last().unwrap().span.slice(&many), "name: b");
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "(\\PC|[-\\[\\]{}:,?&*!|>'\"%@ \n\t#~]|name: |href: |items:|\n *- ){0,80}") {
            let (_, flaws) = parse(&text);
            for flaw in flaws {
                assert!(text.get(flaw.span.range()).is_some());
            }
        }
    }
}
