//! What stands in a text in place of what CommonMark does not know. Data only: `syntax` finds it, `ext` writes what it becomes.

use std::ops::Range;

use super::piece::Piece;
use super::wanted::Wanted;

/// What CommonMark sees for something is a processing instruction, which is an HTML block by itself, and inside a line
/// raw HTML.
pub(super) const MARK: (&str, &str) = ("<?", "?>");

/// What stands before a mark at the beginning of a line, so that the line is none of HTML.
pub(in crate::markdown) const LINE: &str = "</mark->";

/// What stands in a mark but for directives of Learn, which stand in it as written.
pub(super) const ANY: &str = ":::";

/// What stands in the place of a shortcode in a line.
pub(in crate::markdown) const SHORTCODE: &str = "<?:::?>";

#[derive(Debug)]
pub(in crate::markdown) struct Mark<'t> {
    /// Where it stands in the text as laid out.
    pub(super) at: usize,
    /// How many bytes are between its brackets.
    pub(super) length: usize,
    pub(in crate::markdown) kind: MarkKind<'t>,
}

impl Mark<'_> {
    /// Where it stands, for the place in the file of what was written.
    pub(in crate::markdown) fn range(&self) -> Range<usize> {
        match self.kind {
            MarkKind::Directive { .. } | MarkKind::Attributes | MarkKind::Include(_) => {
                let start = self.at + MARK.0.len();
                start..start + self.length
            }
            _ => self.at..self.at + MARK.0.len() + self.length + MARK.1.len(),
        }
    }
}

#[derive(Debug)]
pub(in crate::markdown) enum MarkKind<'t> {
    /// `:::row:::` and so on of Learn.
    Directive { role: DirectiveRole, name: &'t str },
    /// Attributes of the block before it, or of the one behind it, which stand in it as written.
    Attributes,
    /// The file is included whose path stands in it as written.
    Include(Wanted<'t>),
    /// A block begins.
    Open(Block<'t>),
    /// The block with the mark of this number ends.
    Close(u32, Ending),
    /// A tag, an expression or statements of MDX, and where they are written.
    Component(Range<usize>),
    /// A shortcode, in a line or alone.
    Piece(Piece<'t>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum DirectiveRole {
    Row,
    Column,
    Zone,
    Image,
    End,
    Unknown,
}

/// How a block ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Ending {
    /// As its syntax has it.
    Written,
    /// The block that it stands in ended, or the text. What should have been written.
    Missing(Box<str>),
}

/// What a mark opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Block<'t> {
    Alert(Alert, Caption),
    /// Folded away; with the alert that it looks like.
    Details(Openness, Option<Alert>, Caption),
    /// The tabs in it are one group.
    Tabs,
    Tab(Caption),
    /// Braces in it are text.
    Verbatim,
    /// A division with a class.
    Division(&'static str),
    /// One that is not known by this name: its title and its content are kept.
    Unknown(&'t str, Caption),
}

/// Where the title of a block comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Caption {
    /// It is the line of a heading behind the mark.
    Written,
    /// None is written: what such a block is called.
    Default,
    /// There is none.
    None,
}

/// Whether readers see the content at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Openness {
    Open,
    Folded,
}

/// The kinds of alerts by what they are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
    Info,
    Danger,
    Success,
    Question,
    Failure,
    Bug,
    Example,
    Quote,
    Summary,
}
