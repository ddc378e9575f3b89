//! Quotes that are more than quotes: alerts `> [!NOTE]`, `> [!div class="…"]`, `> [!VIDEO url]`. The word may be in
//! any case and text may follow on its line.

use std::ops::Range;

use super::attributes;
use crate::markdown::builder::{DocumentBuilder, FrameRef, Origin};
use crate::markdown::document::{BlockKind, FlawKind};
use crate::markdown::element::Element;
use crate::markdown::markup::Message;
use crate::markdown::sanitise;
use crate::markdown::syntax::{Alert, Dialect};

/// `[!WORD` at the start of a quote or in a line.
pub(super) struct Marker {
    /// Where the word stands.
    pub(super) word: Range<usize>,
    /// Behind `]`; none where anything else follows the word.
    pub(super) end: Option<usize>,
}

/// Reads `[!WORD]` or `[!WORD …`; white space may stand round the word.
pub(super) fn marker(source: &str, at: usize) -> Option<Marker> {
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
    Some(Marker { word: start..start + length, end })
}

fn alert(word: &str) -> Option<Alert> {
    const ALERTS: [(&str, Alert); 5] = [
        ("NOTE", Alert::Note),
        ("TIP", Alert::Tip),
        ("IMPORTANT", Alert::Important),
        ("WARNING", Alert::Warning),
        ("CAUTION", Alert::Caution),
    ];
    ALERTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|&(_, alert)| alert)
}

/// What an alert is called that has no title of its own.
pub(super) fn write_title(builder: &mut DocumentBuilder<'_>, alert: Alert) {
    builder.write_tag("<p class=\"alert-title\">");
    builder.write_message(Message::Alert(alert));
    builder.write_tag("</p>\n");
}

/// How it looks.
pub(super) fn class(alert: Alert) -> &'static str {
    match alert {
        Alert::Tip | Alert::Success => "alert-tip",
        Alert::Important => "alert-important",
        Alert::Warning => "alert-warning",
        Alert::Caution | Alert::Danger | Alert::Failure | Alert::Bug => "alert-caution",
        _ => "alert-note",
    }
}

/// Opens a quote, or what it is instead.
pub(in crate::markdown) fn open_quote(
    builder: &mut DocumentBuilder<'_>,
    dialect: Dialect,
    range: &Range<usize>,
) -> Option<FrameRef> {
    let written = builder.written(range.clone());
    let inside =
        written.trim_start().strip_prefix('>').map_or("", |rest| rest.trim_start_matches([' ', '\t']));
    let at = range.end - inside.len();
    let Some(Marker { word, end }) = marker(builder.source(), at) else {
        return builder.open(Element::Blockquote, Origin::Markdown, "");
    };
    let name = builder.written(word.clone());
    match (alert(name), end) {
        (Some(alert), Some(end)) if dialect == Dialect::VitePress => open_entitled(builder, alert, end),
        (Some(alert), Some(end)) => open_alert(builder, alert, end),
        _ if name.eq_ignore_ascii_case("div") => open_division(builder, word.end),
        _ if name.eq_ignore_ascii_case("video") => None,
        (_, Some(_)) => {
            builder.flaw(FlawKind::UnknownAlert { word: name.into() }, word);
            builder.open(Element::Blockquote, Origin::Markdown, "")
        }
        _ => builder.open(Element::Blockquote, Origin::Markdown, ""),
    }
}

fn open_alert(builder: &mut DocumentBuilder<'_>, alert: Alert, end: usize) -> Option<FrameRef> {
    take_line_start(builder, end);
    let attributes = format!(" class=\"alert {}\" role=\"note\"", class(alert));
    let frame = builder.open(Element::Div, Origin::Markdown, &attributes)?;
    builder.write_tag("\n");
    write_title(builder, alert);
    Some(frame)
}

/// An alert of VitePress: what follows the word on its line is the title, as it is written.
fn open_entitled(builder: &mut DocumentBuilder<'_>, alert: Alert, end: usize) -> Option<FrameRef> {
    let rest = builder.written(end..builder.source().len());
    let line = rest.lines().next().unwrap_or("");
    let title = line.trim();
    if title.is_empty() {
        return open_alert(builder, alert, end);
    }
    let start = end + line.len() - line.trim_start().len();
    builder.take_until(end + line.len() + 1);
    let attributes = format!(" class=\"alert {}\" role=\"note\"", class(alert));
    let frame = builder.open(Element::Div, Origin::Markdown, &attributes)?;
    builder.write_tag("\n");
    builder.open_leaf(BlockKind::Paragraph, &(start..start + title.len()));
    builder.fill_leaf();
    let shown = builder.open(Element::P, Origin::Markdown, " class=\"alert-title\"");
    builder.write_text(title);
    builder.close(shown);
    builder.end_leaf();
    Some(frame)
}

/// `[!div class="nextstepaction"]`: a block with classes that a theme knows.
fn open_division(builder: &mut DocumentBuilder<'_>, at: usize) -> Option<FrameRef> {
    let (found, stopped) = attributes::read(builder.source(), at, "]");
    if builder.source().as_bytes().get(stopped) != Some(&b']') {
        return builder.open(Element::Blockquote, Origin::Markdown, "");
    }
    take_line_start(builder, stopped + 1);
    let classes = sanitise::classes(attributes::value(&found, "class").unwrap_or(""));
    let attributes = if classes.is_empty() { String::new() } else { format!(" class=\"{classes}\"") };
    builder.open(Element::Div, Origin::Markdown, &attributes)
}

/// `[!WORD` in a line that means nothing: a flaw, shown as written.
pub(in crate::markdown) fn note_stray(builder: &mut DocumentBuilder<'_>, at: usize) {
    let Some(Marker { word, .. }) = marker(builder.source(), at) else { return };
    let name = builder.written(word.clone());
    if !builder.is_flawed(word.clone()) && name.is_ascii() {
        builder.flaw(FlawKind::UnknownDirective { name: name.into() }, word);
    }
}

/// Takes what stands before `end`, and the white space behind it.
fn take_line_start(builder: &mut DocumentBuilder<'_>, end: usize) {
    let rest = builder.source().get(end..).unwrap_or("");
    builder.take_until(end + rest.len() - rest.trim_start_matches([' ', '\t']).len());
}
