//! What a document asks of the site it is shown on, and what it gets for an answer. Decides nothing.

use std::ops::Range;

use super::document::{Document, Image, Include, Link};

/// What a document asks of the site it is shown on.
pub trait Host {
    /// How to print a link.
    fn link(&self, link: &Link) -> LinkHtml;
    /// Where the image is, or none if it is missing (its alternative text is shown).
    fn image(&self, image: &Image) -> Option<ImageHtml>;
    /// The address of what audio or video plays, if it is a file of the site.
    fn media(&self, link: &Link) -> Option<String> {
        let _ = link;
        None
    }
    /// The ID of a heading, and the slug of the translated text where that is another one.
    fn heading(&self, index: usize) -> HeadingId<'_>;
    /// The document an include names, with the host for what stands in it; none if missing or circular.
    fn include<'a>(&'a self, include: &Include) -> Option<(&'a Document, Box<dyn Host + 'a>)>;
    /// The language of the document, where it is included by one in another.
    fn foreign_language(&self) -> Option<LanguageHtml<'_>> {
        None
    }
    /// Writes what stands behind a block of the document, such as its source text: blocks or nothing.
    fn after_block(&self, document: &Document, block: usize, out: &mut String) {
        let _ = (document, block, out);
    }
    /// Writes what stands behind a heading with this ID, such as a link to it: phrasing content or nothing.
    fn after_heading(&self, id: &str, out: &mut String) {
        let _ = (id, out);
    }
    /// What is what in code: stretches in order, on character boundaries, that do not overlap.
    fn tokens(&self, language: &str, code: &str) -> Vec<CodeToken> {
        let _ = (language, code);
        Vec::new()
    }
    /// Whether links may have this scheme, in lower case, which is not among those that they may have everywhere.
    fn allows(&self, scheme: &str) -> bool {
        let _ = scheme;
        false
    }
    /// A message of the interface in the language of the document, as plain text:
    /// `alert-note`, `alert-tip`, `alert-important`, `alert-warning`, `alert-caution`,
    /// `footnotes`, `footnote-back`, `video-play`, `audio-play`, `task-done`, `task-open`, `image-enlarge`,
    /// `code-block` and `table` (names of the scrollable groups).
    fn message(&self, key: &str) -> String;
}

/// What the element round a text in another language says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageHtml<'a> {
    pub lang: &'a str,
    pub dir: &'static str,
}

/// A stretch of code and the class of its element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeToken {
    pub range: Range<usize>,
    pub class: &'static str,
}

/// How a link is printed. Values are plain text; the writer escapes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkHtml {
    /// None: the link's text is printed without a link.
    pub href: Option<String>,
    /// `hreflang` where the target is in another language than the page.
    pub hreflang: Option<String>,
    /// `rel`, e.g. `external`.
    pub rel: Option<&'static str>,
}

/// How an image is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImageHtml {
    pub src: String,
    /// Width and height in CSS pixels, where known.
    pub size: Option<(u32, u32)>,
}

/// What a heading is called on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingId<'a> {
    pub id: &'a str,
    pub alias: Option<&'a str>,
}
