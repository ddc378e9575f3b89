//! Puts the edits of fixes into a text. Pure: which fixes there are and which of them are wanted is for others to say.

use std::collections::BTreeMap;

use crate::diagnostic::{Edit, Fix};
use crate::line_end;

/// A text with fixes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    pub text: String,
    /// Which of the fixes are in it, by their index; ascending.
    pub applied: Vec<usize>,
}

/// Applies what can be applied of `fixes` at once: each fix as a whole or not at all, safe ones first, then by place.
///
/// A fix waits if one of its edits overlaps or touches an edit of another, unless it is the very same edit, which is
/// then made once: the checks of the new text may offer it again. A fix that changes nothing, that contradicts itself or
/// that has an edit outside the text is never applied. Line ends in new text become those of the file.
pub fn apply(text: &str, fixes: &[&Fix]) -> Edited {
    let end = line_end::of_first_line(text);
    let prepared: Vec<Option<Vec<Edit>>> = fixes.iter().map(|fix| prepare(text, fix, end)).collect();
    let mut order: Vec<usize> = (0..fixes.len()).filter(|&at| prepared[at].is_some()).collect();
    let first = |at: usize| prepared[at].as_ref().and_then(|edits| edits.first().map(|edit| edit.span));
    order.sort_by_key(|&at| (fixes[at].applicability, first(at), at));
    let mut accepted = Accepted::default();
    let mut applied: Vec<usize> = order
        .into_iter()
        .filter(|&at| prepared[at].as_deref().is_some_and(|edits| accepted.take(edits)))
        .collect();
    applied.sort_unstable();
    Edited { text: accepted.into_text(text), applied }
}

/// The edits of a fix in order, as they are made; none if it must not be applied.
fn prepare(text: &str, fix: &Fix, line_end: &str) -> Option<Vec<Edit>> {
    // One mark of the byte order stays; others are text.
    let after_bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut edits: Vec<Edit> = fix.edits.clone();
    edits.sort();
    for edit in &mut edits {
        text.get(edit.span.range()).filter(|_| edit.span.range().start >= after_bom)?;
        if line_end != "\n" && edit.text.contains('\n') {
            edit.text = edit.text.replace("\r\n", "\n").replace('\n', line_end);
        }
    }
    edits.dedup();
    let is_in_order =
        edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start && pair[0].span != pair[1].span);
    edits.retain(|edit| edit.span.slice(text) != edit.text);
    (is_in_order && !edits.is_empty()).then_some(edits)
}

/// Edits that go together, by their place: start, end.
#[derive(Default)]
struct Accepted(BTreeMap<(u32, u32), String>);

impl Accepted {
    /// Takes all of the edits, or none if one of them meets another that is not the same.
    fn take(&mut self, edits: &[Edit]) -> bool {
        let is_free = |edit: &Edit| {
            let key = (edit.span.start, edit.span.end);
            // What is there lies apart, so the last that starts before the end is the only one that can reach the start.
            let before = self.0.range(..=(edit.span.end, u32::MAX)).next_back();
            self.0.get(&key) == Some(&edit.text) || before.is_none_or(|((_, end), _)| *end < edit.span.start)
        };
        let all = edits.iter().all(is_free);
        if all {
            self.0.extend(edits.iter().map(|edit| ((edit.span.start, edit.span.end), edit.text.clone())));
        }
        all
    }

    fn into_text(self, text: &str) -> String {
        let mut edited = String::with_capacity(text.len());
        let mut at = 0;
        for ((start, end), new) in self.0 {
            edited.push_str(text.get(at..start as usize).unwrap_or_default());
            edited.push_str(&new);
            at = end as usize;
        }
        edited.push_str(text.get(at..).unwrap_or_default());
        edited
    }
}

#[cfg(test)]
mod tests;
