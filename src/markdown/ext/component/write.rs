//! Writes what a component becomes: elements that articles have anyway, and the attributes that readers would read. Knows not
//! how a component is written.

use std::ops::Range;

use super::meaning::Meaning;
use super::tag::{Component, Position};
use crate::markdown::builder::{DocumentBuilder, FrameRef, Origin};
use crate::markdown::document::{BlockKind, FlawKind, ShownOf};
use crate::markdown::element::Element;
use crate::markdown::ext::alert;
use crate::markdown::ext::tab;
use crate::markdown::markup::{Hole, Message};
use crate::markdown::sanitise;
use crate::markdown::syntax::{Alert, LINE, TagForm, alert_named};

/// Attributes that are the title of something.
const TITLES: [&str; 6] = ["title", "label", "heading", "text", "summary", "header"];

/// Attributes that are a paragraph of their own.
const TEXTS: [&str; 2] = ["description", "caption"];

/// Attributes that lead somewhere.
const DESTINATIONS: [&str; 2] = ["href", "to"];

/// Begins what a component becomes. Returns what its end closes.
pub(super) fn start(
    builder: &mut DocumentBuilder<'_>,
    component: &Component<'_>,
    meaning: Meaning,
) -> Option<FrameRef> {
    match meaning {
        Meaning::Badge => badge(builder, component),
        Meaning::Alert(kind) => open_alert(builder, component, kind),
        Meaning::Details => details(builder, component),
        Meaning::Card => card(builder, component),
        Meaning::Link => link(builder, component),
        Meaning::Image => image(builder, component),
        Meaning::Code => code(builder, component),
        Meaning::Unknown => {
            let is_said = component.form == TagForm::Start || has_words(component);
            let shown = if is_said { ShownOf::Text } else { ShownOf::Nothing };
            let flaw = FlawKind::UnknownComponent { name: component.name.into(), shown };
            builder.flaw_at(flaw, component.span);
            unknown(builder, component)
        }
        Meaning::Content | Meaning::Nothing | Meaning::Tabs | Meaning::Tab => None,
    }
}

/// A tab of a group, which may give it a label; outside of one it is what stands in it, below its title.
pub(super) fn tab(
    builder: &mut DocumentBuilder<'_>,
    component: &Component<'_>,
    group: Option<u32>,
    label: Option<&str>,
) -> Option<FrameRef> {
    let said = |names: &[&str]| component.first(names).map(|(title, _)| title);
    let title = said(&["label", "title", "name", "tab", "header"]).or(label).or_else(|| said(&["value"]));
    let Some(group) = group else {
        builder.end_leaf();
        let frame = builder.open(Element::Div, Origin::Markdown, " class=\"zone\"");
        if let Some(title) = title {
            paragraph(builder, &component.range, title);
        }
        return frame;
    };
    builder.end_leaf();
    let frame = tab::open_component(builder, group)?;
    block(builder, &component.range, Element::Summary, "", title.unwrap_or(""));
    Some(frame)
}

fn badge(builder: &mut DocumentBuilder<'_>, component: &Component<'_>) -> Option<FrameRef> {
    let frame = builder.open(Element::Span, Origin::Markdown, " class=\"badge\"");
    if let Some((text, _)) = component.first(&["text", "label"]) {
        builder.write_beside(text);
    }
    frame
}

fn open_alert(
    builder: &mut DocumentBuilder<'_>,
    component: &Component<'_>,
    kind: Option<Alert>,
) -> Option<FrameRef> {
    let said = || component.value("type").and_then(alert_named);
    let alert = kind.or_else(said).unwrap_or(Alert::Note);
    builder.end_leaf();
    let attributes = format!(" class=\"alert {}\" role=\"note\"", alert::class(alert));
    let frame = builder.open(Element::Div, Origin::Markdown, &attributes)?;
    builder.write_tag("\n");
    match component.value("title") {
        Some(title) => block(builder, &component.range, Element::P, " class=\"alert-title\"", title),
        None => {
            builder.write_tag("<p class=\"alert-title\">");
            builder.write_message(Message::Alert(alert));
            builder.write_tag("</p>\n");
        }
    }
    Some(frame)
}

fn details(builder: &mut DocumentBuilder<'_>, component: &Component<'_>) -> Option<FrameRef> {
    builder.end_leaf();
    let open = if component.has("open") { " open" } else { "" };
    let frame = builder.open(Element::Details, Origin::Markdown, open)?;
    match component.first(&["summary", "title", "label", "header"]) {
        Some((title, _)) => block(builder, &component.range, Element::Summary, "", title),
        None if is_before_summary(builder, component.range.end) => {}
        None => {
            builder.write_tag("<summary>");
            builder.write_message(Message::Details);
            builder.write_tag("</summary>\n");
        }
    }
    Some(frame)
}

/// Whether a summary is the next thing.
fn is_before_summary(builder: &DocumentBuilder<'_>, at: usize) -> bool {
    let rest = builder.written(at..builder.source().len()).trim_start();
    rest.strip_prefix(LINE).unwrap_or(rest).starts_with("<summary")
}

fn card(builder: &mut DocumentBuilder<'_>, component: &Component<'_>) -> Option<FrameRef> {
    builder.end_leaf();
    let frame = builder.open(Element::Div, Origin::Markdown, " class=\"zone\"");
    attributes(builder, component);
    frame
}

/// A link round what stands in it, or round its text.
fn link(builder: &mut DocumentBuilder<'_>, component: &Component<'_>) -> Option<FrameRef> {
    let frame = open_link(builder, component);
    if let Some((text, _)) = component.first(&["text", "label"]) {
        builder.write_text(text);
    }
    frame
}

fn open_link(builder: &mut DocumentBuilder<'_>, component: &Component<'_>) -> Option<FrameRef> {
    let (destination, place) = component.first(&DESTINATIONS)?;
    let index = builder.new_link_at(destination, "", component.span, place);
    builder.judge_link(index);
    builder.open_link(index, Origin::Markdown)
}

fn image(builder: &mut DocumentBuilder<'_>, component: &Component<'_>) -> Option<FrameRef> {
    let Some((source, place)) = component.first(&["src"]) else {
        builder.flaw_at(FlawKind::UnknownExpression, component.span);
        return None;
    };
    let fits = builder.place(Element::Img, Origin::Markdown);
    let title = component.value("title").unwrap_or("");
    let index = builder.new_image_at(source, title, component.span, place);
    builder.describe_image(index, component.value("alt").unwrap_or(""));
    builder.judge_image(index);
    let size = ["width", "height"].into_iter().filter_map(|name| {
        let value = component.value(name).filter(|value| sanitise::allows("img", name, value))?;
        Some(format!(" {name}=\"{value}\""))
    });
    builder.extend_image(index, &size.collect::<String>());
    if fits {
        builder.write_hole(Hole::Image(index));
    }
    None
}

fn code(builder: &mut DocumentBuilder<'_>, component: &Component<'_>) -> Option<FrameRef> {
    if let Some(title) = component.value("title") {
        paragraph(builder, &component.range, title);
    }
    let code = component.attributes.iter().find(|said| said.name == "code")?;
    let Some(text) = code.value.as_deref() else {
        builder.flaw_at(FlawKind::UnknownExpression, component.span);
        return None;
    };
    builder.open_leaf(BlockKind::Code, &component.range);
    let frame = builder.open_pre(Origin::Markdown, "");
    let language = component.value("lang").or_else(|| component.value("language")).unwrap_or("");
    let is_plain = language.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+#.-".contains(&byte));
    let class = match is_plain && !language.is_empty() {
        true => format!(" class=\"language-{language}\""),
        false => String::new(),
    };
    builder.open(Element::Code, Origin::Markdown, &class);
    builder.write_text(text.trim_matches('\n'));
    builder.fill_leaf();
    builder.close(frame);
    builder.end_leaf();
    None
}

/// Whether something is shown of an unknown component that has no content.
fn has_words(component: &Component<'_>) -> bool {
    let is_block = component.position == Position::Block;
    let name = || component.value("name").is_some_and(is_prose);
    let is_picture = || component.value("src").is_some_and(is_image) && component.has("alt");
    component.first(&TITLES).is_some()
        || is_picture()
        || is_block && (component.first(&TEXTS).is_some() || name())
}

fn unknown(builder: &mut DocumentBuilder<'_>, component: &Component<'_>) -> Option<FrameRef> {
    let source = component.first(&["src"]).filter(|(source, _)| is_image(source));
    if source.is_some() && component.has("alt") {
        return image(builder, component);
    }
    match component.position {
        Position::Block => {
            attributes(builder, component);
            None
        }
        Position::Line => {
            let title = component.first(&TITLES);
            let frame = match title.is_some() || component.form == TagForm::Start {
                true => open_link(builder, component),
                false => None,
            };
            if let Some((title, _)) = title {
                builder.write_text(title);
            }
            frame
        }
    }
}

/// The attributes that readers would read, each a paragraph; the title leads where the component does.
fn attributes(builder: &mut DocumentBuilder<'_>, component: &Component<'_>) {
    let name = component.first(&["name"]).filter(|(name, _)| is_prose(name));
    if let Some((title, _)) = component.first(&TITLES).or(name) {
        begin(builder, &component.range);
        let frame = builder.open(Element::P, Origin::Markdown, "");
        let link = open_link(builder, component);
        builder.write_text(title);
        builder.close(link);
        builder.close(frame);
        builder.end_leaf();
    }
    for name in TEXTS {
        if let Some(text) = component.value(name) {
            paragraph(builder, &component.range, text);
        }
    }
}

/// A paragraph with a text in it.
pub(in crate::markdown) fn paragraph(builder: &mut DocumentBuilder<'_>, range: &Range<usize>, text: &str) {
    block(builder, range, Element::P, "", text);
}

/// A block with a text in it that is written in the tag.
fn block(
    builder: &mut DocumentBuilder<'_>,
    range: &Range<usize>,
    element: Element,
    attributes: &str,
    text: &str,
) {
    begin(builder, range);
    let frame = builder.open(element, Origin::Markdown, attributes);
    builder.write_text(text);
    builder.close(frame);
    builder.end_leaf();
}

fn begin(builder: &mut DocumentBuilder<'_>, range: &Range<usize>) {
    builder.open_leaf(BlockKind::Paragraph, range);
    builder.fill_leaf();
}

/// Whether a name is written for readers.
fn is_prose(name: &str) -> bool {
    name.contains(' ') || name.starts_with(char::is_uppercase)
}

fn is_image(source: &str) -> bool {
    let end = source.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    matches!(end.as_str(), "png" | "jpg" | "jpeg" | "gif" | "svg" | "webp" | "avif")
}
