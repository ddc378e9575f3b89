//! Writes the draft: the new source with reused units in their places, and markers at the others. Decides nothing.

use std::ops::Range;

use super::definitions::Kept;
use super::markers::Mark;
use super::pairing::Pair;
use super::parts::{Parts, Reused};
use super::state::BlockState;
use super::unit::{Unit, UnitKind};

/// The body of a draft.
pub(super) struct Draft {
    pub(super) text: String,
    /// Where each unit of the new source stands in it, without its markers.
    pub(super) places: Vec<Range<usize>>,
}

/// How a unit is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marking {
    None,
    /// Between two lines.
    Lines(Mark),
    /// Behind its text.
    Inline(Mark),
}

/// The body of the new source, with these lines in the place of its units.
pub(super) fn written(parts: &Parts<'_, '_>, pairs: &[Pair], reused: &Reused) -> Draft {
    let new = parts.new;
    let form = new.document.syntax.form;
    let markings: Vec<Marking> =
        (0..pairs.len()).map(|at| marking(parts, pairs[at], &new.units[at], reused[at].as_deref())).collect();
    let mut text = String::with_capacity(new.text.len());
    let mut places = Vec::with_capacity(pairs.len());
    let mut at = new.body;
    let mut is_open = false;
    let definitions = Kept::new(parts);
    for (index, unit) in new.units.iter().enumerate() {
        text.push_str(&definitions.text(new, at..unit.span.start));
        at = unit.span.end;
        if let Marking::Lines(mark) = markings[index]
            && !is_open
        {
            text.push_str(&format!("{}\n{}", mark.comment(form), unit.prefix));
        }
        let from = text.len();
        match &reused[index] {
            Some(reused) => push(&mut text, reused, &unit.prefix),
            None => text.push_str(&new.text[unit.span.clone()]),
        }
        places.push(from..text.len());
        match markings[index] {
            Marking::None => {}
            Marking::Inline(mark) => text.push_str(&format!(" {}", mark.comment(form))),
            Marking::Lines(_) => {
                let next = new.units.get(index + 1);
                let is_followed = next.is_some_and(|next| {
                    markings[index + 1] == markings[index]
                        && next.prefix == unit.prefix
                        && new.text[at..next.span.start].trim().is_empty()
                });
                is_open = is_followed;
                if !is_followed {
                    text.push_str(&format!("\n{}{}", unit.prefix, Mark::End.comment(form)));
                    at += new.text[at..].len() - new.text[at..].trim_start_matches([' ', '\t']).len();
                }
            }
        }
    }
    text.push_str(&definitions.text(new, at..new.text.len()));
    Draft { text, places }
}

fn push(text: &mut String, reused: &str, prefix: &str) {
    for (number, line) in reused.split('\n').enumerate() {
        if number > 0 {
            text.push('\n');
            text.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        }
        text.push_str(line);
    }
}

/// Nothing marks what is reused, and what has no words of its own.
fn marking(parts: &Parts<'_, '_>, pair: Pair, unit: &Unit, reused: Option<&str>) -> Marking {
    let Some(mark) = BlockState::of(pair, reused).mark() else { return Marking::None };
    let written = &parts.new.text[unit.span.clone()];
    if unit.kind == UnitKind::Code {
        // Somebody has translated what stands in it.
        let was = pair.old().and_then(|old| Some((&parts.old.units[old], parts.translations[old]?)));
        let is_translated = was.is_some_and(|(old, own)| parts.own.units[own].content != old.content);
        let is_fenced = written.starts_with(['`', '~']);
        return if is_translated && is_fenced { Marking::Lines(mark) } else { Marking::None };
    }
    let has_alt = parts.new.has_alt(unit);
    match unit.words {
        0 if !has_alt => Marking::None,
        _ if unit.has_lines(parts.new.text) => Marking::Lines(mark),
        _ => Marking::Inline(mark),
    }
}
