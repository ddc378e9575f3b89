//! Lines as extensions see them, and what an extension can make of one. Data, and the columns of white space.

use std::ops::Range;

use super::mark::Block;
use super::piece::Piece;
use super::wanted::Wanted;

/// One line of the text, or what is left of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// The whole Markdown.
    pub(super) body: &'t str,
    /// Where it starts.
    pub(super) start: usize,
    /// Where its content starts, behind white space.
    pub(super) content: usize,
    /// Where its content ends, before white space.
    pub(super) end: usize,
    /// Where the next line starts.
    pub(super) next: usize,
    /// The columns of white space before its content.
    pub(super) indent: usize,
    /// The columns that the markers of items take before its content; they are columns of its indentation too.
    pub(super) markers: usize,
}

impl<'t> Line<'t> {
    pub(super) fn at(body: &'t str, start: usize) -> Self {
        let rest = body.get(start..).unwrap_or("");
        let next = start + memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |at| at + 1);
        let whole = body.get(start..next).unwrap_or("");
        let indent = whole.len() - whole.trim_start_matches([' ', '\t']).len();
        let content = start + indent;
        let end = content + whole[indent..].trim_end().len();
        Self { body, start, content, end, next, indent: columns(&whole[..indent]), markers: 0 }
    }

    /// What is left of it behind a place; the line there, if that is below. Does not read what is left.
    pub(super) fn behind(&self, at: usize) -> Self {
        if at >= self.next {
            return Self::at(self.body, at);
        }
        let at = at.min(self.end);
        let rest = self.body.get(at..self.end).unwrap_or("");
        let content = self.end - rest.trim_start_matches([' ', '\t']).len();
        Self { start: at, content, ..*self }
    }

    /// What is left of it behind the sign of a quote, and the space that belongs to that.
    pub(super) fn quoted(&self) -> Self {
        let sign = (self.content + 1).min(self.end);
        let rest = self.body.get(sign..self.end).unwrap_or("");
        let start = sign + usize::from(rest.starts_with([' ', '\t']));
        let inside = self.body.get(start..self.end).unwrap_or("");
        let indent = inside.len() - inside.trim_start_matches([' ', '\t']).len();
        Self { start, content: start + indent, indent: columns(&inside[..indent]), ..*self }
    }

    /// What is left of it behind markers of items and quotes, which take so many bytes.
    pub(super) fn behind_markers(&self, length: usize) -> Self {
        let start = self.content + length;
        let written = self.body.get(self.content..start).unwrap_or("");
        // Columns begin anew behind the sign of a quote.
        let (markers, indent) = match written.rfind('>') {
            Some(sign) => {
                let inside = &written[sign + 1..];
                let columns = inside.strip_prefix(' ').unwrap_or(inside).len();
                (columns, columns)
            }
            None => (length, self.indent + length),
        };
        Self { start, content: start, indent, markers, ..*self }
    }

    /// What is written in it, without white space at its ends.
    pub(super) fn text(&self) -> &'t str {
        self.body.get(self.content..self.end).unwrap_or("")
    }

    pub(super) fn is_blank(&self) -> bool {
        self.content == self.end
    }

    /// The white space before its content, without its first columns.
    pub(super) fn indent_after(&self, cut: usize) -> Range<usize> {
        let indent = self.body.get(self.start..self.content).unwrap_or("");
        let mut column = 0;
        let mut at = 0;
        for byte in indent.bytes() {
            if column >= cut {
                break;
            }
            column = step(column, byte);
            at += 1;
        }
        self.start + at..self.content
    }
}

/// The columns that white space takes; a tab ends at a multiple of four.
fn columns(indent: &str) -> usize {
    indent.bytes().fold(0, step)
}

fn step(column: usize, byte: u8) -> usize {
    if byte == b'\t' { column / 4 * 4 + 4 } else { column + 1 }
}

/// What an extension makes of the beginning of a line. Offsets are those of the Markdown; each step takes what is written up to
/// `until`, and what is left of the line is read by itself.
#[derive(Debug)]
pub(super) enum Step<'t> {
    /// A block begins.
    Open {
        block: Block<'t>,
        /// Where its title is written.
        title: Option<Range<usize>>,
        end: End,
        cut: Cut,
        until: usize,
    },
    /// A block ends, and what is open in it.
    Close { end: End, until: usize },
    /// A tag, an expression or statements of MDX.
    Component { until: usize },
    /// A tag that is a part of a line; up to where it begins, if it can be read there.
    Phrase { until: usize },
    /// Attributes of the block before it, or of the one behind it.
    Attributes { until: usize },
    /// The files whose paths stand at these places are included here.
    Includes { files: Vec<(Range<usize>, Wanted<'t>)>, until: usize },
    /// Says what an abbreviation is short for.
    Define { name: &'t str, title: &'t str, until: usize },
    /// Text, with a blank line behind it.
    Blank { until: usize },
    /// Lines of code in a language.
    Code { language: &'t str, content: Range<usize>, until: usize },
    /// Something that is a line of its own.
    Piece { piece: Piece<'t>, until: usize },
    /// Nothing comes of it.
    Drop { until: usize },
}

impl Step<'_> {
    /// How far it has read.
    pub(super) fn until(&self) -> usize {
        match *self {
            Self::Open { until, .. }
            | Self::Close { until, .. }
            | Self::Attributes { until }
            | Self::Includes { until, .. }
            | Self::Define { until, .. }
            | Self::Blank { until }
            | Self::Component { until }
            | Self::Phrase { until }
            | Self::Code { until, .. }
            | Self::Piece { until, .. }
            | Self::Drop { until } => until,
        }
    }

    pub(super) fn is_tab(&self) -> bool {
        matches!(self, Self::Open { block: Block::Tab(_), .. })
    }
}

/// What ends a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// So many colons, or more.
    Colons(usize),
    /// So many slashes, or more.
    Slashes(usize),
    /// A line that is indented by fewer columns.
    Dedent(usize),
    /// A line that begins no tab.
    Tabs,
    /// The tag that starts at this place.
    Tag(usize),
    /// A line that begins the next tab of the group.
    NextTab,
}

impl End {
    /// What is written for it.
    pub(super) fn written(self) -> String {
        match self {
            Self::Colons(count) => ":".repeat(count),
            Self::Slashes(count) => "/".repeat(count),
            Self::Dedent(_) | Self::Tabs | Self::Tag(_) | Self::NextTab => String::new(),
        }
    }

    /// Whether a written end ends a block that waits for this one.
    pub(super) fn is_met_by(self, written: End) -> bool {
        match (self, written) {
            (Self::Colons(open), End::Colons(closed)) | (Self::Slashes(open), End::Slashes(closed)) => {
                closed >= open
            }
            _ => false,
        }
    }
}

/// What the lines in a block lose of their indentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// As much as the block itself.
    None,
    /// So many columns more than the block.
    Columns(usize),
}
