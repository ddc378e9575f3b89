//! Extensions of kramdown within a line: `{::comment}` with what stands in it, `{::nomarkdown}` and what ends it. Those that begin a
//! line are read as blocks.

use super::tag::{Role, Tag, window};

/// Bytes before one that are looked at for a code span.
const MAX_BEFORE: usize = 400;

/// The extension that starts at a place. Nothing is shown for it.
pub(super) fn tag(body: &str, at: usize) -> Option<Tag<'_>> {
    let rest = window(body, at);
    if !rest.starts_with("{:") || is_code(body, at) {
        return None;
    }
    let length = match rest.strip_prefix("{::comment}") {
        Some(inside) => {
            let paragraph = inside.split("\n\n").next().unwrap_or(inside);
            let ends = ["{:/comment}", "{:/}"].iter();
            let end = ends.filter_map(|end| Some(paragraph.find(end)? + end.len())).min()?;
            rest.len() - inside.len() + end
        }
        None => ["{::nomarkdown}", "{:/nomarkdown}", "{:/comment}", "{:/}"]
            .iter()
            .find(|tag| rest.starts_with(**tag))?
            .len(),
    };
    Some(Tag::new(at..at + length, "", Role::Dropped))
}

/// Whether it is escaped, or stands in a code span of its line.
fn is_code(body: &str, at: usize) -> bool {
    let from = body.ceil_char_boundary(at.saturating_sub(MAX_BEFORE));
    let before = body.get(from..at).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or(before);
    line.ends_with('\\') || line.matches('`').count() % 2 == 1
}
