//! The lines of a file with their places. Knows nothing of what stands in them.

/// A line of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) start: usize,
    /// Without the line end.
    pub(super) content: &'a str,
    /// Where the next one starts.
    pub(super) end: usize,
}

/// The lines of `text` from `start` on.
pub(super) fn lines(text: &str, start: usize) -> impl Iterator<Item = Line<'_>> {
    let mut next = start;
    std::iter::from_fn(move || {
        let rest = text.get(next..).filter(|rest| !rest.is_empty())?;
        let (line, _) = rest.split_at(memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |at| at + 1));
        let start = next;
        next += line.len();
        let content = line.strip_suffix('\n').unwrap_or(line);
        Some(Line { start, content: content.strip_suffix('\r').unwrap_or(content), end: next })
    })
}
