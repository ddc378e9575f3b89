//! What of a block is no matter of translators: anchors, marks of alerts and lists of attributes at its ends, and what is round all of
//! it. Writes nothing.

use std::collections::BTreeMap;

use crate::markdown::{Inline, InlineKind, InlineRole};

/// The pieces of a block without those, numbered again from 1 on.
pub(super) fn trimmed(text: &str, pieces: Vec<Inline>) -> Vec<Inline> {
    let mut kept = pieces.as_slice();
    while let Some(less) = less(text, kept) {
        kept = less;
    }
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
    let mut kept = kept.to_vec();
    for piece in &mut kept {
        if let InlineKind::Open(code, _) | InlineKind::Close(code) | InlineKind::Alone(code) = &mut piece.kind
        {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX).saturating_add(1);
            code.number = *numbers.entry(code.number).or_insert(next);
        }
    }
    kept
}

/// One less of them.
fn less<'p>(text: &str, pieces: &'p [Inline]) -> Option<&'p [Inline]> {
    use InlineKind::{Alone, Close, Open};
    let written = |piece: &Inline| &text[piece.range.clone()];
    let is_apart = |piece: &Inline| match &piece.kind {
        InlineKind::Text(shown) => shown.trim().is_empty(),
        Alone(code) => code.role == InlineRole::Other && is_mark(written(piece)),
        _ => false,
    };
    match pieces {
        [first, rest @ ..] if is_apart(first) => Some(rest),
        [rest @ .., last] if is_apart(last) => Some(rest),
        [Inline { kind: Open(open, _), .. }, Inline { kind: Close(close), .. }, rest @ ..]
            if open.number == close.number =>
        {
            Some(rest)
        }
        [rest @ .., Inline { kind: Open(open, _), .. }, Inline { kind: Close(close), .. }]
            if open.number == close.number =>
        {
            Some(rest)
        }
        [first, rest @ .., last] => match (&first.kind, &last.kind) {
            (Open(open, _), Close(close)) if open.number == close.number => {
                let is_emphasis =
                    matches!(open.role, InlineRole::Bold | InlineRole::Italic | InlineRole::Struck);
                let is_tag = open.role == InlineRole::Other && written(first).starts_with('<');
                (is_emphasis || is_tag).then_some(rest)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether something says nothing of the words beside it.
fn is_mark(written: &str) -> bool {
    let is_alert =
        written.starts_with("[!") && !written.trim_end_matches([' ', '\t', '\n', '>']).contains(' ');
    is_alert || ["<!--", "{#", "{:", "{."].iter().any(|start| written.starts_with(start))
}
