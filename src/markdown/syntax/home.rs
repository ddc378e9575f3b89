//! What a page shows of its front matter, laid out as the Markdown that stands for it: a title, a list of links, headings with
//! what is said of each. Knows which dialect shows what; every text keeps its place in the front matter.

use std::ops::Range;

use super::dialect::Dialect;
use super::map::Writer;
use super::mark::LINE;
use crate::diagnostic::Spanned;
use crate::front_matter::{Feature, Home, HomeForm, Markup, Picture, Prose};
use crate::markdown::element::{self, Element, Model};

/// Elements that are open at once in a text; deeper ones end with what they stand in.
const MAX_OPEN: usize = 100;

/// What a page of a dialect shows of its front matter.
pub(super) fn shown(dialect: Dialect, home: Option<&Home>) -> Option<&Home> {
    let form = match dialect {
        Dialect::VitePress => HomeForm::Layout,
        Dialect::VuePress => HomeForm::Home,
        Dialect::Starlight => HomeForm::Hero,
        _ => return None,
    };
    home.filter(|home| home.form == form)
}

/// Writes what stands before the text of a page.
pub(super) fn begin(home: &Home, out: &mut Writer<'_>) {
    home.banner.iter().for_each(|banner| paragraph(out, banner));
    title(out, &home.title);
    home.tagline.iter().for_each(|tagline| paragraph(out, tagline));
    for action in &home.actions {
        out.front("- ", place(&action.text).start);
        link(out, home.form, action.link.as_ref(), &action.text);
        out.front("\n", place(&action.text).end);
    }
    if let Some(last) = home.actions.last() {
        out.front("\n", place(&last.text).end);
    }
    home.image.iter().for_each(|image| picture(out, image));
    home.html.iter().for_each(|html| paragraph(out, html));
    home.features.iter().for_each(|feature| self::feature(out, home.form, feature));
}

/// Writes what stands behind it.
pub(super) fn finish(home: &Home, out: &mut Writer<'_>) {
    if let Some(footer) = &home.footer {
        out.front("\n\n", place(footer).start);
        paragraph(out, footer);
    }
}

fn title(out: &mut Writer<'_>, parts: &[Prose]) {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
    out.headline(place(first).start);
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            out.front(" ", place(part).start);
        }
        prose(out, part);
    }
    out.front("\n\n", place(last).end);
}

fn feature(out: &mut Writer<'_>, form: HomeForm, feature: &Feature) {
    feature.image.iter().for_each(|image| picture(out, image));
    if let Some(icon) = &feature.icon {
        paragraph(out, icon);
    }
    let of_title = feature.link.as_ref().filter(|_| feature.link_text.is_none());
    if let Some(title) = &feature.title {
        out.front("## ", place(title).start);
        link(out, form, of_title, title);
        out.front("\n\n", place(title).end);
    }
    if let Some(details) = &feature.details {
        paragraph(out, details);
    }
    if let Some(text) = &feature.link_text {
        out.front(LINE, place(text).start);
        link(out, form, feature.link.as_ref(), text);
        out.front("\n\n", place(text).end);
    }
}

fn paragraph(out: &mut Writer<'_>, text: &Prose) {
    // A tag at the beginning of a line would make HTML of all of it.
    out.front(LINE, place(text).start);
    prose(out, text);
    out.front("\n\n", place(text).end);
}

/// A text that may lead somewhere.
fn link(out: &mut Writer<'_>, form: HomeForm, target: Option<&Spanned<String>>, text: &Prose) {
    let Some(target) = target else { return prose(out, text) };
    out.front("[", place(text).start);
    prose(out, text);
    // VitePress reads a path that begins with its first step from the root of the site.
    let is_bare = target.value.starts_with(char::is_alphanumeric) && !target.value.contains(':');
    destination(out, if form == HomeForm::Layout && is_bare { "/" } else { "" }, target);
}

fn picture(out: &mut Writer<'_>, picture: &Picture) {
    let at = picture.source.span.range();
    out.front("![", at.start);
    if let Some(alt) = &picture.alt {
        escaped(out, alt, Markup::None);
    }
    destination(out, "", &picture.source);
    out.front("\n\n", at.end);
}

/// Where a link or image leads, behind its text.
fn destination(out: &mut Writer<'_>, root: &'static str, target: &Spanned<String>) {
    out.front("](<", target.span.start as usize);
    out.front(root, target.span.start as usize);
    escaped(out, target, Markup::None);
    out.front(">)", target.span.end as usize);
    out.front("", target.span.end as usize);
}

fn prose(out: &mut Writer<'_>, prose: &Prose) {
    escaped(out, &prose.text, prose.markup);
}

/// Writes a text so that Markdown reads nothing in it, but for HTML if its generator reads that. Line ends are spaces. What its tags
/// leave open ends with it.
fn escaped(out: &mut Writer<'_>, written: &Spanned<String>, markup: Markup) {
    let (text, span) = (written.value.as_str(), written.span);
    let last_tag = if markup == Markup::Html { text.rfind('>').unwrap_or(0) } else { 0 };
    let (mut done, mut tag_end, mut before) = (0, 0, 'a');
    let mut open = Vec::new();
    for (at, sign) in text.char_indices() {
        if sign == '<' && (tag_end..last_tag).contains(&at) {
            tag_end = at + tag(&text[at..]);
            follow(&text[at..tag_end], &mut open);
        }
        let is_entity = sign == '&' && markup == Markup::Html;
        let is_space = sign.is_ascii_whitespace();
        let insertion = match sign {
            _ if is_space && before.is_ascii_whitespace() => "",
            '\n' | '\r' => " ",
            _ if at >= tag_end && sign.is_ascii_punctuation() && !is_entity => "\\",
            _ => {
                before = sign;
                continue;
            }
        };
        before = sign;
        out.quote(text, done..at, span);
        out.front(insertion, span.start as usize);
        done = at + usize::from(is_space);
    }
    out.quote(text, done..text.len(), span);
    for element in open.into_iter().rev() {
        out.front("</", span.end as usize);
        out.front(element, span.end as usize);
        out.front(">", span.end as usize);
    }
    out.front("", span.end as usize);
}

/// Keeps the names of the elements that are open behind a tag, if it is one.
fn follow(tag: &str, open: &mut Vec<&'static str>) {
    let name = tag.trim_start_matches(['<', '/']);
    let name = &name[..name.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(name.len())];
    let Some(element) = Element::from_name(&name.to_ascii_lowercase()) else { return };
    if tag.starts_with("</") {
        if let Some(index) = open.iter().rposition(|name| *name == element.name()) {
            open.truncate(index);
        }
    } else if element.model() != Model::Void && element != Element::Hr && open.len() < MAX_OPEN {
        open.push(element.name());
    }
}

/// The length of the tag of an element of HTML that a text starts with.
fn tag(text: &str) -> usize {
    let name = text.get(1..).unwrap_or("");
    let name = name.strip_prefix('/').unwrap_or(name);
    let length = name.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(name.len());
    if !element::is_html(&name[..length].to_ascii_lowercase()) {
        return 0;
    }
    text.find('>').map_or(0, |end| end + 1)
}

fn place(prose: &Prose) -> Range<usize> {
    prose.text.span.range()
}
