//! The lines of a text, and where what follows a comment ends. Knows no codes.

use std::ops::Range;

/// How comments are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// In Markdown: what follows goes to the next blank line.
    Html,
    /// In YAML and Fluent: what follows is an entry.
    Hash,
}

/// A text whose lines have been found once, for any number of comments.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    pub(super) text: &'t str,
    starts: Vec<usize>,
    /// Where the text of each line begins, behind what is blank.
    texts: Vec<usize>,
    /// Where what follows ends, for a comment above each line, and above the end.
    ends: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str, syntax: Syntax) -> Self {
        let starts = text.split_inclusive('\n').scan(0, |next, line| {
            let start = *next;
            *next += line.len();
            Some(start)
        });
        let starts: Vec<usize> = starts.collect();
        let texts = text.split_inclusive('\n').zip(&starts);
        let texts = texts.map(|(line, start)| start + line.len() - line.trim_start_matches(is_space).len());
        let texts = texts.collect();
        let ends = ends(text, &starts, syntax);
        Self { text, starts, texts, ends }
    }

    /// The line with its end.
    pub(super) fn at(&self, at: usize) -> Range<usize> {
        // The last line may begin where the text ends.
        if at == self.text.len() && self.text.ends_with('\n') {
            return at..at;
        }
        let after = self.starts.partition_point(|start| *start <= at);
        let start = after.checked_sub(1).map_or(0, |line| self.starts[line]);
        start..self.starts.get(after).copied().unwrap_or(self.text.len())
    }

    /// Whether nothing stands before this place in its line.
    pub(super) fn is_first(&self, at: usize) -> bool {
        let after = self.starts.partition_point(|start| *start <= at);
        after.checked_sub(1).is_none_or(|line| at <= self.texts[line])
    }

    /// The end of what follows a comment that ends at this place and has its line for itself.
    pub(super) fn following(&self, at: usize) -> usize {
        let next = self.starts.partition_point(|start| *start <= at);
        self.ends.get(next).copied().unwrap_or(self.text.len())
    }
}

/// From the last line to the first: each needs only what is known of the next.
fn ends(text: &str, starts: &[usize], syntax: Syntax) -> Vec<usize> {
    let mut ends = vec![text.len(); starts.len() + 1];
    // Where something ends that goes on in the line below, and whether it does.
    let (mut below, mut goes_on) = (text.len(), false);
    for (number, &start) in starts.iter().enumerate().rev() {
        let end = starts.get(number + 1).copied().unwrap_or(text.len());
        let line = &text[start..end];
        below = if goes_on { below } else { end };
        ends[number] = if begins(line, syntax) { below } else { ends[number + 1] };
        goes_on = match syntax {
            Syntax::Html => !is_blank(line),
            // An entry goes on in lines that are indented or begin a list.
            Syntax::Hash => line.starts_with([' ', '\t', '-']) && !line.starts_with("---"),
        };
    }
    ends
}

/// Whether something begins here, if nothing has yet.
fn begins(line: &str, syntax: Syntax) -> bool {
    !is_blank(line) && (syntax == Syntax::Html || !line.starts_with('#'))
}

/// Nothing to read, or the marks of a quote alone.
pub(super) fn is_blank(line: &str) -> bool {
    line.chars().all(is_space)
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '>'
}

#[cfg(test)]
mod tests {
    use super::{Lines, Syntax};

    #[test]
    fn a_line_with_its_end() {
        let lines = Lines::of("a\n\nbc", Syntax::Html);
        assert_eq!([0, 1, 2, 3, 5].map(|at| lines.at(at)), [0..2, 0..2, 2..3, 3..5, 3..5]);
        assert_eq!([0, 1, 3, 4].map(|at| lines.is_first(at)), [true, false, true, false]);
        assert_eq!(Lines::of("a\n", Syntax::Html).at(2), 2..2);
        assert_eq!(Lines::of("", Syntax::Html).at(0), 0..0);
    }

    #[test]
    fn what_follows_goes_to_a_blank_line_or_is_an_entry() {
        let followed = |text: &str, syntax| {
            let lines = Lines::of(text, syntax);
            let line = lines.at(0);
            text[line.end..lines.following(line.end.saturating_sub(1))].to_owned()
        };
        assert_eq!(followed("!\n\n> a\nb\n>\nc\n", Syntax::Html), "\n> a\nb\n");
        assert_eq!(followed("!\n# x\n\na:\n  - b\n- c\nd:\n", Syntax::Hash), "# x\n\na:\n  - b\n- c\n");
        assert_eq!(followed("!\n\n", Syntax::Hash), "\n");
        assert_eq!(followed("!", Syntax::Html), "");
    }
}
