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
    /// That of the last cell.
    table: Option<Table>,
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
        let span = &block.span;
        let before = self.table.take().filter(|table| !text[table.last..span.start].contains("\n\n"));
        if block.kind != UnitKind::TableCell {
            return None;
        }
        let mut table = before.unwrap_or_else(|| {
            let line = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
            Table { head: line, line, last: line, column: 0, heads: BTreeMap::new() }
        });
        let between = &text[table.last..span.start];
        if let Some(end) = between.rfind('\n') {
            table.line = table.last + end + 1;
            table.column = 0;
        }
        table.column += text[table.line.max(table.last)..span.start].matches('|').count();
        table.last = span.end;
        let head = if table.head == table.line {
            table.heads.insert(table.column, words.to_owned());
            None
        } else {
            table.heads.get(&table.column).cloned()
        };
        self.table = Some(table);
        head
    }
}

/// What is known of a table.
struct Table {
    /// Where its first line begins.
    head: usize,
    /// Where the line at hand begins.
    line: usize,
    /// Where the last cell so far ends.
    last: usize,
    /// How many bars the line has before that cell.
    column: usize,
    /// What stands in the first line, by the number of bars before it.
    heads: BTreeMap<usize, String>,
}
