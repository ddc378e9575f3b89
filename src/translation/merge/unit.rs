//! The units of an article that are merged: its blocks, with all of their markup. Compares none.

use std::ops::Range;

use crate::front_matter::FrontMatter;
use crate::markdown::{Block, BlockKind, Document, HeadingKind, Syntax};

use super::super::words;

/// An article, and its units in the order of the text.
#[derive(Debug)]
pub(crate) struct Article<'t> {
    pub(crate) text: &'t str,
    /// Where the front matter ends.
    pub(crate) body: usize,
    pub(crate) document: Document,
    pub(crate) units: Vec<Unit>,
    /// By block; blocks within another have none.
    of_block: Vec<Option<usize>>,
}

/// One block as it is written.
#[derive(Debug)]
pub(crate) struct Unit {
    /// Index into [`Document::blocks`].
    pub(crate) block: usize,
    pub(crate) kind: UnitKind,
    pub(crate) span: Range<usize>,
    /// What the further lines of the block begin with: the quotes and lists that it stands in.
    pub(crate) prefix: String,
    /// What is written, without what sets it apart in its own lines: equal for equal blocks.
    pub(crate) content: String,
    /// The same without addresses and anchors.
    pub(crate) masked: String,
    pub(crate) addresses: Vec<Address>,
    pub(crate) words: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum UnitKind {
    /// With its level.
    Heading(u8),
    Paragraph,
    ListItem,
    Code,
    TableCell,
    Html,
}

/// Where a link leads, where an image lies, or the name of an anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) span: Range<usize>,
    pub(crate) text: String,
}

impl UnitKind {
    /// Whether both are headings, or both the same.
    pub(crate) fn is_like(self, other: Self) -> bool {
        matches!((self, other), (Self::Heading(_), Self::Heading(_))) || self == other
    }
}

impl<'t> Article<'t> {
    /// A whole file, with line feeds only.
    pub(crate) fn parse(text: &'t str, syntax: Syntax) -> Self {
        Self::read(text, FrontMatter::parse(text).body_start as usize, syntax)
    }

    /// The text behind the front matter of a file.
    pub(crate) fn parse_body(text: &'t str, syntax: Syntax) -> Self {
        Self::read(text, 0, syntax)
    }

    fn read(text: &'t str, body: usize, syntax: Syntax) -> Self {
        let document = Document::parse_as(syntax, text, body);
        let addresses = addresses(text, &document);
        let mut order: Vec<usize> = (0..document.blocks.len()).collect();
        order.sort_by_key(|&block| document.blocks[block].span);
        let mut units: Vec<Unit> = Vec::with_capacity(order.len());
        let mut of_block = vec![None; order.len()];
        for (place, &block) in order.iter().enumerate() {
            let next =
                order.get(place + 1).map_or(text.len(), |&next| document.blocks[next].span.range().start);
            let Some(span) = span(text, &document, &document.blocks[block], next) else { continue };
            if units.last().is_none_or(|before| before.span.end <= span.start) {
                of_block[block] = Some(units.len());
                units.push(Unit::new(text, &document, block, span, &addresses));
            }
        }
        Self { text, body, document, units, of_block }
    }

    /// The unit of a block.
    pub(crate) fn position(&self, block: usize) -> Option<usize> {
        self.of_block.get(block).copied().flatten()
    }

    /// What the heading of a unit is called.
    pub(crate) fn heading_name(&self, unit: &Unit) -> Option<&str> {
        let heading = self.document.blocks[unit.block].kind.heading()?;
        let heading = self.document.headings.get(heading as usize)?;
        Some(heading.anchor.as_ref().map_or(&heading.slug, |anchor| &anchor.name))
    }

    /// Bytes of plain text.
    pub(crate) fn length(&self) -> usize {
        self.document.text.len()
    }

    /// Plain text of a unit.
    pub(crate) fn plain(&self, unit: &Unit) -> String {
        joined(self.document.blocks[unit.block].text.slice(&self.document.text))
    }

    /// Where the links and images of a unit lead, in order.
    pub(crate) fn destinations(&self, unit: &Unit) -> impl Iterator<Item = &str> {
        let block = &self.document.blocks[unit.block];
        let links = range(block.links, self.document.links.len());
        let images = range(block.images, self.document.images.len());
        let links = self.document.links[links].iter().map(|link| &*link.destination);
        links.chain(self.document.images[images].iter().map(|image| &*image.destination))
    }

    /// The titles of the links and images of a unit, in order.
    pub(crate) fn titles(&self, unit: &Unit) -> impl Iterator<Item = &str> {
        let block = &self.document.blocks[unit.block];
        let links = range(block.links, self.document.links.len());
        let images = range(block.images, self.document.images.len());
        let links = self.document.links[links].iter().map(|link| &*link.title);
        links.chain(self.document.images[images].iter().map(|image| &*image.title))
    }

    /// Whether it has an image that is described in words.
    pub(crate) fn has_alt(&self, unit: &Unit) -> bool {
        let images = range(self.document.blocks[unit.block].images, self.document.images.len());
        self.document.images[images].iter().any(|image| image.alt.chars().any(char::is_alphabetic))
    }

    /// A unit as it is written, without what its lines have of the quotes and lists around it.
    pub(crate) fn written(&self, unit: &Unit) -> String {
        unit.without_prefixes(&self.text[unit.span.clone()])
    }
}

impl Unit {
    fn new(text: &str, document: &Document, block: usize, span: Range<usize>, addresses: &[Address]) -> Self {
        let kind = kind(document, &document.blocks[block]);
        // A cell has one line, and a line may have many cells.
        let prefix = if kind == UnitKind::TableCell { String::new() } else { prefix(text, span.start) };
        let from = addresses.partition_point(|address| address.span.start < span.start);
        let own = addresses[from..].iter().take_while(|address| address.span.end <= span.end);
        let addresses: Vec<Address> = own.cloned().collect();
        let mut masked = String::new();
        let mut at = span.start;
        for address in &addresses {
            masked.push_str(text.get(at..address.span.start).unwrap_or(""));
            masked.push('\0');
            at = at.max(address.span.end);
        }
        masked.push_str(text.get(at..span.end).unwrap_or(""));
        let plain = document.blocks[block].text.slice(&document.text);
        let words = match kind {
            UnitKind::Code => 0,
            _ => {
                let code = words::inline_code(&text[span.clone()]).into_iter().map(words::count).sum();
                words::count(plain).saturating_sub(code)
            }
        };
        let content = content(&text[span.clone()], kind, &prefix);
        Self {
            block,
            kind,
            masked: self::content(&masked, kind, &prefix),
            content,
            span,
            prefix,
            addresses,
            words,
        }
    }

    /// A further line of it, without what it has of the quotes and lists around it.
    pub(crate) fn without_prefix<'l>(&self, line: &'l str) -> &'l str {
        without_prefix(line, &self.prefix)
    }

    /// A text in its place, without what the further lines have of the quotes and lists around it.
    pub(crate) fn without_prefixes(&self, text: &str) -> String {
        let mut lines = text.split('\n');
        let first = lines.next();
        let lines = lines.map(|line| without_prefix(line, &self.prefix));
        first.into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    }

    /// Whether it has lines of its own, so that a comment may stand above and below it.
    pub(crate) fn has_lines(&self, text: &str) -> bool {
        let written = &text[self.span.clone()];
        let is_inline = match self.kind {
            UnitKind::TableCell | UnitKind::ListItem => true,
            // What would stand above its underline.
            UnitKind::Heading(_) => {
                !is_atx(written)
                    && (is_underlined(text, self.span.end) || !written.starts_with(['*', '_', '<']))
            }
            // An alert, or another extension that begins a quote.
            _ => written.starts_with("[!"),
        };
        if is_inline {
            return false;
        }
        let line = text[..self.span.start].rfind('\n').map_or(0, |end| end + 1);
        let is_prefix = |letter: char| matches!(letter, ' ' | '\t' | '>');
        text[line..self.span.start].chars().all(is_prefix)
    }
}

/// Whether a heading is one by the signs that it begins with.
pub(crate) fn is_atx(written: &str) -> bool {
    let rest = written.trim_start_matches('#');
    (1..=6).contains(&(written.len() - rest.len()))
        && (rest.is_empty() || rest.starts_with([' ', '\t', '\n']))
}

/// Whether the line below a place is the underline of a heading.
fn is_underlined(text: &str, end: usize) -> bool {
    let line = text[end..].split('\n').nth(1).unwrap_or_default();
    let signs = line.trim_start_matches([' ', '\t', '>']).trim_end();
    !signs.is_empty() && (signs.bytes().all(|sign| sign == b'=') || signs.bytes().all(|sign| sign == b'-'))
}

/// What is written in a unit.
fn content(written: &str, kind: UnitKind, prefix: &str) -> String {
    let mut lines = written.split('\n');
    let first = lines.next().unwrap_or("");
    let lines = std::iter::once(first).chain(lines.map(|line| without_prefix(line, prefix)));
    if kind == UnitKind::Code {
        lines.map(str::trim_end).collect::<Vec<_>>().join("\n")
    } else {
        lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    }
}

/// A text with single spaces.
pub(crate) fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn kind(document: &Document, block: &Block) -> UnitKind {
    match block.kind {
        BlockKind::Heading(heading) => {
            UnitKind::Heading(document.headings.get(heading as usize).map_or(0, |heading| heading.level))
        }
        BlockKind::Paragraph => UnitKind::Paragraph,
        BlockKind::ListItem => UnitKind::ListItem,
        BlockKind::Code => UnitKind::Code,
        BlockKind::TableCell => UnitKind::TableCell,
        BlockKind::Html => UnitKind::Html,
    }
}

/// Where a block stands, with its attributes and fences, without white space around it. `next` is where another one begins.
fn span(text: &str, document: &Document, block: &Block, next: usize) -> Option<Range<usize>> {
    let mut span = block.span.range();
    let links = &document.links[range(block.links, document.links.len())];
    let images = &document.images[range(block.images, document.images.len())];
    let inner = links.iter().map(|link| link.span).chain(images.iter().map(|image| image.span));
    span.end = inner.map(|inner| inner.end as usize).fold(span.end, usize::max);
    if let Some(heading) = block.kind.heading().and_then(|heading| document.headings.get(heading as usize)) {
        span.end = span.end.max(heading.span.end as usize);
        if text[span.start..].trim_start().get(..2).is_some_and(|tag| tag.eq_ignore_ascii_case("<h")) {
            span.end = html_heading_end(text, span.start..next)?;
        }
        let written = text.get(span.clone())?.trim_end();
        let is_underline =
            |line: &str| !line.is_empty() && line.chars().all(|c| matches!(c, '=' | '-' | ' ' | '>'));
        if let Some((above, line)) = written.rsplit_once('\n')
            && heading.kind == HeadingKind::Written
            && is_underline(line.trim())
        {
            span.end = span.start + above.len();
        }
    }
    let written = text.get(span.clone())?;
    let start = span.start + (written.len() - written.trim_start().len());
    let mut end = span.start + written.trim_end().len();
    if block.kind == BlockKind::Code {
        end = with_fence(text, start, end);
    }
    (start < end).then_some(start..end)
}

/// The end of a heading in HTML, whose tag stands at the start of this part of the text.
fn html_heading_end(text: &str, part: Range<usize>) -> Option<usize> {
    let rest = text.get(part.clone())?.to_ascii_lowercase();
    let close = rest.find("</h")?;
    Some(part.start + close + rest[close..].find('>')? + 1)
}

/// The end of a block of code, with the fence that closes it.
fn with_fence(text: &str, start: usize, end: usize) -> usize {
    let mark = match text.as_bytes().get(start) {
        Some(&mark @ (b'`' | b'~')) => mark as char,
        _ => return end,
    };
    let rest = &text[end..];
    let Some(line) = rest.find('\n').map(|line| line + 1) else { return end };
    let next = rest[line..].split('\n').next().unwrap_or("");
    let fence = next.trim_start_matches([' ', '\t', '>']).trim_end();
    if fence.len() > 2 && fence.chars().all(|letter| letter == mark) {
        end + line + next.trim_end().len()
    } else {
        end
    }
}

/// All addresses and anchors that stand in the text as they are, in order.
fn addresses(text: &str, document: &Document) -> Vec<Address> {
    let links = document.links.iter().map(|link| (link.destination_span, &link.destination));
    let images = document.images.iter().map(|image| (image.destination_span, &image.destination));
    let headings = document.headings.iter().filter_map(|heading| heading.anchor.as_ref());
    let anchors = headings.chain(&document.anchors).map(|anchor| (anchor.span, &anchor.name));
    let all = links.chain(images).chain(anchors).filter(|(span, name)| span.slice(text) == &***name);
    let mut found: Vec<Address> =
        all.map(|(span, name)| Address { span: span.range(), text: name.to_string() }).collect();
    found.retain(|address| !address.span.is_empty());
    found.sort_by_key(|address| (address.span.start, address.span.end));
    found.dedup_by(|next, before| next.span.start < before.span.end);
    found
}

/// What the further lines of a block at `start` begin with.
fn prefix(text: &str, start: usize) -> String {
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let same = |letter: char| if matches!(letter, '>' | '\t') { letter } else { ' ' };
    text[line..start].chars().map(same).collect()
}

/// A line without the quotes and the indent of a prefix, as far as it has them.
fn without_prefix<'t>(line: &'t str, prefix: &str) -> &'t str {
    let mut rest = line;
    for mark in prefix.chars() {
        let next = if mark == '>' {
            rest.trim_start_matches([' ', '\t']).strip_prefix('>')
        } else {
            rest.strip_prefix([' ', '\t'])
        };
        match next {
            Some(next) => rest = next,
            None => break,
        }
    }
    rest
}

fn range((from, to): (u32, u32), length: usize) -> Range<usize> {
    (from as usize).min(length)..(to as usize).min(length)
}
