//! HTML with holes, which are filled in when a page is written. Knows no document.

use super::syntax::Alert;

/// HTML in which some places are left to be filled in when a page is written.
#[derive(Clone, Debug, Default)]
pub(super) struct Markup {
    pub(super) html: String,
    /// Holes and their places in `html`, in order.
    pub(super) holes: Vec<(u32, Hole)>,
}

/// A stretch of a [`Markup`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct MarkupRange {
    pub(super) html: (u32, u32),
    pub(super) holes: (u32, u32),
}

/// What is filled in. Numbers are indexes into the document's vectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hole {
    LinkStart(u32),
    LinkEnd,
    /// Start of a link round an image that shows it in full: link and image.
    LightboxStart(u32, u32),
    Image(u32),
    /// Audio or video.
    Media(u32),
    /// ` id="…"` in the start tag of a heading.
    HeadingId(u32),
    /// The second anchor of a heading.
    HeadingAlias(u32),
    /// ` id="…"` in the start tag of any other element.
    AnchorId(u32),
    /// An anchor of its own.
    Anchor(u32),
    Include(u32),
    /// The content of a block of code.
    Code(u32),
    /// Plain text of a message.
    Message(Message),
    /// A reference to a footnote: number of the note, number of the reference to it.
    FootnoteReference(u32, u32),
    /// ` id="…"` of a footnote.
    FootnoteId(u32),
    /// Links back from a footnote: number of the note, how many references.
    FootnoteBack(u32, u32),
    /// Number of a group of tabs.
    Tabs(u32),
    /// Where the title stood; included documents show it here.
    Title,
    /// The end of a line, which white space is shown for.
    LineEnd,
    /// The end of a line between two letters that have no white space between them.
    JoinedLines,
    /// The end of a block.
    Block(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Message {
    /// What an alert is called that has no title of its own.
    Alert(Alert),
    Details,
    Footnotes,
    VideoPlay,
    AudioPlay,
    TaskDone,
    TaskOpen,
    CodeBlock,
    Table,
}

impl Message {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Alert(Alert::Note) => "alert-note",
            Self::Alert(Alert::Tip) => "alert-tip",
            Self::Alert(Alert::Important) => "alert-important",
            Self::Alert(Alert::Warning) => "alert-warning",
            Self::Alert(Alert::Caution) => "alert-caution",
            Self::Alert(Alert::Info) => "alert-info",
            Self::Alert(Alert::Danger) => "alert-danger",
            Self::Alert(Alert::Success) => "alert-success",
            Self::Alert(Alert::Question) => "alert-question",
            Self::Alert(Alert::Failure) => "alert-failure",
            Self::Alert(Alert::Bug) => "alert-bug",
            Self::Alert(Alert::Example) => "alert-example",
            Self::Alert(Alert::Quote) => "alert-quote",
            Self::Alert(Alert::Summary) => "alert-summary",
            Self::Details => "details",
            Self::Footnotes => "footnotes",
            Self::VideoPlay => "video-play",
            Self::AudioPlay => "audio-play",
            Self::TaskDone => "task-done",
            Self::TaskOpen => "task-open",
            Self::CodeBlock => "code-block",
            Self::Table => "table",
        }
    }
}

impl Markup {
    /// The length of the HTML so far, as a place for a hole.
    pub(super) fn end(&self) -> u32 {
        u32::try_from(self.html.len()).unwrap_or(u32::MAX)
    }

    /// The number of holes so far.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.holes.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn hole(&mut self, hole: Hole) {
        let at = self.end();
        self.holes.push((at, hole));
    }

    /// Everything so far.
    pub(super) fn whole(&self) -> MarkupRange {
        MarkupRange { html: (0, self.end()), holes: (0, self.count()) }
    }

    /// Appends another piece; returns where it stands now.
    pub(super) fn append(&mut self, other: &Self) -> MarkupRange {
        let (html, holes) = (self.end(), self.count());
        self.html.push_str(&other.html);
        self.holes.extend(other.holes.iter().map(|&(at, hole)| (at + html, hole)));
        MarkupRange { html: (html, self.end()), holes: (holes, self.count()) }
    }

    /// Forgets everything after a place and the holes from an index on.
    pub(super) fn cut(&mut self, html: u32, holes: u32) {
        self.html.truncate(html as usize);
        self.holes.truncate(holes as usize);
    }
}
