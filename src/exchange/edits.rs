//! Changes of a text with line feeds, made in the file as it is stored. Decides none.

use std::ops::Range;

use crate::line_end;

/// The file with other text at some places, which are those of the text with line feeds and without BOM, in order. The rest keeps
/// every byte.
pub(super) fn edited(stored: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut place = Places::new(stored);
    let end = line_end::of_first_line(stored);
    let mut out = String::with_capacity(stored.len());
    let mut at = 0;
    for (range, text) in edits {
        let (from, to) = (place.stored(range.start), place.stored(range.end));
        out.push_str(stored.get(at..from).unwrap_or(""));
        if end == "\n" {
            out.push_str(text);
        } else {
            out.push_str(&text.replace('\n', end));
        }
        at = to.max(at);
    }
    out.push_str(stored.get(at..).unwrap_or(""));
    out
}

/// Where the places of a text with line feeds are stored, asked in order.
struct Places<'t> {
    /// Where the line feeds are stored that have a carriage return before them.
    ends: std::iter::Peekable<memchr::memmem::FindIter<'t, 'static>>,
    /// How many bytes the stored text has before the next of them that the other has not.
    more: usize,
}

impl<'t> Places<'t> {
    fn new(stored: &'t str) -> Self {
        let more = if stored.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { ends: memchr::memmem::find_iter(stored.as_bytes(), "\r\n").peekable(), more }
    }

    fn stored(&mut self, place: usize) -> usize {
        while self.ends.next_if(|end| *end < place + self.more).is_some() {
            self.more += 1;
        }
        place + self.more
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line_end::normal;

    #[test]
    fn other_bytes_stay() {
        let stored = "\u{feff}# א\r\n\r\nb\nc\rd\r\n";
        let text = normal(stored);
        let at = |word: &str| text.find(word).map(|at| at..at + word.len()).unwrap_or_default();
        let edits = [(at("א"), "x\ny".to_owned()), (at("b\nc"), "B".to_owned()), (at("d"), "D".to_owned())];
        assert_eq!(edited(stored, &edits), "\u{feff}# x\r\ny\r\n\r\nB\rD\r\n");
        assert_eq!(edited(stored, &[(at("b\nc"), String::new())]), "\u{feff}# א\r\n\r\n\rd\r\n");
    }
}
