//! Footnotes: numbered in the order of their first reference, written at the end of the body, linked both ways. Those that
//! nothing shown refers to are left out.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicase::UniCase;

use crate::markdown::builder::{DocumentBuilder, SinkKind};
use crate::markdown::document::{FlawKind, Placement};
use crate::markdown::markup::{Hole, Markup, Message};

/// The footnotes of a document.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Footnotes {
    /// Number and references of each name.
    numbers: BTreeMap<Folded, (u32, u32)>,
    /// Those that are being read.
    open: Vec<Box<str>>,
    written: Vec<(u32, Markup)>,
    /// As the first reference writes them.
    shown: BTreeMap<Folded, Box<str>>,
    /// Where the definition ends that is left out.
    left_out_until: usize,
}

/// A name without its letter case: the parser takes `[^Note]` and `[^note]` for one, and folds case in this way.
type Folded = Box<str>;

fn folded(name: &str) -> Folded {
    UniCase::new(name).to_folded_case().into()
}

/// The names of the footnotes that the text outside of them refers to, or that one of those does.
fn shown(source: &str, options: Options) -> BTreeMap<Folded, Box<str>> {
    let mut shown = BTreeMap::new();
    if !source.contains("[^") || !source.contains("]:") {
        return shown;
    }
    let mut references: BTreeMap<Folded, Vec<Box<str>>> = BTreeMap::new();
    let (mut open, mut reached): (Vec<Folded>, Vec<Box<str>>) = (Vec::new(), Vec::new());
    for event in Parser::new_ext(source, options) {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => open.push(folded(&name)),
            Event::End(TagEnd::FootnoteDefinition) => drop(open.pop()),
            Event::FootnoteReference(name) => match open.last() {
                Some(within) => references.entry(within.clone()).or_default().push((&*name).into()),
                None => reached.push((&*name).into()),
            },
            _ => {}
        }
    }
    while let Some(name) = reached.pop() {
        if let Entry::Vacant(free) = shown.entry(folded(&name)) {
            reached.extend(references.remove(free.key()).unwrap_or_default());
            free.insert(name);
        }
    }
    shown
}

impl Footnotes {
    pub(in crate::markdown) fn of(source: &str, options: Options) -> Self {
        Self { shown: shown(source, options), ..Self::default() }
    }

    /// Whether what begins at a place stands in a definition that is left out.
    pub(in crate::markdown) fn leaves_out(&self, at: usize) -> bool {
        at < self.left_out_until
    }

    fn number(&mut self, name: &str) -> &mut (u32, u32) {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX - 1) + 1;
        self.numbers.entry(folded(name)).or_insert((next, 0))
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

    /// Begins a definition. False: it is left out, with all that stands in it.
    pub(in crate::markdown) fn start(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        name: &str,
        range: &Range<usize>,
    ) -> bool {
        if !self.shown.contains_key(&folded(name)) {
            let head = range.start..range.end.min(range.start + "[^]".len() + name.len());
            builder.flaw(FlawKind::UnusedFootnote { name: name.into() }, head);
            self.left_out_until = range.end;
            return false;
        }
        self.open.push(name.into());
        builder.push_sink(SinkKind::Footnote);
        true
    }

    /// The names of those that are shown.
    pub(in crate::markdown) fn names(&self) -> Vec<Box<str>> {
        self.shown.values().cloned().collect()
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
