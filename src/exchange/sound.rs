//! Whether a text that came back has the codes of its source: none lost, none added, pairs as pairs. Judges no words.

use std::collections::{BTreeMap, BTreeSet};

use super::carried::Codes;
use super::refusal::RefusalKind;
use super::unit::{CodeKind, Content, Piece};
use super::visible::{is_visible, unprintable};

/// What is wrong with the codes of a text. `known` are all that it may have, `wanted` those that it must have.
pub(super) fn flaws(
    target: &Content,
    source: &Content,
    known: &Codes,
    wanted: &BTreeSet<u32>,
) -> Vec<RefusalKind> {
    let mut flaws = unreadable(target, source, known);
    let mut open: Vec<u32> = Vec::new();
    // Those that have ended out of order and still stand among the open ones.
    let mut crossed: BTreeSet<u32> = BTreeSet::new();
    let mut ends: BTreeMap<u32, [usize; 2]> = BTreeMap::new();
    for code in target.codes() {
        let Some(written) = known.0.get(&code.id) else {
            let looks = if code.written.is_empty() { code.id.to_string() } else { code.written.clone() };
            flaws.insert(RefusalKind::CodeAdded(looks));
            continue;
        };
        let count = ends.entry(code.id).or_default();
        let is_pair = written.close.is_some();
        match code.kind {
            CodeKind::Open if is_pair => {
                count[0] += 1;
                open.push(code.id);
            }
            CodeKind::Close if is_pair => {
                count[1] += 1;
                let is_open = count[0] > 0 && count[1] == 1;
                while open.last().is_some_and(|id| crossed.contains(id)) {
                    open.pop();
                }
                if open.last() == Some(&code.id) {
                    open.pop();
                } else if is_open {
                    flaws.insert(RefusalKind::CodesCrossing(name(known, code.id)));
                    crossed.insert(code.id);
                } else {
                    flaws.insert(RefusalKind::PairNotClosed(name(known, code.id)));
                }
            }
            CodeKind::Alone if !is_pair => *count = [count[0] + 1, count[1] + 1],
            _ => drop(flaws.insert(RefusalKind::CodeAdded(name(known, code.id)))),
        }
    }
    flaws.extend(
        open.iter().filter(|id| !crossed.contains(id)).map(|&id| RefusalKind::PairNotClosed(name(known, id))),
    );
    for (&id, &[opened, closed]) in &ends {
        if opened.max(closed) > 1 {
            flaws.insert(RefusalKind::CodeDoubled(name(known, id)));
        } else if opened != closed {
            flaws.insert(RefusalKind::PairNotClosed(name(known, id)));
        }
    }
    let lost = wanted.iter().filter(|&id| !ends.contains_key(id));
    flaws.extend(lost.map(|&id| RefusalKind::CodeLost(name(known, id))));
    flaws.into_iter().collect()
}

/// Where readers see nothing and the source has something, and letters that nobody may bring.
fn unreadable(target: &Content, source: &Content, known: &Codes) -> BTreeSet<RefusalKind> {
    let mut flaws = BTreeSet::new();
    let (text, of_source) = (target.text(), source.text());
    flaws.extend(unprintable(&text, &of_source).map(RefusalKind::Unprintable));
    let is_code = |content: &Content| content.codes().any(|code| code.kind == CodeKind::Alone);
    if is_visible(&of_source) && !is_visible(&text) && !is_code(target) {
        flaws.insert(RefusalKind::NoText);
        return flaws;
    }
    let filled = filled(source);
    let empty: BTreeSet<u32> = target.codes().map(|code| code.id).filter(|id| filled.contains(id)).collect();
    let empty = &empty - &self::filled(target);
    // What has no end is another flaw.
    let is_closed = |id: &u32| {
        let has = |kind: CodeKind| target.codes().any(|code| code.id == *id && code.kind == kind);
        has(CodeKind::Open) && has(CodeKind::Close)
    };
    flaws.extend(empty.into_iter().filter(is_closed).map(|id| RefusalKind::PairEmpty(name(known, id))));
    flaws
}

/// The pairs with something in them that readers see.
fn filled(content: &Content) -> BTreeSet<u32> {
    let mut filled = BTreeSet::new();
    let mut open: Vec<u32> = Vec::new();
    for piece in &content.0 {
        let is_seen = match piece {
            Piece::Text(text) => is_visible(text),
            Piece::Code(code) => match code.kind {
                CodeKind::Open => {
                    open.push(code.id);
                    false
                }
                CodeKind::Close => {
                    open.retain(|id| *id != code.id);
                    false
                }
                CodeKind::Alone => true,
            },
        };
        if is_seen {
            filled.extend(open.iter().copied());
        }
    }
    filled
}

/// A code as it is written: `[…](https://a.example)`.
fn name(codes: &Codes, id: u32) -> String {
    let Some(code) = codes.0.get(&id) else { return id.to_string() };
    match &code.close {
        Some(close) => format!("{}…{close}", code.open),
        None => code.open.clone(),
    }
}
