//! What a shortcode or Liquid tag becomes, by its name and its arguments. Writes nothing.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::element::{self, ShortcodeElement as Element};
use super::liquid;
use super::tag::{Argument, Role, Tag};
use crate::markdown::syntax::alerts;
use crate::markdown::syntax::mark::{Alert, Block, Caption, Openness};
use crate::markdown::syntax::piece::{Address, Picture, Piece};

/// Arguments that are shown by nearly every shortcode that has them.
const WORDS: [&str; 6] = ["title", "label", "caption", "text", "alt", "content"];

/// Arguments that name what is explained; others give such names to what readers never see, so they have to be words.
const NAMES: [&str; 4] = ["name", "term", "abbr", "english"];

/// What a tag begins, or stands for.
#[derive(Debug)]
pub(super) enum Meaning<'t> {
    /// A block, up to the tag that ends it, and where its title stands.
    Block(Block<'t>, Option<Range<usize>>),
    /// Its content is code in this language.
    Code(&'t str),
    /// Neither it nor its content is shown.
    Drop,
    Piece(Piece<'t>),
}

/// What a tag means that has content, or none, and becomes this element.
pub(super) fn of<'t>(body: &str, tag: &Tag<'t>, element: Option<Element>) -> Meaning<'t> {
    let has_content = tag.partner.is_some();
    let element = match element {
        None | Some(Element::Drop) if is_open_ended(body, tag) => {
            return Meaning::Piece(Piece::Unclosed(tag.name, end(body, tag)));
        }
        None => return Meaning::Piece(unknown(tag)),
        Some(element) => element,
    };
    match element {
        Element::Alert if has_content => {
            let (alert, title) = alert(tag);
            let caption = if title.is_some() { Caption::Written } else { Caption::Default };
            Meaning::Block(Block::Alert(alert, caption), title)
        }
        Element::Details if has_content => {
            let title = title(tag, &["title", "summary", "label"]).or_else(|| place(tag.positional(0)));
            let caption = if title.is_some() { Caption::Written } else { Caption::Default };
            Meaning::Block(Block::Details(openness(tag), None, caption), title)
        }
        Element::Tabs if has_content => Meaning::Block(Block::Tabs, None),
        Element::Tab if has_content => {
            let title = title(tag, &["title", "name", "header", "label", "tabName"]);
            let title = title.or_else(|| place(tag.positional(0)));
            // A tab without a name could not be chosen.
            let own = || {
                let start = tag.range.start + body[tag.range.clone()].find(tag.name).unwrap_or(0);
                start..start + tag.name.len()
            };
            Meaning::Block(Block::Tab(Caption::Written), Some(title.unwrap_or_else(own)))
        }
        Element::Code if has_content => {
            let language = tag.named(&["lang", "language", "type"]).or_else(|| tag.positional(0));
            Meaning::Code(match language {
                Some(language) if tag.name == "highlight" || language.name.is_some() => language.value,
                _ => tag.name,
            })
        }
        Element::Drop if has_content => Meaning::Drop,
        // What it lists of another page is not on this one.
        Element::Drop if tag.named(&["page"]).is_some() => Meaning::Piece(unknown(tag)),
        Element::Drop => Meaning::Piece(Piece::Nothing),
        Element::Text if has_content => Meaning::Piece(match tag.named(&["title"]) {
            Some(title) => Piece::Text(Cow::Borrowed(title.value)),
            None => Piece::Nothing,
        }),
        Element::Image => Meaning::Piece(image(tag).map_or_else(|| unknown(tag), Piece::Image)),
        Element::Video => Meaning::Piece(video(tag).map_or_else(|| unknown(tag), Piece::Video)),
        Element::Link => Meaning::Piece(link(tag)),
        _ => Meaning::Piece(match tag.named(&WORDS).or_else(|| tag.positional(0)) {
            Some(words) => Piece::Text(Cow::Borrowed(words.value)),
            None if tag.role == Role::Open && element != Element::Text => {
                Piece::Unclosed(tag.name, end(body, tag))
            }
            None => unknown(tag),
        }),
    }
}

/// Whether a tag of Liquid hides all that follows it, as nothing ends it. Between backticks it is text.
fn is_open_ended(body: &str, tag: &Tag<'_>) -> bool {
    let is_hiding = tag.role == Role::Open && liquid::DROPPED.contains(&tag.name);
    if !is_hiding || !body[tag.range.clone()].starts_with("{%") {
        return false;
    }
    let before = &body[..tag.range.start];
    let line = &before[memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1)..];
    line.matches('`').count().is_multiple_of(2)
}

/// What would end a block.
fn end(body: &str, tag: &Tag<'_>) -> String {
    let (written, name) = (&body[tag.range.clone()], tag.name);
    match written.get(..3) {
        Some("{{<") => format!("{{{{< /{name} >}}}}"),
        Some("{{%") => format!("{{{{% /{name} %}}}}"),
        _ if written.contains('(') => "{% end %}".to_owned(),
        _ => format!("{{% end{name} %}}"),
    }
}

/// The titles that `tabs items="One,Two"` gives to the tabs in it, by where each tab starts.
pub(super) fn listed_titles(tags: &[Tag<'_>]) -> BTreeMap<usize, Range<usize>> {
    let mut titles = BTreeMap::new();
    let mut open: Vec<(usize, std::vec::IntoIter<Range<usize>>)> = Vec::new();
    for tag in tags {
        while open.last().is_some_and(|(end, _)| *end <= tag.range.start) {
            open.pop();
        }
        if tag.name == "tabs"
            && let (Some(items), Some(close)) = (tag.named(&["items"]), tag.partner)
        {
            let mut at = items.range.start;
            let ranges: Vec<Range<usize>> = items
                .value
                .split(',')
                .map(|item| {
                    let start = at + item.len() - item.trim_start().len();
                    at += item.len() + 1;
                    start..start + item.trim().len()
                })
                .collect();
            open.push((tags[close].range.start, ranges.into_iter()));
        } else if tag.name == "tab"
            && tag.role == Role::Open
            && let Some((_, items)) = open.last_mut()
            && let Some(item) = items.next().filter(|item| !item.is_empty())
            && tag.named(&["name", "title"]).is_none()
        {
            titles.insert(tag.range.start, item);
        }
    }
    titles
}

/// What is shown of one that nobody knows: its content, and what is written in it for readers.
pub(super) fn unknown<'t>(tag: &Tag<'t>) -> Piece<'t> {
    let mut words: Vec<&str> = Vec::new();
    for name in WORDS.into_iter().chain(NAMES) {
        let value = tag.named(&[name]).map_or("", |argument| argument.value.trim());
        let is_shown = WORDS.contains(&name) || is_prose(value);
        if is_shown && !value.is_empty() && !words.contains(&value) {
            words.push(value);
        }
    }
    Piece::Unknown(tag.name, words)
}

/// Whether a value is written for readers: several words, or one that no program would have as a name.
fn is_prose(value: &str) -> bool {
    let is_name =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_./#:".contains(letter);
    !value.chars().all(is_name)
}

/// The place of a title: one line.
fn title(tag: &Tag<'_>, names: &[&str]) -> Option<Range<usize>> {
    place(tag.named(names))
}

fn place(argument: Option<&Argument<'_>>) -> Option<Range<usize>> {
    argument.filter(|argument| !argument.value.contains('\n')).map(|argument| argument.range.clone())
}

/// The kind of an alert and its title. One word alone says how it looks, more of them are a title.
fn alert(tag: &Tag<'_>) -> (Alert, Option<Range<usize>>) {
    let named = tag.named(&["type", "style", "context", "level", "color", "kind"]);
    let first = tag.positional(0);
    let of_name = element::alert(tag.name);
    let kind = of_name.or_else(|| {
        named.or(first).and_then(|kind| match kind.value {
            "primary" | "secondary" | "default" => None,
            value => alerts::named(value),
        })
    });
    let is_title = |argument: &&Argument<'_>| argument.value.trim().contains(char::is_whitespace);
    let positional =
        if of_name.is_some() { first } else { first.filter(is_title).or_else(|| tag.positional(1)) };
    let title = title(tag, &["title", "header", "heading"]).or_else(|| place(positional.filter(is_title)));
    (kind.unwrap_or(Alert::Note), title.or_else(|| second(tag)))
}

/// A title of one word, which follows the kind.
fn second(tag: &Tag<'_>) -> Option<Range<usize>> {
    let is_kind = tag.positional(0).is_some_and(|kind| alerts::named(kind.value).is_some());
    place(tag.positional(1).filter(|_| is_kind))
}

fn openness(tag: &Tag<'_>) -> Openness {
    let is_true = |argument: &Argument<'_>| !argument.value.eq_ignore_ascii_case("false");
    let is_open = match tag.named(&["open"]) {
        Some(open) => is_true(open),
        None => match tag.named(&["closed"]) {
            Some(closed) => !is_true(closed),
            None => tag.positional(1).is_some_and(|second| second.value == "open"),
        },
    };
    if is_open { Openness::Open } else { Openness::Folded }
}

fn address<'t>(argument: &Argument<'t>) -> Address<'t> {
    Address { url: Cow::Borrowed(argument.value.trim()), range: argument.range.clone() }
}

fn image<'t>(tag: &Tag<'t>) -> Option<Picture<'t>> {
    let source = tag.named(&["src", "source", "url", "path", "href"]).or_else(|| tag.positional(0))?;
    let words = |names: &[&str]| tag.named(names).map_or("", |words| words.value.trim());
    let (alt, caption) = (words(&["alt"]), words(&["caption"]));
    let positional = || tag.positional(1).map_or("", |words| words.value.trim());
    Some(Picture {
        source: address(source),
        alt: if alt.is_empty() { positional() } else { alt },
        title: words(&["title"]),
        caption,
        link: tag.named(&["link"]).map(address),
    })
}

fn video<'t>(tag: &Tag<'t>) -> Option<Address<'t>> {
    let id = tag.named(&["id", "url", "src"]).or_else(|| tag.positional(0))?;
    let written = id.value.trim();
    let url = match tag.name {
        _ if written.contains("://") => Cow::Borrowed(written),
        "vimeo" => Cow::Owned(format!("https://player.vimeo.com/video/{written}")),
        _ => Cow::Owned(format!("https://www.youtube.com/watch?v={written}")),
    };
    Some(Address { url, range: id.range.clone() })
}

fn link<'t>(tag: &Tag<'t>) -> Piece<'t> {
    let names = ["href", "url", "link", "src", "path", "relref", "ref", "to"];
    let Some(target) = tag.named(&names).or_else(|| tag.positional(0)) else { return unknown(tag) };
    let first = tag.positional(0).map_or("", |argument| argument.value.trim());
    let second = tag.positional(1).map_or("", |argument| argument.value.trim());
    let named = |names: &[&str]| tag.named(names).map_or("", |argument| argument.value.trim());
    let or = |named: &'t str, positional: &'t str| if named.is_empty() { positional } else { named };
    let built = match tag.name {
        "gist" => Some(format!("https://gist.github.com/{first}/{second}")),
        "tweet" | "x" => {
            let (user, id) = (or(named(&["user"]), first), or(named(&["id"]), second));
            Some(format!("https://x.com/{user}/status/{id}"))
        }
        "instagram" => Some(format!("https://www.instagram.com/p/{first}/")),
        "ref" | "relref" => Some(format!("{{{{< ref \"{}\" >}}}}", target.value.trim())),
        _ if matches!(target.name, Some("relref" | "ref")) => {
            Some(format!("{{{{< ref \"{}\" >}}}}", target.value.trim()))
        }
        _ => None,
    };
    let is_built = built.is_some();
    let url = built.map_or(Cow::Borrowed(target.value.trim()), Cow::Owned);
    let target_is_first = target.name.is_none();
    let address = Address { url: url.clone(), range: target.range.clone() };
    if tag.partner.is_some() {
        return Piece::Link(address, None);
    }
    let words = tag.named(&WORDS).or_else(|| tag.named(&["name"]));
    let words = words.or_else(|| tag.positional(usize::from(target_is_first)).filter(|_| !is_built));
    let shown = match words {
        Some(words) => Cow::Borrowed(words.value.trim()),
        None if matches!(tag.name, "ref" | "relref") => Cow::Borrowed(target.value.trim()),
        None => url,
    };
    Piece::Link(address, Some(shown))
}
