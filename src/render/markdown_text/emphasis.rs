//! Emphasis, whose marks CommonMark takes for letters where they stand wrong. Decides nothing but whether a mark or an element stands.

use std::fmt::Write as _;

use super::tag::Tag;
use super::{Gap, Writer};

/// Whether what follows in the HTML is no part of a word: space, punctuation, or the end of a block.
fn ends_word(after: &str) -> bool {
    const ENDS: [&str; 6] = ["</p>", "</li>", "</td>", "</th>", "</h", "<br"];
    let is_sign = |c: char| c.is_whitespace() || ".,;:!?)".contains(c);
    after.is_empty() || after.starts_with(is_sign) || ENDS.iter().any(|end| after.starts_with(end))
}

impl Writer {
    /// The mark of emphasis, which stands at its words without a space. Between letters and punctuation, and beside another mark, it
    /// would be none: there the element stands. `after` is what follows in the HTML.
    pub(super) fn mark(&mut self, mark: &str, tag: &Tag<'_>, after: &str) {
        if !tag.is_end {
            self.begin();
            self.marks.push(self.out.len());
            return self.out.push_str(mark);
        }
        let Some(start) = self.marks.pop().map(|start| self.space_before(start, mark)) else { return };
        let inside = self.out.get(start + mark.len()..).unwrap_or("").trim_end();
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let outer = self.out.get(..start).and_then(|before| before.chars().next_back());
        let is_free = outer.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
        let opens = outer != Some('*') && (is_free || is_word(inside.chars().next()));
        let closes = self.gap > Gap::None || ends_word(after) || is_word(inside.chars().next_back());
        if inside.is_empty() || inside.contains("\n\n") {
            self.out.replace_range(start..start + mark.len(), "");
        } else if opens && closes {
            self.out.push_str(mark);
        } else {
            let name = if mark == "**" {
                "strong"
            } else if mark == "*" {
                "em"
            } else {
                "del"
            };
            self.out.replace_range(start..start + mark.len(), &format!("<{name}>"));
            let _ = write!(self.out, "</{name}>");
        }
    }

    /// Takes the space that begins what is emphasised out of it: where the mark stands now.
    fn space_before(&mut self, start: usize, mark: &str) -> usize {
        let has_space = self.out.get(start + mark.len()..).is_some_and(|inside| inside.starts_with(' '));
        if !has_space {
            return start;
        }
        self.out.remove(start + mark.len());
        if self.out[..start].is_empty() || self.out[..start].ends_with([' ', '\n']) {
            return start;
        }
        self.out.insert(start, ' ');
        start + 1
    }
}
