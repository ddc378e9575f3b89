//! One page of a finished site: what is wrong with it alone, and the little that other pages need to know of it. Reads
//! the text it is handed, as tokens; builds no tree.

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Error, Tokenizer};

use crate::diagnostic::Span;

use super::described::{Heading, VisibleText, shorten};
use super::files::{File, Files, hash};
use super::flaw::Flaw;
use super::language::{Language, Languages};
use super::nesting::{Closing, Dir, Nesting};
use super::policy::Policy;
use super::rules::{self, Rule};
use super::tag::Tag;

/// Findings of one page at the most.
const MAX_FLAWS: usize = 100;

/// What is known of a page when it has been read.
#[derive(Debug, Default)]
pub(super) struct PageFacts {
    pub(super) flaws: Vec<Flaw>,
    /// Hashes of IDs, and of the names of anchors, sorted.
    pub(super) anchors: Box<[u64]>,
    pub(super) anchor_links: Vec<AnchorLink>,
    /// The `hreflang` links, sorted; `x-default` is known by its language.
    pub(super) alternates: Vec<Alternate>,
    pub(super) canonical: Option<(Canonical, Span)>,
    pub(super) is_noindex: bool,
    /// It redirects at once, so nobody reads it.
    pub(super) leads_on: bool,
    /// Hash of its language.
    pub(super) language: u64,
    pub(super) weight: Option<Weight>,
    /// First steps of links into parts that are not built.
    pub(super) absent: Vec<String>,
}

/// A link to an anchor of another page.
#[derive(Debug)]
pub(super) struct AnchorLink {
    pub(super) file: File,
    /// Its hash.
    pub(super) anchor: u64,
    pub(super) span: Span,
}

/// One `hreflang` link: hash of the language, and the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Alternate {
    pub(super) language: u64,
    pub(super) file: File,
    pub(super) span: Span,
}

/// Where the canonical URL leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Canonical {
    File(File),
    Elsewhere,
}

/// Bytes of a page that may be too large, packed.
#[derive(Debug)]
pub(super) struct Weight {
    pub(super) page: usize,
    /// Of these, the article's.
    pub(super) article: usize,
    pub(super) sheets: Vec<File>,
}

/// Reads the page `name`.
pub(super) fn read(files: &Files, name: &str, bytes: &[u8], languages: &mut Languages) -> PageFacts {
    let text = std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    let mut reader = PageReader::new(files, name, &text, languages);
    if let Cow::Owned(lossy) = &text {
        let at = lossy.find('\u{fffd}').unwrap_or(0);
        reader.found(&rules::HTML_DAMAGED, Span::new(at, at + 3), "the page is not valid UTF-8");
    }
    reader.tokens(0..text.len());
    // The tokenizer takes what is in it for text, as a browser with scripts does.
    for hidden in std::mem::take(&mut reader.noscript) {
        reader.tokens(hidden);
    }
    reader.finish()
}

/// A page while it is read.
pub(super) struct PageReader<'a> {
    pub(super) files: &'a Files,
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) languages: &'a mut Languages,
    pub(super) page: PageFacts,
    pub(super) tag: Tag,
    pub(super) nesting: Nesting,
    /// Where the tokens that are being read begin.
    pub(super) offset: usize,
    pub(super) noscript: Vec<std::ops::Range<usize>>,
    pub(super) ids: Vec<(u64, Span)>,
    pub(super) names: Vec<u64>,
    /// IDs that attributes refer to.
    pub(super) referred: Vec<(u64, Span)>,
    /// Links to an anchor of this page.
    pub(super) own: Vec<(u64, Span)>,
    pub(super) seen: VisibleText,
    pub(super) is_in_body: bool,
    pub(super) heading: Option<Heading>,
    /// What the images of the heading show.
    pub(super) alt: String,
    pub(super) h1s: usize,
    pub(super) titles: usize,
    pub(super) title: String,
    pub(super) language: String,
    pub(super) article_language: Option<String>,
    pub(super) article: std::ops::Range<usize>,
    pub(super) json_ld: Vec<(String, Span)>,
    pub(super) is_json_ld: bool,
    pub(super) canonical: String,
    pub(super) policy: Option<Policy>,
    /// The first thing that is loaded before there is a policy.
    pub(super) unguarded: Option<Span>,
    pub(super) sheets: Vec<File>,
}

impl<'a> PageReader<'a> {
    fn new(files: &'a Files, name: &'a str, text: &'a str, languages: &'a mut Languages) -> Self {
        Self {
            files,
            name,
            text,
            languages,
            page: PageFacts::default(),
            tag: Tag::default(),
            nesting: Nesting::default(),
            offset: 0,
            noscript: Vec::new(),
            ids: Vec::new(),
            names: Vec::new(),
            referred: Vec::new(),
            own: Vec::new(),
            seen: VisibleText::default(),
            is_in_body: false,
            heading: None,
            alt: String::new(),
            h1s: 0,
            titles: 0,
            title: String::new(),
            language: String::new(),
            article_language: None,
            article: 0..0,
            json_ld: Vec::new(),
            is_json_ld: false,
            canonical: String::new(),
            policy: None,
            unguarded: None,
            sheets: Vec::new(),
        }
    }

    pub(super) fn found(&mut self, rule: &'static Rule, span: Span, message: impl Into<String>) {
        if self.page.flaws.len() < MAX_FLAWS {
            self.page.flaws.push(Flaw { rule, span, message: message.into() });
        }
    }

    fn tokens(&mut self, range: std::ops::Range<usize>) {
        self.offset = range.start;
        let text = self.text.get(range).unwrap_or("");
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: html5gum::Span<usize>| {
            self.event(event, span);
            None::<Infallible>
        });
        emitter.naively_switch_states(true);
        // Text that is in memory can be read.
        let _ = Tokenizer::new_with_emitter(text, emitter).finish();
    }

    fn event(&mut self, event: CallbackEvent<'_>, span: html5gum::Span<usize>) {
        let span = Span::new(span.start + self.offset, span.end + self.offset);
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag.begin(name, span),
            CallbackEvent::AttributeName { name } => self.tag.attribute(name, span),
            CallbackEvent::AttributeValue { value } => self.tag.value(value, span),
            CallbackEvent::CloseStartTag { self_closing } => {
                let tag = std::mem::take(&mut self.tag);
                let inside = self.nesting.open(&tag, || self_closing);
                self.element(&tag, inside.dir, span);
                self.tag = tag;
            }
            CallbackEvent::EndTag { name } => self.end(name, span),
            CallbackEvent::String { value } => self.string(std::str::from_utf8(value).unwrap_or(""), span),
            // An author's stray control character changes nothing else.
            CallbackEvent::Error(Error::ControlCharacterInInputStream | Error::NoncharacterInInputStream) => {
            }
            CallbackEvent::Error(error) => {
                self.found(&rules::HTML_DAMAGED, span, format!("the HTML is not well-formed here: {error}"));
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } => {}
        }
    }

    fn string(&mut self, text: &str, span: Span) {
        if self.is_json_ld {
            self.json_ld.push((text.to_owned(), span));
        } else if self.nesting.innermost() == "title" && !self.is_in_body {
            self.title.push_str(text);
        } else if self.nesting.innermost() == "noscript" {
            self.noscript.push(span.range());
        } else if self.is_in_body && !self.nesting.inside().is_silent {
            self.seen.push(text);
        }
    }

    fn element(&mut self, tag: &Tag, dir: Dir, end: Span) {
        let name = tag.name();
        match name {
            "body" => self.is_in_body = true,
            // A title inside an SVG names the picture.
            "title" if !self.is_in_body => self.titles += 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.begin_heading(name.as_bytes()[1] - b'0', tag.span)
            }
            "article" if self.article.end == 0 => {
                self.article = end.end as usize..self.text.len();
                self.article_language = tag.get("lang").map(str::to_owned);
            }
            "meta" => self.meta(tag),
            "img" => match tag.get("alt") {
                Some(alt) if self.heading.is_some() => self.alt.push_str(alt),
                Some(_) => {}
                None => self.found(&rules::ALT_MISSING, tag.span, "the image has no `alt`"),
            },
            _ => {}
        }
        if let Some((name, span)) = tag.repeated() {
            self.found(&rules::HTML_DAMAGED, span, format!("duplicate attribute `{}`", shorten(name)));
        }
        self.is_json_ld = name == "script" && tag.is("type", "application/ld+json");
        self.language(tag, dir);
        self.ids(tag);
        self.links(tag);
        self.guard(tag);
    }

    fn begin_heading(&mut self, level: u8, span: Span) {
        if level == 1 {
            self.h1s += 1;
            if self.h1s == 2 {
                self.found(&rules::H1_REPEATED, span, "the page has a second `h1`");
            }
        }
        self.alt.clear();
        let start = self.seen.text.len();
        self.heading = Some(Heading { level, start, end: start });
    }

    fn end(&mut self, name: &[u8], span: Span) {
        self.is_json_ld = false;
        if matches!(name, b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6")
            && let Some(heading) = self.heading.take()
        {
            // A heading without words says what its images show.
            if self.seen.text.len() == heading.start {
                self.seen.push(&self.alt);
            }
            self.seen.headings.push(Heading { end: self.seen.text.len(), ..heading });
        }
        if name == b"article" && self.article.end == self.text.len() {
            self.article.end = span.start as usize;
        }
        let written = String::from_utf8_lossy(name);
        match self.nesting.close(name) {
            Closing::Fits => {}
            Closing::Nothing => {
                self.found(
                    &rules::HTML_DAMAGED,
                    span,
                    format!("`</{}>` has no start tag", shorten(&written)),
                );
            }
            Closing::Over(open) => {
                let message = format!("`</{}>` comes while `<{open}>` is still open", shorten(&written));
                self.found(&rules::HTML_DAMAGED, span, message);
            }
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let content = tag.get("content").unwrap_or_default();
        if tag.is("http-equiv", "content-security-policy") && self.policy.is_none() {
            self.policy = Some(Policy::new(content));
        } else if tag.is("http-equiv", "refresh") {
            self.page.leads_on = true;
        } else if tag.is("name", "robots") {
            // What stands behind the colon of `max-image-preview: none` is no rule.
            let is_name = |word: &&str| word.len() > 1 && word.ends_with(':');
            let words =
                content.split(',').flat_map(|part| part.split_whitespace().take_while(|word| !is_name(word)));
            let hides =
                |word: &str| word.eq_ignore_ascii_case("noindex") || word.eq_ignore_ascii_case("none");
            self.page.is_noindex |= words.into_iter().any(hides);
        }
    }

    /// `lang` is a tag of a language, and its direction is in force where it stands.
    fn language(&mut self, tag: &Tag, dir: Dir) {
        let is_root = tag.name() == "html";
        let rule = if is_root { &rules::LANGUAGE_WRONG } else { &rules::PASSAGE_LANGUAGE };
        let Some((written, span)) = tag.find("lang") else {
            if is_root {
                self.found(rule, tag.span, "the page does not state its language: `<html>` has no `lang`");
            }
            return;
        };
        if is_root {
            written.clone_into(&mut self.language);
            self.page.language = hash(&written.to_ascii_lowercase());
            if tag.get("dir").is_none() {
                self.found(rule, tag.span, "the page does not state its direction: `<html>` has no `dir`");
                return;
            }
        }
        match self.languages.look_up(written) {
            Language::Wrong(meant) => {
                let meant = meant.map(|meant| format!("; did you mean `{meant}`?")).unwrap_or_default();
                self.found(rule, span, format!("`{}` is not a language tag{meant}", shorten(written)));
            }
            // Where the page says nothing, text runs from left to right.
            Language::Runs(Dir::Ltr) if dir == Dir::None => {}
            Language::Runs(runs) if dir == runs || dir == Dir::Auto => {}
            Language::Runs(runs) => {
                let message =
                    format!("`{written}` is written {}, but `dir` is {} here", runs.name(), dir.name());
                self.found(rule, span, message);
            }
        }
    }

    fn ids(&mut self, tag: &Tag) {
        for (name, value, span) in tag.attributes() {
            match name {
                "id" if value.is_empty() || value.contains(|c: char| c.is_ascii_whitespace()) => {
                    self.found(&rules::ID_REPEATED, span, format!("`{}` is not a valid ID", shorten(value)));
                }
                "id" => self.ids.push((hash(value), span)),
                "name" if tag.name() == "a" => self.names.push(hash(value)),
                "for" | "aria-labelledby" | "aria-describedby" | "aria-controls" | "headers" | "list" => {
                    let ids = value.split_ascii_whitespace().map(|id| (hash(id), span));
                    self.referred.extend(ids);
                }
                _ => {}
            }
        }
    }

    /// A link to an anchor of this page, or of another one.
    pub(super) fn anchor_link(&mut self, file: File, fragment: &str, span: Span) {
        // A piece of text is looked for by the browser, and the top of a page needs no ID.
        let fragment = fragment.split(":~:").next().unwrap_or(fragment);
        if fragment.is_empty() || fragment.eq_ignore_ascii_case("top") {
            return;
        }
        let anchor = hash(fragment);
        if self.files.name(file) == self.name {
            self.own.push((anchor, span));
        } else {
            self.page.anchor_links.push(AnchorLink { file, anchor, span });
        }
    }

    pub(super) fn at(&self, span: Span) -> &str {
        span.slice(self.text)
    }
}
