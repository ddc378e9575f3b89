//! Puts the shortcodes that are destinations of links between angle brackets: they hold spaces, which CommonMark takes
//! there only. Says not where they lead.

use std::ops::Range;

use super::map::Writer;
use crate::markdown::ext::reference;

/// Writes a part of a line with its shortcodes between angle brackets.
pub(super) fn keep<'t>(body: &'t str, range: Range<usize>, out: &mut Writer<'t>) {
    let Some(line) = body.get(range.clone()) else { return };
    let mut done = 0;
    while let Some(found) = reference::next(line, done) {
        out.keep(range.start + done..range.start + found.start);
        let special = reference::special(&line[found.clone()]).map(|at| (found.start + at, "\\"));
        let mut from = found.start;
        for (at, mark) in std::iter::once((found.start, "<")).chain(special) {
            out.keep(range.start + from..range.start + at);
            out.insert(mark, range.start + at);
            from = at;
        }
        out.keep(range.start + from..range.start + found.end);
        out.insert(">", range.start + found.end);
        done = found.end;
    }
    out.keep(range.start + done..range.end);
}
