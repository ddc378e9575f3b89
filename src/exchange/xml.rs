//! XML that came back as elements, with limits: no DTD, no entities but the five of XML. Knows no format; comments, processing
//! instructions and attributes of foreign namespaces are left out.

use std::fmt;
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::decode::{Text, short};
use super::returned::Fault;

const MAX_DEPTH: usize = 200;
const MAX_NODES: usize = 1_000_000;
const MAX_ATTRIBUTES: usize = 64;
const MAX_NAMESPACES: usize = 256;

/// An element and all within it.
#[derive(Debug)]
pub(super) struct Element {
    /// Without a prefix.
    pub(super) name: String,
    /// Empty where there is none.
    pub(super) namespace: Rc<str>,
    /// Those without a prefix.
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
    /// The byte where it begins.
    pub(super) at: usize,
}

#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    /// References resolved, CDATA and what surrounds it in pieces of their own.
    Text(String),
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The elements right below it that are of its namespace.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) if element.namespace == self.namespace => Some(element),
            _ => None,
        })
    }

    /// The first of [`Self::elements`] that has this name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// Its own text.
    pub(super) fn text(&self) -> String {
        let own = |node: &Node| match node {
            Node::Text(text) => Some(text.clone()),
            Node::Element(_) => None,
        };
        self.children.iter().filter_map(own).collect()
    }
}

/// The root of a document.
pub(super) fn parse(text: &Text) -> Result<Element, Fault> {
    if let Some((at, character)) = text.text.char_indices().find(|(_, character)| !is_allowed(*character)) {
        let message = format!("XML can't hold the character U+{:04X}: remove it", u32::from(character));
        return Err(text.fault(at, message));
    }
    let mut reader = Reader::from_str(&text.text);
    reader.config_mut().expand_empty_elements = true;
    let mut builder = Builder { text, open: Vec::new(), root: None, namespaces: Vec::new(), nodes: 0 };
    loop {
        let at = position(&reader, text);
        let event = reader.read_event().map_err(|error| {
            let place = usize::try_from(reader.error_position()).unwrap_or(at);
            malformed(text, place.min(text.text.len()), &error)
        })?;
        if matches!(event, Event::Eof) {
            return builder.finish();
        }
        builder.take(event, at)?;
    }
}

const EXPORT_AGAIN: &str = "export the file again";

fn malformed(text: &Text, at: usize, error: &impl fmt::Display) -> Fault {
    let error = short(&error.to_string());
    text.fault(at, format!("this is not well-formed XML ({error}): {EXPORT_AGAIN}"))
}

fn position(reader: &Reader<&[u8]>, text: &Text) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(text.text.len())
}

/// Whether XML may hold the character.
pub(super) fn is_allowed(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

struct Builder<'t> {
    text: &'t Text,
    /// Elements that are not yet closed, each with how many namespaces were declared before it.
    open: Vec<(Element, usize)>,
    root: Option<Element>,
    /// Prefix and name of each that is in scope.
    namespaces: Vec<(String, Rc<str>)>,
    nodes: usize,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, at: usize) -> Result<(), Fault> {
        match event {
            Event::Start(start) => self.start(&start, at),
            Event::End(_) => self.end(at),
            Event::Text(text) => self.text(text.into_inner().into_owned(), at),
            Event::CData(data) => self.text(data.into_inner().into_owned(), at),
            Event::GeneralRef(name) => {
                let character = self.resolved(&format!("&{};", name.into_inner()), at)?;
                self.text(character, at)
            }
            Event::DocType(_) => Err(self.text.fault(at, "a DOCTYPE is not read: remove it")),
            Event::Decl(declaration) => {
                let encoding = declaration.encoding().and_then(Result::ok);
                let is_known = |name: &str| ["utf-8", "utf8", "utf-16", "us-ascii"].contains(&name);
                match encoding.map(|name| name.to_ascii_lowercase()).filter(|name| !is_known(name)) {
                    Some(name) => Err(self.text.fault(
                        at,
                        format!("the encoding {} is not read: save the file as UTF-8", short(&name)),
                    )),
                    None => Ok(()),
                }
            }
            Event::Empty(_) | Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn start(&mut self, start: &BytesStart<'_>, at: usize) -> Result<(), Fault> {
        if self.open.is_empty() && self.root.is_some() {
            return Err(self.text.fault(at, format!("a second root element: {EXPORT_AGAIN}")));
        }
        if self.open.len() == MAX_DEPTH {
            return Err(self
                .text
                .fault(at, format!("elements nest deeper than {MAX_DEPTH}: {EXPORT_AGAIN}")));
        }
        self.count(at)?;
        let declared = self.namespaces.len();
        let mut attributes = Vec::new();
        for (index, attribute) in start.attributes().enumerate() {
            if index == MAX_ATTRIBUTES {
                let message = format!("an element has more than {MAX_ATTRIBUTES} attributes: {EXPORT_AGAIN}");
                return Err(self.text.fault(at, message));
            }
            let attribute = attribute.map_err(|error| malformed(self.text, at, &error))?;
            let value = self.resolved(&attribute.value.replace(['\n', '\t'], " "), at)?;
            let name = attribute.key.into_inner();
            match name.split_once(':') {
                Some(("xmlns", prefix)) => self.namespaces.push((prefix.to_owned(), value.into())),
                Some(_) => {}
                None if name == "xmlns" => self.namespaces.push((String::new(), value.into())),
                None => attributes.push((name.to_owned(), value)),
            }
        }
        if self.namespaces.len() > MAX_NAMESPACES {
            return Err(self
                .text
                .fault(at, format!("more than {MAX_NAMESPACES} namespaces: {EXPORT_AGAIN}")));
        }
        let name = start.name().into_inner();
        let (prefix, name) = name.split_once(':').unwrap_or(("", name));
        let bound = self.namespaces.iter().rev().find(|(own, _)| own == prefix);
        let namespace = match bound {
            Some((_, namespace)) => Rc::clone(namespace),
            None if prefix.is_empty() => "".into(),
            None => {
                return Err(self
                    .text
                    .fault(at, format!("the prefix `{}` is not declared: {EXPORT_AGAIN}", short(prefix))));
            }
        };
        self.open.push((
            Element { name: name.to_owned(), namespace, attributes, children: Vec::new(), at },
            declared,
        ));
        Ok(())
    }

    fn end(&mut self, at: usize) -> Result<(), Fault> {
        let Some((element, declared)) = self.open.pop() else {
            return Err(self.text.fault(at, format!("an end tag without a start tag: {EXPORT_AGAIN}")));
        };
        self.namespaces.truncate(declared);
        match self.open.last_mut() {
            Some((parent, _)) => parent.children.push(Node::Element(element)),
            None => self.root = Some(element),
        }
        Ok(())
    }

    fn text(&mut self, text: String, at: usize) -> Result<(), Fault> {
        self.count(at)?;
        match self.open.last_mut() {
            Some((parent, _)) => parent.children.push(Node::Text(text)),
            None if text.trim_ascii().is_empty() => {}
            None => return Err(self.text.fault(at, format!("text outside of XML: {EXPORT_AGAIN}"))),
        }
        Ok(())
    }

    fn count(&mut self, at: usize) -> Result<(), Fault> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(self
                .text
                .fault(at, "more elements than an article has: hand back each file as it was handed off"));
        }
        Ok(())
    }

    /// A text with its references replaced by what they stand for.
    fn resolved(&self, written: &str, at: usize) -> Result<String, Fault> {
        if written.contains('<') {
            return Err(self.text.fault(at, format!("`<` within an attribute: {EXPORT_AGAIN}")));
        }
        match unescape(written) {
            Ok(text) if text.chars().all(is_allowed) => Ok(text.into_owned()),
            _ => Err(self.text.fault(
                at,
                "a reference that is none of XML: write `&amp;` for `&`, and the character for any other entity",
            )),
        }
    }

    fn finish(self) -> Result<Element, Fault> {
        let end = self.text.text.len();
        if let Some((open, _)) = self.open.last() {
            return Err(self
                .text
                .fault(end, format!("the file ends within <{}>: {EXPORT_AGAIN}", short(&open.name))));
        }
        self.root.ok_or_else(|| self.text.fault(end, format!("the file is empty: {EXPORT_AGAIN}")))
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn shown(element: &Element, out: &mut String) {
        let _ = write!(out, "{}|{}{:?}(", element.namespace, element.name, element.attributes);
        for child in &element.children {
            match child {
                Node::Element(child) => shown(child, out),
                Node::Text(text) => {
                    let _ = write!(out, "{text:?}");
                }
            }
        }
        out.push(')');
    }

    fn read(text: &str) -> String {
        match parse(&Text::new(text.to_owned())) {
            Ok(root) => {
                let mut out = String::new();
                shown(&root, &mut out);
                out
            }
            Err(fault) => fault.to_string(),
        }
    }

    #[test]
    fn what_tools_write() {
        insta::assert_snapshot!(read("<?xml version='1.0'?><!-- a --><a:b xmlns:a='u'\r\n c='&#x41;\n&quot;' x:d='1'><a:c/>1&lt;<![CDATA[2<]]><!-- x -->3<d xmlns='v'/></a:b>\n"), @r#"u|b[("c", "A \"")](u|c[]()"1""<""2<""3"v|d[]())"#);
    }

    #[test]
    fn what_is_not_read() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>";
        let texts = [
            "",
            " ",
            "a",
            "<a>",
            "<a></b>",
            "</a>",
            "<a/>x",
            "<a/><b/>",
            "<a b='1' b='2'/>",
            "<a b='<'/>",
            "<a>&b;</a>",
            "<a>&#0;</a>",
            "<a b='&#xffff;'/>",
            "<a>\u{1}</a>",
            "<a>&</a>",
            "<a",
            "<a:b/>",
            bomb,
            "<?xml version='1.0' encoding='windows-1255'?><a/>",
            "<a>\n<![CDATA[</a>",
        ];
        let all: Vec<String> = texts.iter().map(|text| read(text)).collect();
        insta::assert_snapshot!(all.join("\n"), @"
        1:1: the file is empty: export the file again
        1:2: the file is empty: export the file again
        1:1: text outside of XML: export the file again
        1:4: the file ends within <a>: export the file again
        1:4: this is not well-formed XML (ill-formed document: expected `</a>`, but `</b>` was found): export the file again
        1:1: this is not well-formed XML (ill-formed document: close tag `</a>` does not match any open tag): export the file again
        1:5: text outside of XML: export the file again
        1:5: a second root element: export the file again
        1:1: this is not well-formed XML (position 8: duplicated attribute, previous declaration at position 2): export the file again
        1:1: `<` within an attribute: export the file again
        1:4: a reference that is none of XML: write `&amp;` for `&`, and the character for any other entity
        1:4: a reference that is none of XML: write `&amp;` for `&`, and the character for any other entity
        1:1: a reference that is none of XML: write `&amp;` for `&`, and the character for any other entity
        1:4: XML can't hold the character U+0001: remove it
        1:4: this is not well-formed XML (ill-formed document: entity or character reference not closed: `;` not found before end of input): export the file again
        1:1: this is not well-formed XML (syntax error: tag not closed: `>` not found before end of input): export the file again
        1:1: the prefix `a` is not declared: export the file again
        1:1: a DOCTYPE is not read: remove it
        1:1: the encoding windows-1255 is not read: save the file as UTF-8
        2:1: this is not well-formed XML (syntax error: CDATA not closed: `]]>` not found before end of input): export the file again
        ");
    }

    #[test]
    fn bombs_are_refused() {
        let deep = "<a>".repeat(1_000_000);
        assert!(read(&deep).starts_with("1:601: elements nest deeper"), "{}", read(&deep));
        let many: String = (0..100_000).map(|index| format!(" a{index}=''")).collect();
        assert!(read(&format!("<a{many}/>")).contains("more than 64 attributes"));
        assert!(read(&format!("<a>{}", "<b/>".repeat(MAX_NODES))).contains("more elements"));
        let spaces: String = (0..10)
            .map(|level| {
                let declared: String = (0..60).map(|index| format!(" xmlns:a{level}x{index}='u'")).collect();
                format!("<a{declared}>")
            })
            .collect();
        assert!(read(&spaces).contains("more than 256 namespaces"));
    }
}
