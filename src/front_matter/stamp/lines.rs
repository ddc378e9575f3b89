//! Where a stamp stands in YAML, which has a line for each key. Reads no value.

use super::super::fence::Block;
use super::super::keys;
use super::super::line::lines;
use super::wanted::{Edit, Wanted};
use crate::line_end;

/// What to put where for one key: into the value that was read, into the empty or unreadable one of its line, or as a
/// line of its own at the end of the block.
pub(super) fn edit(text: &str, block: &Block, wanted: &Wanted) -> Edit {
    let Wanted { name, value: new, .. } = wanted;
    if let Some(place) = &wanted.place {
        return (place.clone(), new.clone());
    }
    let is_key = |written: &str| keys::known(written).is_some_and(|key| key.field == wanted.field);
    let mut lines = lines(text, block.content.start).take_while(|line| line.start < block.content.end);
    let found = lines.find_map(|line| {
        let key = keys::at_start(line.content).filter(|key| is_key(key.written))?;
        Some((line, key.value))
    });
    let Some((line, start)) = found else {
        return (
            block.content.end..block.content.end,
            format!("{name}: {new}{}", line_end::of_first_line(text)),
        );
    };
    let rest = line.content.get(start..).unwrap_or_default();
    // What starts with `#` behind a space is a comment.
    let written = rest.find(" #").and_then(|comment| rest.get(..comment)).unwrap_or(rest);
    let value = written.trim();
    let quotes = usize::from(value.len() > 1 && value.starts_with(['"', '\'']));
    let at = line.start + start + (written.len() - written.trim_start().len()).min(written.len());
    if value.is_empty() {
        let at = line.start + start;
        return (at..at, format!(" {new}"));
    }
    (at + quotes..at + value.len() - quotes, new.clone())
}

/// The keys of a block as they are written, in lower case.
pub(super) fn keys(text: &str, block: &Block) -> Vec<String> {
    let lines = lines(text, block.content.start).take_while(|line| line.start < block.content.end);
    lines.filter_map(|line| Some(keys::at_start(line.content)?.written.to_ascii_lowercase())).collect()
}
