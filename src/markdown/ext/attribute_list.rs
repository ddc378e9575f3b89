//! What attribute lists do: an ID is an anchor, images have a size, links and images a title, and classes that themes show as alerts
//! make one. Everything else says how a site looks, and is left out.

use pulldown_cmark::CowStr;
use std::fmt::Write;
use std::ops::Range;

use super::alert;
use super::anchor::Anchors;
use crate::markdown::builder::{DocumentBuilder, FrameRef, Origin};
use crate::markdown::document::BlockKind;
use crate::markdown::element::Element;
use crate::markdown::entities::decoded;
use crate::markdown::sanitise;
use crate::markdown::syntax::{
    Alert, AttributeList, Braces, Caption, Dialect, of_class, read_attribute_list,
};

/// Name and value of an attribute of a heading.
type Attribute<'t> = (CowStr<'t>, Option<CowStr<'t>>);

/// What the list behind it belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::markdown) enum Target {
    Link(u32),
    Image(u32),
    /// What has no attributes but an anchor.
    #[default]
    Other,
}

/// What is known of the lists at hand.
#[derive(Debug, Default)]
pub(in crate::markdown) struct AttributeLists {
    dialect: Dialect,
    /// The element that ended last in a line, and where.
    target: (Target, usize),
    /// The mark of one that stands before a block.
    before: Option<u32>,
    /// The mark of one that belongs to the block before it.
    behind: Option<u32>,
    /// Whether the next paragraph is the title of an alert.
    title: TitleState,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum TitleState {
    Expected,
    #[default]
    None,
}

/// What lists make of a block.
#[derive(Debug, Default)]
pub(in crate::markdown) struct BlockAttributes {
    /// Its ID, as a place of the source.
    id: Option<Range<usize>>,
    alert: Option<(Alert, Caption)>,
}

impl AttributeLists {
    pub(in crate::markdown) fn new(dialect: Dialect) -> Self {
        Self { dialect, ..Self::default() }
    }

    /// An element has ended in a line.
    pub(in crate::markdown) fn set_target(&mut self, target: Target, end: usize) {
        self.target = (target, end);
    }

    /// Whether an element of a line ended there.
    pub(in crate::markdown) fn is_behind_element(&self, at: usize) -> bool {
        self.target.1 == at
    }

    /// A mark with attributes stands here: it belongs to the next block, unless it does to the one before.
    pub(in crate::markdown) fn mark(&mut self, number: u32) {
        self.before = Some(number).filter(|_| self.behind != Some(number));
    }

    /// A block begins: what the lists before and behind it say.
    pub(in crate::markdown) fn start_block(
        &mut self,
        builder: &DocumentBuilder<'_>,
        range: &Range<usize>,
    ) -> BlockAttributes {
        let behind = builder.map().attributes_behind(builder.source(), range.end);
        let behind = behind.filter(|_| !is_behind_blank(builder.source(), range.end));
        let own = behind.filter(|_| behind != self.behind);
        self.behind = behind.or(self.behind);
        let mut found = BlockAttributes::default();
        for number in [self.before.take(), own].into_iter().flatten() {
            let Some(mark) = builder.map().mark(number) else { continue };
            let written = builder.written(mark.range());
            let Some((list, _)) = read_attribute_list(written, Braces::Both) else { continue };
            let at = |id: Range<usize>| mark.range().start + id.start..mark.range().start + id.end;
            found.id = found.id.or(list.id.clone().map(at));
            if self.dialect == Dialect::Jekyll {
                found.alert = found.alert.or_else(|| list.classes.iter().find_map(|class| of_class(class)));
            }
        }
        found
    }

    /// `{:#id}` behind a heading, which is no ID to CommonMark's extension.
    pub(in crate::markdown) fn heading_id<'a>(&self, attributes: &'a [Attribute<'_>]) -> Option<&'a str> {
        let has_colons = matches!(self.dialect, Dialect::MkDocs | Dialect::Jekyll);
        let mut names = attributes.iter().filter(|_| has_colons).map(|(name, _)| &**name);
        names.find_map(|name| name.strip_prefix(":#"))
    }

    /// Whether the paragraph that begins is the title of an alert. It is asked once.
    pub(in crate::markdown) fn takes_title(&mut self) -> bool {
        std::mem::take(&mut self.title) == TitleState::Expected
    }

    /// Opens the alert that a block becomes.
    pub(in crate::markdown) fn open_alert(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        attributes: &BlockAttributes,
    ) -> Option<FrameRef> {
        let (kind, caption) = attributes.alert?;
        let class = format!(" class=\"alert {}\" role=\"note\"", alert::class(kind));
        let frame = builder.open(Element::Div, Origin::Markdown, &class)?;
        builder.write_tag("\n");
        match caption {
            Caption::Default => alert::write_title(builder, kind),
            Caption::Written => self.title = TitleState::Expected,
            Caption::None => {}
        }
        Some(frame)
    }

    /// Takes a list at the start of a text, where it stands behind an element or begins an item. None: there is none.
    pub(in crate::markdown) fn take(
        &self,
        builder: &mut DocumentBuilder<'_>,
        anchors: &mut Anchors,
        text: &str,
        start: usize,
    ) -> Option<usize> {
        let braces = Braces::in_lines(self.dialect)?;
        let is_item = || {
            self.dialect == Dialect::Jekyll
                && builder.leaf_kind() == Some(BlockKind::ListItem)
                && builder.leaf_text().is_empty()
        };
        if !text.starts_with('{') || self.target.1 != start && !is_item() {
            return None;
        }
        let limit = builder.source().len();
        let (list, length) = read_attribute_list(builder.written(start..limit), braces)?;
        if self.target.1 == start {
            apply(builder, self.target.0, &list);
        }
        place_id(builder, anchors, list.id.map(|id| start + id.start..start + id.end));
        let rest = text.get(length..).filter(|_| self.target.1 != start).unwrap_or("");
        let end = start + length + rest.len() - rest.trim_start_matches(' ').len();
        builder.take_until(end);
        Some(end)
    }

    /// Takes a list at the end of a block, such as a cell. Returns where in the text it starts.
    pub(in crate::markdown) fn take_end(
        &self,
        builder: &mut DocumentBuilder<'_>,
        anchors: &mut Anchors,
        text: &str,
        range: &Range<usize>,
    ) -> Option<usize> {
        let is_cell = builder.leaf_kind() == Some(BlockKind::TableCell);
        let is_end = if is_cell { is_cell_end } else { is_block_end };
        let braces = match self.dialect {
            Dialect::MkDocs if is_cell => Braces::Both,
            Dialect::VitePress => Braces::Plain,
            _ => return None,
        };
        let trimmed = text.trim_end();
        if !trimmed.ends_with('}') || !is_end(builder.source(), range.end) {
            return None;
        }
        let open = trimmed.rfind('{').filter(|open| trimmed[..*open].ends_with(' '))?;
        let (list, length) = read_attribute_list(&trimmed[open..], braces)?;
        let start = range.start + open;
        (open + length == trimmed.len()).then(|| {
            place_id(builder, anchors, list.id.map(|id| start + id.start..start + id.end));
            trimmed[..open].trim_end().len()
        })
    }
}

impl BlockAttributes {
    /// Makes the ID of the block an anchor: that of the heading at hand, or one before the block.
    pub(in crate::markdown) fn place_id(&self, builder: &mut DocumentBuilder<'_>, anchors: &mut Anchors) {
        place_id(builder, anchors, self.id.clone());
    }
}

fn place_id(builder: &mut DocumentBuilder<'_>, anchors: &mut Anchors, id: Option<Range<usize>>) {
    let Some(id) = id else { return };
    let name = builder.written(id.clone());
    if let Some(anchor) = anchors.claim(builder, name, id) {
        builder.place_anchor(anchor);
    }
}

/// What a list says of a link or an image.
fn apply(builder: &mut DocumentBuilder<'_>, target: Target, list: &AttributeList<'_>) {
    let title = &decoded(list.value("title").unwrap_or(""));
    match target {
        Target::Link(index) => builder.entitle_link(index, title),
        Target::Image(index) => {
            builder.entitle_image(index, title);
            let mut size = String::new();
            for name in ["width", "height"] {
                let Some(value) = list.value(name) else { continue };
                let value = value.strip_suffix("px").unwrap_or(value);
                if sanitise::allows("img", name, value) {
                    let _ = write!(size, " {name}=\"{value}\"");
                }
            }
            builder.extend_image(index, &size);
        }
        Target::Other => {}
    }
}

/// Whether the line before the one that starts at a place is blank, but for the signs of quotes.
fn is_behind_blank(source: &str, at: usize) -> bool {
    // Deeper quotes are not looked at, so that no line is read for each.
    const MAX_INDENT: usize = 64;
    let before = source.get(..at).and_then(|before| before.strip_suffix('\n')).unwrap_or("");
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(MAX_INDENT))..];
    near.rfind('\n').is_some_and(|end| near[end + 1..].trim_matches(['\r', ' ', '\t', '>']).is_empty())
}

fn is_cell_end(source: &str, end: usize) -> bool {
    let rest = source.get(end..).unwrap_or("");
    rest.is_empty() || rest.trim_start_matches([' ', '\t']).starts_with(['|', '\r', '\n'])
}

/// Whether a block ends where a text in it does, as far as the next line shows.
fn is_block_end(source: &str, end: usize) -> bool {
    let rest = source.get(end..).unwrap_or("");
    let mut lines = rest.split('\n');
    let is_line_end = lines.next().is_none_or(|line| line.trim().is_empty());
    let begins_item =
        |line: &str| line.starts_with(['-', '*', '+']) || line.starts_with(|c: char| c.is_ascii_digit());
    is_line_end && lines.next().is_none_or(|line| line.trim().is_empty() || begins_item(line.trim_start()))
}
