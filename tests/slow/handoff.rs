//! Real articles through packages: what nobody touched comes back byte for byte in every format, and what was really delivered comes back as it
//! was delivered.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use faqtory::exchange::{
    CodeKind, Content, ExchangeFile, FileKind, Format, Made, Older, Original, Piece, Refusal, TargetState,
    Unit, compose, read, units, write,
};
use faqtory::locale::Locale;
use faqtory::markdown::Syntax;
use faqtory::translation::merge::Merge;
use rayon::prelude::*;

use crate::hand_backs::{HandBack, hand_backs};
use crate::harness::{Test, note, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] =
    tests![untouched_packages_come_back_byte_for_byte, what_was_delivered_comes_back_as_it_was];

const FORMATS: [Format; 3] = [Format::Xliff, Format::Xliff12, Format::Po];

fn file(units: Vec<Unit>) -> ExchangeFile {
    ExchangeFile {
        handoff: "2026-05-31-1".to_owned(),
        kind: FileKind::Article,
        id: "article".to_owned(),
        source_locale: Locale::parse("en-US").unwrap(),
        target_locale: Locale::parse("fr-FR").unwrap(),
        source: "content/en-US/article.md".to_owned(),
        target: "content/fr-FR/article.md".to_owned(),
        source_hash: "0".repeat(40),
        units,
    }
}

/// The translation as it comes back in a format.
fn returned(original: &Original<'_>, units: Vec<Unit>, format: Format) -> Result<String, Vec<String>> {
    let written = write(format, &file(units), Some(original));
    let read = read(written.as_bytes()).map_err(|fault| vec![format!("{format}: {fault}")])?;
    let said = |refusal: Refusal| format!("{format}: {:?} in {}", refusal.kind, refusal.unit);
    let composed = compose(original, &read.units);
    composed.map(|it| it.text).map_err(|refusals| refusals.into_iter().map(said).collect())
}

fn untouched_packages_come_back_byte_for_byte() {
    for folder in ["corpus", "corpus-with-source"].map(shared) {
        let names: Vec<String> =
            site::files(&folder).into_iter().filter(|name| name.ends_with(".md")).collect();
        let begun = Instant::now();
        // Of many articles each goes through one format, of few through all.
        let turn = |number: usize| match names.len() {
            0..1_000 => &FORMATS[..],
            _ => &FORMATS[number % FORMATS.len()..][..1],
        };
        let numbered = names.par_iter().enumerate();
        let altered: Vec<String> =
            numbered.flat_map_iter(|(number, name)| altered(&folder, name, turn(number))).collect();
        note!("{}: {} articles in {:?}", folder.display(), names.len(), begun.elapsed());
        assert!(
            altered.is_empty(),
            "{}: {}: {:#?}",
            folder.display(),
            altered.len(),
            &altered[..altered.len().min(20)]
        );
    }
}

fn altered(folder: &Path, name: &str, formats: &[Format]) -> Vec<String> {
    let bytes = fs::read(folder.join(name)).unwrap();
    let source = String::from_utf8_lossy(&bytes);
    let original = Original { syntax: Syntax::default(), source: &source, older: None };
    let copied = |unit: Unit| Unit { target: Some(unit.source.clone()), state: TargetState::Final, ..unit };
    let units: Vec<Unit> = units(&original).into_iter().map(copied).collect();
    let one = |&format: &Format| match returned(&original, units.clone(), format) {
        Ok(text) if text == *source => None,
        Ok(_) => Some(format!("{name}: {format}: other bytes")),
        Err(refusals) => Some(format!("{name}: {}", refusals.join(", "))),
    };
    formats.iter().filter_map(one).collect()
}

/// What became of the blocks of a hand-back.
#[derive(Default)]
struct Blocks {
    equal: usize,
    /// What differs, by why.
    other: BTreeMap<&'static str, Vec<String>>,
}

fn what_was_delivered_comes_back_as_it_was() {
    for format in FORMATS {
        let all: Vec<Blocks> = hand_backs().par_iter().map(|one| delivered(one, format)).collect();
        let mut sum = Blocks::default();
        for one in all {
            sum.equal += one.equal;
            one.other.into_iter().for_each(|(why, places)| sum.other.entry(why).or_default().extend(places));
        }
        let compared = sum.equal + sum.other.values().map(Vec::len).sum::<usize>();
        note!("{format}: {} of {compared} blocks as they were delivered", sum.equal);
        for (why, places) in &sum.other {
            note!("  {why}: {}", places.len());
            places.iter().take(3).for_each(|place| note!("    {place}"));
        }
        assert!(sum.equal * 100 >= compared * 95, "{format}: {} of {compared}", sum.equal);
    }
}

fn delivered(one: &HandBack, format: Format) -> Blocks {
    let older = Older { source: &one.old_source, translation: &one.old_translation, made: one.old };
    let original = Original { syntax: Syntax::default(), source: &one.new_source, older: Some(older) };
    // Who translates says what was delivered, where it is certain which of that is for which unit.
    let said = Older { source: &one.new_source, translation: &one.delivered, made: Made::ByHuman };
    let said: BTreeMap<String, Unit> = units(&Original { older: Some(said), ..original })
        .into_iter()
        .map(|unit| (unit.id.clone(), unit))
        .collect();
    let filled = |unit: Unit| {
        // A link without text is refused, and whoever sent it writes it again: that block is not as it was delivered.
        let target = said.get(&unit.id).and_then(|said| said.target.clone()).filter(|it| !has_empty_pair(it));
        let target = target.or_else(|| unit.target.clone()).unwrap_or_else(|| unit.source.clone());
        Unit { target: Some(target), state: TargetState::Translated, ..unit }
    };
    let name = one.folder.display().to_string();
    let mut blocks = Blocks::default();
    let wanted = Merge::new(Syntax::default(), &one.new_source, &one.new_source, &one.delivered).blocks;
    let known = || wanted.iter().filter(|block| block.words > 0 && block.translation.is_some());
    let text = match returned(&original, units(&original).into_iter().map(filled).collect(), format) {
        Ok(text) => text,
        Err(refusals) => {
            blocks
                .other
                .insert("refused", known().map(|_| format!("{name}: {}", refusals.join("; "))).collect());
            return blocks;
        }
    };
    let back = Merge::new(Syntax::default(), &one.new_source, &one.new_source, &text).blocks;
    for (block, back) in wanted.iter().zip(&back).filter(|(block, _)| block.words > 0) {
        let Some(wanted) = &block.translation else { continue };
        let why = match &back.translation {
            Some(back) if joined(back) == joined(wanted) => {
                blocks.equal += 1;
                continue;
            }
            Some(back) if without_anchors(back) == without_anchors(wanted) => "anchors that the engine added",
            Some(back) if without_addresses(back) == without_addresses(wanted) => "addresses",
            Some(back) if letters(back) == letters(wanted) => "markup or signs alone",
            Some(_) => "other words",
            None => "not aligned any more",
        };
        let shown = back.translation.as_deref().unwrap_or("");
        let place = format!("{name}\n      delivered {}\n      back      {}", joined(wanted), joined(shown));
        blocks.other.entry(why).or_default().push(place);
    }
    blocks
}

/// Whether a pair of codes ends where it begins.
fn has_empty_pair(content: &Content) -> bool {
    let mut open = None;
    for piece in &content.0 {
        match piece {
            Piece::Text(text) if text.trim().is_empty() => {}
            Piece::Code(code) if code.kind == CodeKind::Open => open = Some(code.id),
            Piece::Code(code) if code.kind == CodeKind::Close && open == Some(code.id) => return true,
            _ => open = None,
        }
    }
    false
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Without `<a name="…"></a>`, which the source does not have.
fn without_anchors(text: &str) -> String {
    let mut parts = text.split("<a name=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    joined(&parts.fold(first, |out, part| out + " " + part.split_once("</a>").map_or(part, |(_, rest)| rest)))
}

/// Without what stands between `](` and `)`.
fn without_addresses(text: &str) -> String {
    let text = without_anchors(text);
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + "]" + part.split_once(')').map_or("", |(_, rest)| rest))
}
