//! Footnotes: numbered in the order of their first reference, written at the end of the body, linked both ways.

use std::collections::BTreeMap;

use crate::markdown::builder::{DocumentBuilder, SinkKind};
use crate::markdown::document::Placement;
use crate::markdown::markup::{Hole, Markup, Message};

/// The footnotes of a document.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Footnotes {
    /// Number and references of each name.
    numbers: BTreeMap<Box<str>, (u32, u32)>,
    /// Those that are being read.
    open: Vec<Box<str>>,
    written: Vec<(u32, Markup)>,
}

impl Footnotes {
    fn number(&mut self, name: &str) -> &mut (u32, u32) {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX - 1) + 1;
        self.numbers.entry(name.into()).or_insert((next, 0))
    }

    pub(in crate::markdown) fn refer(&mut self, builder: &mut DocumentBuilder<'_>, name: &str) {
        if builder.placement() == Placement::Lookup || !builder.phrasing_context() {
            return;
        }
        let entry = self.number(name);
        entry.1 += 1;
        let (number, reference) = *entry;
        builder.write_hole(Hole::FootnoteReference(number, reference));
    }

    pub(in crate::markdown) fn start(&mut self, builder: &mut DocumentBuilder<'_>, name: &str) {
        self.open.push(name.into());
        builder.push_sink(SinkKind::Footnote);
    }

    pub(in crate::markdown) fn end(&mut self, builder: &mut DocumentBuilder<'_>) {
        builder.end_leaf();
        let Some(name) = self.open.pop() else { return };
        let Some(markup) = builder.pop_markup() else { return };
        let (number, _) = *self.number(&name);
        self.written.push((number, markup));
    }

    /// The list of notes, at the end of the body.
    pub(in crate::markdown) fn write(self, builder: &mut DocumentBuilder<'_>) {
        let mut notes = self.written;
        if notes.is_empty() {
            return;
        }
        notes.sort_by_key(|&(number, _)| number);
        let references: BTreeMap<u32, u32> = self.numbers.values().copied().collect();
        builder.write_tag("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        builder.write_message(Message::Footnotes);
        builder.write_tag("\">\n<ol>\n");
        let mut notes = notes.into_iter().peekable();
        while let Some((number, mut note)) = notes.next() {
            // A name that is defined twice has two texts.
            while let Some((_, more)) = notes.next_if(|(next, _)| *next == number) {
                note.append(&more);
            }
            builder.write_tag("<li");
            builder.write_hole(Hole::FootnoteId(number));
            builder.write_tag(">");
            let back = Hole::FootnoteBack(number, references.get(&number).copied().unwrap_or(0));
            put_back(&mut note, back);
            builder.append(&note);
            builder.write_tag("</li>\n");
        }
        builder.write_tag("</ol>\n</section>\n");
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
