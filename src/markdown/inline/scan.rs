//! Finds what ends something, however often it is asked, in one pass. Knows no syntax.

/// The next place of a text in a line.
pub(super) struct Closer<'l> {
    line: &'l str,
    text: &'static str,
    /// The place that was found last, and from where on.
    found: Option<(usize, Option<usize>)>,
}

impl<'l> Closer<'l> {
    pub(super) fn new(line: &'l str, text: &'static str) -> Self {
        Self { line, text, found: None }
    }

    /// Where it ends first, not before a place.
    pub(super) fn end(&mut self, from: usize) -> Option<usize> {
        let at = match self.found {
            Some((asked, at)) if asked <= from && at.is_none_or(|at| at >= from) => at,
            _ => {
                let at = self.line.get(from..).and_then(|rest| rest.find(self.text)).map(|at| from + at);
                self.found = Some((from, at));
                at
            }
        };
        at.map(|at| at + self.text.len())
    }
}
