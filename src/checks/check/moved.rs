//! A mark of a sentence that stands within what it follows, moved behind it. Judges nothing.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Edit, Fix, Span};

/// Marks that end a part of a sentence: where one stands behind already, no other is needed.
const MARKS: &str = ",;،؛，、；.:!?。";

/// Takes a mark, and the space before it, from its place `inside` and writes it at `behind`.
pub(crate) fn moved_behind(file: &File, inside: Span, mark: char, behind: u32) -> Option<Fix> {
    let rest = file.text.get(behind as usize..)?;
    let is_marked = rest.trim_start_matches(' ').starts_with(|next: char| MARKS.contains(next));
    // Wide marks have their space in them.
    let is_glued = rest.starts_with(char::is_alphanumeric) && !matches!(mark, '，' | '、' | '；' | '。');
    let text = if is_glued { format!("{mark} ") } else { mark.to_string() };
    let surplus = Edit { span: inside, text: String::new() };
    let moved = Edit { span: Span { start: behind, end: behind }, text };
    let edits = std::iter::once(surplus).chain((!is_marked).then_some(moved)).collect();
    Some(Fix { applicability: Applicability::Safe, edits })
}
