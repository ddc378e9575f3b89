//! XML as browsers read it, piece by piece: well-formed, with entities expanded and namespaces known. Judges nothing of what it
//! says; what is not well-formed ends it.
//!
//! `quick_xml` finds the pieces. It is lenient, and a browser that reads a tag otherwise than we do could see something that
//! we have not seen: so tags are read here once more, as strictly as the specification has it.

mod cursor;
mod damage;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event;

use cursor::Cursor;
pub(super) use damage::Damage;

use super::content::UNKNOWN_ENTITY;

/// Bytes that entities of one document may expand to.
const MAX_EXPANDED: usize = 1 << 20;

/// A piece of a document and where it stands.
#[derive(Debug)]
pub(super) struct Piece<'t> {
    pub(super) at: Range<usize>,
    pub(super) kind: PieceKind<'t>,
}

#[derive(Debug)]
pub(super) enum PieceKind<'t> {
    /// `<?xml … ?>`
    Declaration,
    /// Whether it says nothing but names and simple entities.
    Doctype(Doctype),
    Start(Tag<'t>),
    /// A tag that is its own end.
    Empty(Tag<'t>),
    End,
    /// Entities expanded.
    Text(Cow<'t, str>),
    Comment,
    /// Its target.
    Instruction(&'t str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doctype {
    Simple,
    /// It declares what could change what elements and attributes are there.
    Other,
}

/// The beginning of an element.
#[derive(Debug)]
pub(super) struct Tag<'t> {
    /// With its prefix.
    pub(super) name: &'t str,
    pub(super) attributes: Vec<Attribute<'t>>,
}

#[derive(Debug)]
pub(super) struct Attribute<'t> {
    /// With its prefix.
    pub(super) name: &'t str,
    /// The white space before it included.
    pub(super) at: Range<usize>,
    /// Between the quotes.
    pub(super) value_at: Range<usize>,
    /// Entities expanded.
    pub(super) value: Cow<'t, str>,
}

impl Attribute<'_> {
    /// Where it stands, without the white space before it.
    pub(super) fn shown(&self) -> Range<usize> {
        // `="`
        self.at.end - (self.value_at.len() + self.name.len() + 3).min(self.at.len())..self.at.end
    }
}

/// Reads one document.
#[derive(Debug)]
pub(super) struct Xml<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    /// Those of the document, by name.
    entities: BTreeMap<&'t str, &'t str>,
    expanded: usize,
    depth: usize,
    has_root: bool,
}

impl<'t> Xml<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_comments = true;
        Self { text, reader, entities: BTreeMap::new(), expanded: 0, depth: 0, has_root: false }
    }

    /// The simple entities, as a declaration.
    pub(super) fn entities(&self) -> String {
        let one = |(name, value): (&&str, &&str)| {
            let quote = if value.contains('"') { '\'' } else { '"' };
            format!("<!ENTITY {name} {quote}{value}{quote}>")
        };
        self.entities.iter().map(one).collect()
    }

    /// The next piece, or none at the end of the document.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'t>>, Damage> {
        let start = self.position();
        let damage = |what| Damage { what, at: start };
        let event = match self.reader.read_event() {
            Ok(event) => event,
            Err(_) => {
                let at = usize::try_from(self.reader.error_position()).unwrap_or(start);
                return Err(Damage {
                    what: "something that is never closed, or an end tag without a start tag",
                    at,
                });
            }
        };
        let at = start..self.position();
        let kind = match event {
            Event::Start(_) => PieceKind::Start(self.start(&at)?),
            Event::Empty(_) => {
                let tag = self.start(&at)?;
                self.depth -= 1;
                PieceKind::Empty(tag)
            }
            Event::End(_) => {
                self.depth = self.depth.checked_sub(1).ok_or(damage("an end tag without a start tag"))?;
                PieceKind::End
            }
            Event::Text(_) => PieceKind::Text(Cow::Borrowed(self.slice(&at))),
            Event::CData(data) => PieceKind::Text(data.into_inner()),
            Event::GeneralRef(_) => PieceKind::Text(self.expand(at.clone())?),
            Event::Comment(_) => PieceKind::Comment,
            Event::Decl(_) if start == 0 => PieceKind::Declaration,
            Event::Decl(_) => return Err(damage("a declaration that is not at the start")),
            Event::PI(_) => PieceKind::Instruction(self.instruction(&at)?),
            Event::DocType(_) if self.has_root => return Err(damage("a DOCTYPE after the start")),
            Event::DocType(_) => PieceKind::Doctype(self.doctype(&at)),
            Event::Eof if self.depth > 0 => return Err(damage("an element that is never closed")),
            Event::Eof if !self.has_root => return Err(damage("no element")),
            Event::Eof => return Ok(None),
        };
        let is_outside = self.depth == 0 && matches!(kind, PieceKind::Text(_));
        if is_outside && !self.slice(&at).trim_ascii().is_empty() {
            return Err(damage("text outside the root"));
        }
        Ok(Some(Piece { at, kind }))
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(self.text.len()).min(self.text.len())
    }

    fn slice(&self, at: &Range<usize>) -> &'t str {
        self.text.get(at.clone()).unwrap_or("")
    }

    fn instruction(&self, at: &Range<usize>) -> Result<&'t str, Damage> {
        let rest = self.slice(at).trim_start_matches("<?");
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '?').unwrap_or(rest.len());
        let target = &rest[..end];
        if target.is_empty() || target.eq_ignore_ascii_case("xml") {
            return Err(Damage { what: "a declaration that is not at the start", at: at.start });
        }
        Ok(target)
    }

    /// Reads a tag strictly: name, then `name="value"` with white space before each.
    fn start(&mut self, at: &Range<usize>) -> Result<Tag<'t>, Damage> {
        if self.depth == 0 && self.has_root {
            return Err(Damage { what: "a second root", at: at.start });
        }
        self.has_root = true;
        self.depth += 1;
        let written = self.slice(at);
        let inside = written.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or("");
        let inside = inside.strip_suffix('/').unwrap_or(inside);
        let mut cursor = Cursor { text: self.text, at: at.start + 1, end: at.start + 1 + inside.len() };
        let name = cursor.name()?;
        let mut attributes: Vec<Attribute<'t>> = Vec::new();
        loop {
            let start = cursor.at;
            let is_apart = cursor.space();
            if cursor.at == cursor.end {
                break;
            }
            if !is_apart {
                return Err(cursor.damage("no space before an attribute"));
            }
            let name = cursor.name()?;
            cursor.space();
            cursor.expect('=')?;
            cursor.space();
            let value_at = cursor.quoted()?;
            if self.slice(&value_at).contains('<') {
                return Err(Damage { what: "`<` in an attribute", at: value_at.start });
            }
            let value = self.expand(value_at.clone())?;
            attributes.push(Attribute { name, at: start..cursor.at, value_at, value });
        }
        let mut names: Vec<&str> = attributes.iter().map(|attribute| attribute.name).collect();
        names.sort_unstable();
        if names.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(Damage { what: "a duplicate attribute", at: at.start });
        }
        Ok(Tag { name, attributes })
    }

    /// A text with its references replaced by what they stand for.
    fn expand(&mut self, at: Range<usize>) -> Result<Cow<'t, str>, Damage> {
        let written = self.slice(&at);
        if !written.contains('&') {
            return Ok(Cow::Borrowed(written));
        }
        let mut text = String::with_capacity(written.len());
        let mut rest = written;
        while let Some((before, after)) = rest.split_once('&') {
            text.push_str(before);
            let here = at.end - after.len() - 1;
            let damage = |what| Damage { what, at: here };
            let (name, after) = after.split_once(';').ok_or(damage("a reference that is never closed"))?;
            rest = after;
            if let Some(number) = name.strip_prefix('#') {
                text.push(character(number).ok_or(damage("a reference to an invalid character"))?);
                continue;
            }
            let value = match name {
                "lt" => "<",
                "gt" => ">",
                "amp" => "&",
                "quot" => "\"",
                "apos" => "'",
                _ => self.entities.get(name).copied().ok_or(damage(UNKNOWN_ENTITY))?,
            };
            self.expanded += value.len();
            if self.expanded > MAX_EXPANDED {
                return Err(damage("too many entities"));
            }
            text.push_str(value);
        }
        text.push_str(rest);
        Ok(Cow::Owned(text))
    }

    /// Takes the simple entities out of a DOCTYPE.
    fn doctype(&mut self, at: &Range<usize>) -> Doctype {
        let mut cursor = Cursor { text: self.text, at: at.start + "<!DOCTYPE".len(), end: at.end.max(1) - 1 };
        match self.declarations(&mut cursor) {
            Ok(doctype) if cursor.at == cursor.end => doctype,
            _ => Doctype::Other,
        }
    }

    fn declarations(&mut self, cursor: &mut Cursor<'t>) -> Result<Doctype, Damage> {
        cursor.space();
        cursor.name()?;
        cursor.space();
        while cursor.at < cursor.end && !cursor.rest().starts_with('[') {
            if cursor.rest().starts_with(['"', '\'']) {
                cursor.quoted()?;
            } else {
                cursor.name()?;
            }
            cursor.space();
        }
        if cursor.at == cursor.end {
            return Ok(Doctype::Simple);
        }
        cursor.expect('[')?;
        let mut doctype = Doctype::Simple;
        loop {
            cursor.space();
            if cursor.rest().starts_with(']') {
                cursor.at += 1;
                cursor.space();
                return Ok(doctype);
            }
            if cursor.rest().starts_with("<!--") {
                let length =
                    cursor.rest().find("-->").ok_or(cursor.damage("a comment that is never closed"))?;
                cursor.at += length + "-->".len();
                continue;
            }
            let before = cursor.at;
            if let Some((name, value)) = cursor.entity() {
                self.entities.entry(name).or_insert(value);
                continue;
            }
            doctype = Doctype::Other;
            cursor.at = before;
            cursor.skip_declaration()?;
        }
    }
}

/// The character of `#38` or `#x26`, if a document may hold it.
fn character(number: &str) -> Option<char> {
    let code = match number.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|&c| is_allowed(c))
}

/// Whether a document may hold the character at all.
pub(super) fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
