//! Which units of a translation are certainly those of its source: by their place where a section has as many of each on both sides,
//! else by what nobody translates in them. Aligns nothing.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::alignment;

use super::super::words;
use super::unit::{Article, Unit, UnitKind};

/// By unit of the source the one of the translation at the same place; none where a section, a list or the rows of a table differ.
pub(super) fn by_place(source: &Article<'_>, own: &Article<'_>) -> Vec<Option<usize>> {
    let mut placed = vec![None; source.units.len()];
    let (theirs, ours) = (sections(source), sections(own));
    let headings = alignment::headings(&source.document, &own.document).into_iter().enumerate();
    let headings = headings.filter_map(|(our, their)| Some((Some(their?), Some(our))));
    for (their, our) in headings.chain([(None, None)]) {
        let (Some(their), Some(our)) = (theirs.get(&their), ours.get(&our)) else { continue };
        let (theirs, ours) = (runs(source, their), runs(own, our));
        let is_like = |(their, our): (&Range<usize>, &Range<usize>)| {
            source.units[their.start].kind.is_like(own.units[our.start].kind)
        };
        if theirs.len() != ours.len() || !theirs.iter().zip(&ours).all(is_like) {
            continue;
        }
        for (their, our) in theirs.into_iter().zip(ours) {
            if shape(source, &their) == shape(own, &our) {
                their.zip(our).for_each(|(their, our)| placed[their] = Some(our));
            }
        }
    }
    placed
}

/// By heading, none for what stands above the first: its unit and those below it.
fn sections(article: &Article<'_>) -> BTreeMap<Option<usize>, Range<usize>> {
    let mut sections = BTreeMap::new();
    let mut open = (None, 0);
    for (at, unit) in article.units.iter().enumerate() {
        if let Some(heading) = article.document.blocks[unit.block].kind.heading() {
            sections.insert(open.0, open.1..at);
            open = (Some(heading as usize), at);
        }
    }
    sections.insert(open.0, open.1..article.units.len());
    sections
}

/// Neighbours of one kind.
fn runs(article: &Article<'_>, section: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = section.start;
    let chunks = article.units[section.clone()].chunk_by(|a, b| a.kind.is_like(b.kind));
    let run = |run: &[Unit]| {
        let from = start;
        start += run.len();
        from..start
    };
    chunks.map(run).collect()
}

/// The cells of each row of a table; of other units how deep each stands, compared with the one before.
fn shape(article: &Article<'_>, run: &Range<usize>) -> Vec<(usize, Ordering)> {
    let text = article.text;
    let in_row =
        |a: &Unit, b: &Unit| a.kind == UnitKind::TableCell && !text[a.span.end..b.span.start].contains('\n');
    let depth = |unit: &Unit| {
        let line = text[..unit.span.start].rfind('\n').map_or(0, |end| end + 1);
        text[line..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'>')).count()
    };
    let mut before = None;
    let rows = article.units[run.clone()].chunk_by(in_row);
    let row = |row: &[Unit]| {
        let now = if row[0].kind == UnitKind::ListItem { depth(&row[0]) } else { 0 };
        (row.len(), now.cmp(&before.replace(now).unwrap_or(now)))
    };
    rows.map(row).collect()
}

/// What stands once on both sides and nobody translates: by unit of the source the one of the translation.
pub(super) fn by_evidence(source: &Article<'_>, own: &Article<'_>) -> BTreeMap<usize, usize> {
    let ours = unique(own);
    unique(source).into_iter().filter_map(|(evidence, at)| Some((at, *ours.get(&evidence)?))).collect()
}

fn unique(article: &Article<'_>) -> BTreeMap<Vec<String>, usize> {
    let mut seen: BTreeMap<Vec<String>, Option<usize>> = BTreeMap::new();
    for (at, unit) in article.units.iter().enumerate() {
        let evidence = evidence(article, unit);
        if !evidence.is_empty() {
            seen.entry(evidence).and_modify(|it| *it = None).or_insert(Some(at));
        }
    }
    seen.into_iter().filter_map(|(evidence, at)| Some((evidence, at?))).collect()
}

/// Code, numbers, addresses and anchors of a unit.
fn evidence(article: &Article<'_>, unit: &Unit) -> Vec<String> {
    if unit.kind == UnitKind::Code {
        return vec![unit.content.clone()];
    }
    let code = words::inline_code(&article.text[unit.span.clone()]).into_iter().map(str::to_owned);
    let mut evidence: Vec<String> =
        code.chain(unit.addresses.iter().map(|address| address.text.clone())).collect();
    let plain = article.plain(unit);
    words::each(&plain, |word| {
        if word.contains(char::is_numeric) {
            evidence.push(word.to_owned());
        }
    });
    evidence.sort_unstable();
    evidence
}
