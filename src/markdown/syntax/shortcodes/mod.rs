//! Shortcodes of Hugo and Zola, and Liquid of Jekyll and GitBook, as the walk through the lines asks for them. Writes nothing.

mod destination;
mod element;
mod extension;
mod hugo;
mod liquid;
mod meaning;
mod pairs;
mod tag;
mod zola;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::dialect::Dialect;
use super::line::{Cut, End, Line, Step};
use super::piece::{Address, Piece};
use crate::front_matter::FrontMatter;
use crate::markdown::part::Part;
pub use element::{ShortcodeElement, Shortcodes};
use meaning::Meaning;
use tag::{Role, Tag};

/// What is known of the file that shortcodes stand in.
#[derive(Clone, Copy)]
pub(in crate::markdown) struct Known<'k> {
    pub(in crate::markdown) shortcodes: &'k Shortcodes,
    pub(in crate::markdown) front_matter: &'k FrontMatter,
    /// What is shown of the file, and what it is given.
    pub(in crate::markdown) part: &'k Part,
}

/// All of them in a text.
pub(super) struct Tags<'t, 'k> {
    dialect: Dialect,
    body: &'t str,
    known: Known<'k>,
    list: Vec<Tag<'t>>,
    /// The titles of tabs that are listed by what they stand in, by where each starts.
    titles: BTreeMap<usize, Range<usize>>,
}

impl<'t, 'k> Tags<'t, 'k> {
    pub(super) fn read(dialect: Dialect, body: &'t str, known: Known<'k>) -> Self {
        let list = pairs::find(dialect, body);
        let titles = meaning::listed_titles(&list);
        Self { dialect, body, known, list, titles }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The number of the first tag that starts at a place or behind it.
    fn first(&self, at: usize) -> usize {
        self.list.partition_point(|tag| tag.range.start < at)
    }

    /// What the tag at the beginning of a line makes of it.
    pub(super) fn start(&self, line: &Line<'t>, is_open: impl Fn(End) -> bool) -> Option<Step<'t>> {
        let index = self.first(line.content);
        let tag = self.list.get(index).filter(|tag| tag.range.start == line.content)?;
        let is_met = |step: &Step<'t>| !matches!(step, Step::Close { end, .. } if !is_open(*end));
        self.block(tag).filter(is_met).or_else(|| self.alone(tag))
    }

    /// What a tag makes of the lines up to the tag that ends it.
    fn block(&self, tag: &Tag<'t>) -> Option<Step<'t>> {
        let until = tag.range.end;
        if let Some(other) = tag.instead_of.and_then(|other| self.list.get(other)) {
            return Some(Step::Close { end: End::Tag(other.range.start), until });
        }
        let partner = &self.list.get(tag.partner?)?.range;
        if tag.role == Role::Close {
            return Some(Step::Close { end: End::Tag(tag.range.start), until });
        }
        match self.meaning(tag) {
            Meaning::Block(block, title) => {
                let title = self.titles.get(&tag.range.start).cloned().or(title);
                let end = End::Tag(partner.start);
                Some(Step::Open { block, title, end, cut: Cut::None, until })
            }
            Meaning::Code(language) => {
                Some(Step::Code { language, content: until..partner.start, until: partner.end })
            }
            Meaning::Drop => Some(Step::Piece { piece: Piece::Nothing, until: partner.end }),
            Meaning::Piece(_) => None,
        }
    }

    /// What a tag is that is all of its line.
    fn alone(&self, tag: &Tag<'t>) -> Option<Step<'t>> {
        if !self.is_last(tag) {
            return None;
        }
        let (piece, until) = self.piece(tag);
        let is_part = match piece {
            Piece::Literal(before, ..) => !before.is_empty(),
            // The title of what follows.
            Piece::Text(_) => tag.partner.is_none(),
            _ => matches!(piece, Piece::Link(..) | Piece::LinkEnd),
        };
        (!is_part).then_some(Step::Piece { piece, until })
    }

    /// Whether nothing follows a tag in its line.
    fn is_last(&self, tag: &Tag<'t>) -> bool {
        let rest = self.body.get(tag.range.end..).unwrap_or("").trim_start_matches([' ', '\t', '\r']);
        rest.is_empty() || rest.starts_with('\n')
    }

    /// The first tag that stands in a part of a line.
    pub(super) fn next(&self, range: &Range<usize>) -> Option<&Tag<'t>> {
        self.list.get(self.first(range.start)).filter(|tag| tag.range.start < range.end)
    }

    /// Whether a tag in the middle of a line ends a block, or begins one that nothing of the line is in.
    pub(super) fn breaks(&self, tag: &Tag<'t>, is_open: impl Fn(End) -> bool) -> bool {
        match self.block(tag) {
            Some(Step::Close { end, .. }) => is_open(end),
            Some(Step::Open { end: End::Tag(end), until, .. }) => {
                self.is_last(tag) && end >= Line::at(self.body, until).next
            }
            _ => false,
        }
    }

    /// The destination of a link that a tag stands in, no part of which stands before `from`.
    pub(super) fn destination(&self, tag: &Tag<'t>, from: usize) -> Option<Range<usize>> {
        destination::around(self.body, &self.list, self.first(tag.range.start), from)
    }

    /// A link between angle brackets that a tag stands in, and where that is; none where its address is not known.
    pub(super) fn autolink(&self, tag: &Tag<'t>, from: usize) -> Option<(Piece<'t>, Range<usize>)> {
        let number = self.first(tag.range.start);
        let range = destination::autolink(self.body, &self.list, number, from)?;
        let inside = range.start + 1..range.end - 1;
        let mut url = String::new();
        let mut done = inside.start;
        for tag in self.list.get(number..)?.iter().take_while(|tag| tag.range.start < inside.end) {
            url.push_str(self.body.get(done..tag.range.start)?);
            match self.piece(tag).0 {
                Piece::Text(text) => url.push_str(&text),
                Piece::Nothing => {}
                _ => return None,
            }
            done = tag.range.end;
        }
        url.push_str(self.body.get(done..inside.end)?);
        let words = Some(Cow::Owned(url.clone()));
        Some((Piece::Link(Address { url: Cow::Owned(url), range: inside }, words), range))
    }

    /// What a tag is in a line, and where it ends.
    pub(super) fn piece(&self, tag: &Tag<'t>) -> (Piece<'t>, usize) {
        let end = tag.range.end;
        let partner = tag.partner.and_then(|partner| self.list.get(partner));
        if tag.role == Role::Close {
            let opened = partner.map(|opened| self.meaning(opened));
            let is_link = matches!(opened, Some(Meaning::Piece(Piece::Link(_, None))));
            return (if is_link { Piece::LinkEnd } else { Piece::Nothing }, end);
        }
        match self.meaning(tag) {
            // What is hidden up to an end that never comes.
            Meaning::Piece(piece @ Piece::Unclosed(..)) if liquid::DROPPED.contains(&tag.name) => {
                (piece, self.body.len())
            }
            Meaning::Piece(piece) => (piece, end),
            Meaning::Block(_, title) => match title.and_then(|title| self.body.get(title)) {
                Some(title) => (Piece::Text(Cow::Borrowed(title)), end),
                None => (Piece::Nothing, end),
            },
            Meaning::Code(_) => (Piece::Nothing, end),
            Meaning::Drop => (Piece::Nothing, partner.map_or(end, |close| close.range.end)),
        }
    }

    /// What is shown of a tag in code, if that is not what is written: where it stands in the Markdown, and what stands round it.
    pub(super) fn in_code(&self, tag: &Tag<'t>) -> Option<(&'static str, Range<usize>, &'static str)> {
        let Role::Literal(before, inside, behind) = tag.role else { return None };
        let start = if before.is_empty() { tag.range.start } else { tag.range.start + before.len() + 2 };
        Some((before, start..start + inside.len(), behind))
    }

    fn meaning(&self, tag: &Tag<'t>) -> Meaning<'t> {
        match tag.role {
            Role::Literal(before, inside, behind) => Meaning::Piece(Piece::Literal(before, inside, behind)),
            Role::Dropped | Role::Close => Meaning::Piece(Piece::Nothing),
            Role::Value => Meaning::Piece(self.value(tag)),
            Role::Open | Role::Void => {
                let own = self.known.shortcodes.get(tag.name).copied();
                let key = tag.positional(0).map(|key| key.value);
                let is_parameter = self.dialect == Dialect::Hugo && tag.name == "param" && own.is_none();
                if let Some(value) =
                    key.filter(|_| is_parameter).and_then(|key| self.known.front_matter.value(key))
                {
                    return Meaning::Piece(Piece::Text(Cow::Owned(value)));
                }
                meaning::of(self.body, tag, own.or_else(|| element::known(self.dialect, tag.name)))
            }
        }
    }

    /// What a generator puts in the place of an expression of Liquid.
    fn value(&self, tag: &Tag<'t>) -> Piece<'t> {
        let mut parts = tag.name.split('|').map(str::trim);
        let name = parts.next().unwrap_or("");
        let is_kept = |filter: &str| matches!(filter, "escape" | "xml_escape" | "strip" | "markdownify");
        let unquoted = ['"', '\''].iter().find_map(|quote| name.strip_prefix(*quote)?.strip_suffix(*quote));
        let value = match (name, unquoted) {
            ("site.baseurl" | "site.url", _) => return Piece::Nothing,
            (_, Some(text)) => Some(Cow::Borrowed(text)),
            // What an include is given is known by the whole name; what it is not given is nothing.
            _ if name.starts_with("include.") => match self.known.part.value(name) {
                Some(value) => Some(Cow::Owned(value)),
                None => return Piece::Nothing,
            },
            _ => {
                name.strip_prefix("page.").and_then(|key| self.known.front_matter.value(key)).map(Cow::Owned)
            }
        };
        match value.filter(|_| parts.all(is_kept)) {
            Some(value) => Piece::Text(value),
            None => Piece::Unknown(tag.name, Vec::new()),
        }
    }
}
