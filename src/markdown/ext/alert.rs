//! Quotes that are more than quotes: alerts `> [!NOTE]`, `> [!div class="…"]`, `> [!VIDEO url]`. The word may be in
//! any case and text may follow on its line.

use std::ops::Range;

use super::attributes;
use crate::markdown::FlawKind;
use crate::markdown::element::Element;
use crate::markdown::frame::{FrameRef, Origin};
use crate::markdown::markup::{Hole, Message};
use crate::markdown::parse::Parser;
use crate::markdown::sanitise;

/// `[!WORD` at the head of a quote or in a line.
pub(super) struct Head {
    /// Where the word stands.
    pub(super) word: Range<usize>,
    /// Behind `]`; none where something else follows the word.
    pub(super) end: Option<usize>,
}

/// Reads `[!WORD]` or `[!WORD …`; white space may stand round the word.
pub(super) fn head(source: &str, at: usize) -> Option<Head> {
    source.get(at..)?.strip_prefix("[!")?;
    let start = attributes::skip_space(source, at + 2);
    let rest = source.get(start..)?;
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
    if length == 0 {
        return None;
    }
    let after = rest[length..].trim_start_matches([' ', '\t']);
    let close = source.len() - after.len();
    let link = after.starts_with("](") || after.starts_with("][");
    let end = (after.starts_with(']') && !link).then_some(close + 1);
    Some(Head { word: start..start + length, end })
}

fn alert(word: &str) -> Option<(&'static str, Message)> {
    const ALERTS: [(&str, &str, Message); 5] = [
        ("NOTE", "alert-note", Message::Note),
        ("TIP", "alert-tip", Message::Tip),
        ("IMPORTANT", "alert-important", Message::Important),
        ("WARNING", "alert-warning", Message::Warning),
        ("CAUTION", "alert-caution", Message::Caution),
    ];
    let known = ALERTS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(word));
    known.map(|&(_, class, title)| (class, title))
}

impl Parser<'_> {
    pub(in crate::markdown) fn start_quote(&mut self, range: &Range<usize>) -> Option<FrameRef> {
        let written = self.source.get(range.clone()).unwrap_or("");
        let inside =
            written.trim_start().strip_prefix('>').map_or("", |rest| rest.trim_start_matches([' ', '\t']));
        let at = range.end - inside.len();
        let Some(Head { word, end }) = head(self.source, at) else {
            return self.open(Element::Blockquote, Origin::Markdown, "");
        };
        let name = self.source.get(word.clone()).unwrap_or("");
        match (alert(name), end) {
            (Some((class, title)), Some(end)) => self.open_alert(class, title, end),
            _ if name.eq_ignore_ascii_case("div") => self.open_division(word.end),
            _ if name.eq_ignore_ascii_case("video") => None,
            (_, Some(_)) => {
                self.flaw(FlawKind::UnknownAlert { word: name.into() }, word);
                self.open(Element::Blockquote, Origin::Markdown, "")
            }
            _ => self.open(Element::Blockquote, Origin::Markdown, ""),
        }
    }

    fn open_alert(&mut self, class: &str, title: Message, end: usize) -> Option<FrameRef> {
        self.skip_line_start(end);
        let attributes = format!(" class=\"alert {class}\" role=\"note\"");
        let frame = self.open(Element::Div, Origin::Markdown, &attributes)?;
        self.write("\n<p class=\"alert-title\">");
        self.markup().hole(Hole::Message(title));
        self.write("</p>\n");
        Some(frame)
    }

    /// `[!div class="nextstepaction"]`: a block with classes that a theme knows.
    fn open_division(&mut self, at: usize) -> Option<FrameRef> {
        let (found, stopped) = attributes::read(self.source, at, "]");
        if self.source.as_bytes().get(stopped) != Some(&b']') {
            return self.open(Element::Blockquote, Origin::Markdown, "");
        }
        self.skip_line_start(stopped + 1);
        let classes = sanitise::classes(attributes::value(&found, "class").unwrap_or(""));
        let attributes = if classes.is_empty() { String::new() } else { format!(" class=\"{classes}\"") };
        self.open(Element::Div, Origin::Markdown, &attributes)
    }

    /// `[!WORD` in a line that means nothing: a flaw, shown as written.
    pub(in crate::markdown) fn stray_word(&mut self, at: usize) -> bool {
        let Some(Head { word, .. }) = head(self.source, at) else { return false };
        let name = self.source.get(word.clone()).unwrap_or("");
        let span = self.span(word.clone());
        let known = self.document.flaws.last().is_some_and(|flaw| flaw.span == span);
        if !known && name.is_ascii() {
            self.flaw(FlawKind::UnknownDirective { name: name.into() }, word);
        }
        false
    }

    /// What stands before `end` was taken, and the white space behind it.
    fn skip_line_start(&mut self, end: usize) {
        let rest = self.source.get(end..).unwrap_or("");
        self.skip_until = end + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    }
}
