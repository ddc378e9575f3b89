//! Footnotes: numbered in the order of their first reference, written at the end of the body, linked both ways.

use std::collections::BTreeMap;

use crate::markdown::Place;
use crate::markdown::frame::SinkKind;
use crate::markdown::markup::{Hole, Markup, Message};
use crate::markdown::parse::{Kind, Parser};

/// The notes of a document.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Notes {
    /// Number and references of each name.
    numbers: BTreeMap<Box<str>, (u32, u32)>,
    /// Those that are being read.
    open: Vec<Box<str>>,
    written: Vec<(u32, Markup)>,
}

impl Notes {
    fn number(&mut self, name: &str) -> &mut (u32, u32) {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX - 1) + 1;
        self.numbers.entry(name.into()).or_insert((next, 0))
    }
}

impl Parser<'_> {
    pub(in crate::markdown) fn note_reference(&mut self, name: &str) {
        if self.here_is() == Place::Lookup || !self.phrasing_context() {
            return;
        }
        let entry = self.notes.number(name);
        entry.1 += 1;
        let (number, reference) = *entry;
        self.markup().hole(Hole::NoteReference(number, reference));
    }

    pub(in crate::markdown) fn start_note(&mut self, name: &str) -> Kind {
        self.notes.open.push(name.into());
        self.push_sink(SinkKind::Note);
        Kind::Note
    }

    pub(in crate::markdown) fn end_note(&mut self) {
        self.end_leaf();
        let Some(name) = self.notes.open.pop() else { return };
        let Some(sink) = self.pop_sink() else { return };
        let (number, _) = *self.notes.number(&name);
        self.notes.written.push((number, sink.markup));
    }

    /// The list of notes, at the end of the body.
    pub(in crate::markdown) fn write_notes(&mut self) {
        let mut notes = std::mem::take(&mut self.notes.written);
        if notes.is_empty() {
            return;
        }
        notes.sort_by_key(|&(number, _)| number);
        let references: BTreeMap<u32, u32> = self.notes.numbers.values().copied().collect();
        self.write("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        self.markup().hole(Hole::Message(Message::Footnotes));
        self.write("\">\n<ol>\n");
        let mut notes = notes.into_iter().peekable();
        while let Some((number, mut note)) = notes.next() {
            // A name that is defined twice has two texts.
            while let Some((_, more)) = notes.next_if(|(next, _)| *next == number) {
                note.append(&more);
            }
            self.write("<li");
            self.markup().hole(Hole::NoteId(number));
            self.write(">");
            let back = Hole::NoteBack(number, references.get(&number).copied().unwrap_or(0));
            put_back(&mut note, back);
            self.markup().append(&note);
            self.write("</li>\n");
        }
        self.write("</ol>\n</section>\n");
    }
}

/// Puts the way back inside the last paragraph, if the note ends with one.
fn put_back(note: &mut Markup, back: Hole) {
    let blocks = note.holes.iter().rev().take_while(|(at, _)| *at == note.end()).count();
    let blocks = note.holes.split_off(note.holes.len() - blocks);
    let paragraph = note.html.ends_with("</p>\n");
    if paragraph {
        note.html.truncate(note.html.len() - "</p>\n".len());
    }
    note.hole(back);
    if paragraph {
        note.html.push_str("</p>\n");
    }
    for (_, hole) in blocks {
        note.hole(hole);
    }
}
