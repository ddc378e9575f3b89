//! What a translator should know of a block: what it is, and where it stands. Reads no other version of it.

use std::collections::BTreeMap;

use crate::markdown::{InlineKind, InlineRole};
use crate::translation::merge::{Unit as Block, UnitKind};

use super::blocks::{Blocks, Inner};
use super::unit::{Note, NoteKind};

/// What is known of the blocks before one.
#[derive(Default)]
pub(super) struct Notes {
    heading: Option<String>,
    /// Where the line of the last cell ends, and the heads of the columns of its table.
    table: Option<(usize, BTreeMap<usize, String>)>,
}

impl Notes {
    /// The notes of the next block of the text.
    pub(super) fn of(&mut self, blocks: &Blocks<'_>, block: &Block, inner: &Inner) -> Vec<Note> {
        let text = inner.content.text();
        let head = self.column(blocks.article.text, block, &text);
        let kind = match (block.kind, head) {
            (UnitKind::Heading(level), _) => Some(format!("heading of level {level}")),
            (UnitKind::ListItem, _) => Some("list item".to_owned()),
            (UnitKind::TableCell, Some(head)) => Some(format!("table cell below “{head}”")),
            (UnitKind::TableCell, None) => Some("table cell".to_owned()),
            _ => None,
        };
        let mut notes = Vec::new();
        let mut note = |kind: NoteKind, text: String| notes.push(Note { kind, text });
        if let Some(kind) = kind {
            note(NoteKind::Kind, kind);
        }
        let is_image =
            |kind: &InlineKind| matches!(kind, InlineKind::Open(code, _) if code.role == InlineRole::Image);
        if inner.pieces.iter().any(|piece| is_image(&piece.kind)) {
            note(NoteKind::Kind, "with the alternative text of an image".to_owned());
        }
        if let Some(heading) = &self.heading {
            note(NoteKind::Place, heading.clone());
        }
        if matches!(block.kind, UnitKind::Heading(_)) {
            self.heading = Some(text);
        }
        notes
    }

    /// The head of the column of a cell.
    fn column(&mut self, text: &str, block: &Block, words: &str) -> Option<String> {
        if block.kind != UnitKind::TableCell {
            self.table = None;
            return None;
        }
        let start = text[..block.span.start].rfind('\n').map_or(0, |end| end + 1);
        let column = text[start..block.span.start].replace("\\|", "").matches('|').count();
        let end = text[block.span.end..].find('\n').map_or(text.len(), |end| block.span.end + end);
        match &mut self.table {
            Some((last, heads)) if *last != end => {
                *last = end;
                heads.get(&column).cloned()
            }
            Some((_, heads)) if text[..start].ends_with('\n') && heads.contains_key(&usize::MAX) => {
                heads.get(&column).cloned()
            }
            Some((_, heads)) => {
                heads.insert(column, words.to_owned());
                None
            }
            None => {
                self.table = Some((end, BTreeMap::from([(column, words.to_owned())])));
                None
            }
        }
    }
}
