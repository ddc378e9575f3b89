//! What readers see of a document is its plain text: search, parity, excerpts and JSON-LD read that.

use crate::markdown::{
    Document, HeadingId, Host, Image, ImageHtml, Include, Link, LinkHtml, unsafe_image_scheme,
};

/// A host that adds no words of its own.
struct Wordless;

impl Host for Wordless {
    fn link(&self, _: &Link) -> LinkHtml {
        LinkHtml::default()
    }

    fn image(&self, _: &Image) -> Option<ImageHtml> {
        Some(ImageHtml::default())
    }

    fn heading(&self, _: usize) -> HeadingId<'_> {
        HeadingId { id: "", alias: None }
    }

    fn include<'a>(&'a self, _: &Include) -> Option<(&'a Document, Box<dyn Host + 'a>)> {
        None
    }

    fn message(&self, _: &str) -> String {
        String::new()
    }
}

/// Every letter of the page is one of the plain text, and the other way round. Footnotes are shown at the end, so the order
/// does not count.
pub(super) fn assert_text_is_shown(document: &Document) {
    // The alternative text of such an image is shown in its place.
    if document.images.iter().any(|image| unsafe_image_scheme(&image.destination).is_some()) {
        return;
    }
    let mut html = String::new();
    document.write_title(&Wordless, &mut html);
    document.write_body(&Wordless, &mut html);
    assert_eq!(letters(&visible(&html)), letters(&document.text), "{:?} is not\n{html}", document.text);
}

/// The text of HTML that this module wrote, without the numbers and arrows of footnotes.
fn visible(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        let end = match tag {
            "sup class=\"footnote\"" => "</sup>",
            _ if tag.contains("role=\"doc-backlink\"") => "</a>",
            _ => "",
        };
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

/// What is to be read, in the order of the alphabet. HTML cannot hold all characters.
fn letters(text: &str) -> String {
    let can_show = |letter: &char| {
        !letter.is_whitespace() && *letter != char::REPLACEMENT_CHARACTER && crate::html::can_hold(*letter)
    };
    let mut letters: Vec<char> = text.chars().filter(can_show).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}
