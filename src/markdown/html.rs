//! Writes a document: copies its HTML and fills the holes with what the host answers. Parses nothing, and trusts
//! no host: URLs are judged here once more, and no ID is written twice.

mod media;

use std::collections::BTreeSet;
use std::fmt::Write;

use super::budget::IncludeBudget;
use super::document::{Block, BlockKind, Document, Image, Link};
use super::host::{Host, ImageHtml, LanguageHtml, LinkHtml};
use super::markup::{Hole, MarkupRange, Message};
use super::part::IncludeForm;
use super::{code, escape, sanitise};

impl Document {
    /// Writes the content of the title, for an `<h1>`. The ID and the alias of that, which the host knows, are the
    /// caller's to write.
    pub fn write_title(&self, host: &dyn Host, out: &mut String) {
        Writer::new(out, Ids::Omitted).part(self, self.html.title, host, 0);
    }

    /// Writes the body without its title. No ID occurs twice, not even with the title's
    /// or in included documents.
    pub fn write_body(&self, host: &dyn Host, out: &mut String) {
        let mut writer = Writer::new(out, Ids::Written);
        if let Some(index) = self.html.title_heading {
            let id = host.heading(index as usize);
            writer.used.insert(id.id.to_owned());
            writer.used.extend(id.alias.map(str::to_owned));
        }
        writer.part(self, self.html.body, host, 0);
    }

    /// Writes the source text of one of [`Document::lookups`] as parts of a line, without IDs.
    pub fn write_lookup(&self, index: usize, host: &dyn Host, out: &mut String) {
        if let Some(&part) = self.html.lookups.get(index) {
            Writer::new(out, Ids::Omitted).part(self, part, host, 0);
        }
    }
}

/// Whether anchors are written: only the body has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ids {
    Written,
    Omitted,
}

struct Writer<'o> {
    out: &'o mut String,
    ids: Ids,
    used: BTreeSet<String>,
    /// The ID of the heading whose end has not come yet.
    heading: Option<String>,
    /// Open links, and whether each was written.
    links: Vec<bool>,
    included: IncludeBudget,
    depth: usize,
    /// Of a document that is included in a sentence the notes are left out, and so are the references to them.
    notes: FootnoteLinks,
}

/// Whether references to footnotes have the notes they lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FootnoteLinks {
    Written,
    Omitted,
}

impl<'o> Writer<'o> {
    fn new(out: &'o mut String, ids: Ids) -> Self {
        let (used, links, notes) = (BTreeSet::new(), Vec::new(), FootnoteLinks::Written);
        let included = IncludeBudget::default();
        Self { out, ids, used, heading: None, links, included, depth: 0, notes }
    }

    fn part(&mut self, document: &Document, part: MarkupRange, host: &dyn Host, number: usize) {
        let markup = &document.html.markup;
        let mut done = part.html.0 as usize;
        let holes = markup.holes.get(part.holes.0 as usize..part.holes.1 as usize).unwrap_or(&[]);
        for &(at, hole) in holes {
            self.out.push_str(markup.html.get(done..at as usize).unwrap_or(""));
            done = at as usize;
            self.fill(document, hole, host, number);
        }
        self.out.push_str(markup.html.get(done..part.html.1 as usize).unwrap_or(""));
    }

    fn fill(&mut self, document: &Document, hole: Hole, host: &dyn Host, number: usize) {
        match hole {
            Hole::LinkStart(index) => {
                if let Some(link) = document.links.get(index as usize) {
                    self.link_start(link, host, "");
                }
            }
            Hole::LightboxStart(link, image) => self.lightbox(document, link, image, host),
            Hole::LinkEnd => {
                if self.links.pop() == Some(true) {
                    self.out.push_str("</a>");
                }
            }
            Hole::Image(index) => self.image(document, index, host),
            Hole::Media(index) => self.media(document, index, host),
            Hole::HeadingId(index) => self.heading_id(index, host),
            Hole::HeadingAlias(index) => {
                if let Some(alias) = host.heading(index as usize).alias {
                    self.anchor(alias);
                }
            }
            Hole::AnchorId(index) => {
                if let Some(anchor) = document.anchors.get(index as usize) {
                    self.id(&anchor.name);
                }
            }
            Hole::Anchor(index) => {
                if let Some(anchor) = document.anchors.get(index as usize) {
                    self.anchor(&anchor.name);
                }
            }
            Hole::Code(index) => {
                if let Some(code) = document.codes.get(index as usize) {
                    code::write(code, &host.tokens(&code.language, &code.text), self.out);
                }
            }
            Hole::Include(index) => self.include(document, index, host),
            Hole::Message(message) => self.message(message, host),
            Hole::FootnoteReference(note, reference) => self.note_reference(number, note, reference),
            Hole::FootnoteId(note) => {
                let name = note_name(number, note);
                self.id(&format!("fn:{name}"));
            }
            Hole::FootnoteBack(note, references) => self.note_back(number, note, references, host),
            Hole::Tabs(group) => {
                let _ = write!(self.out, "{}", note_name(number, group));
            }
            Hole::Title if self.depth > 0 => self.title(document, host, number),
            Hole::Title => self.title_anchors(document),
            Hole::LineEnd => self.out.push('\n'),
            Hole::JoinedLines => {}
            Hole::Block(index) => self.block_end(document, index as usize, host),
        }
    }

    /// ` id="…"`, unless the page has it already.
    fn id(&mut self, name: &str) {
        if self.claim(name) {
            self.out.push_str(" id=\"");
            escape::attribute(self.out, name);
            self.out.push('"');
        }
    }

    /// An empty element with an ID, unless the page has it already.
    fn anchor(&mut self, name: &str) {
        if self.claim(name) {
            self.out.push_str("<span id=\"");
            escape::attribute(self.out, name);
            self.out.push_str("\"></span>");
        }
    }

    fn claim(&mut self, name: &str) -> bool {
        self.ids == Ids::Written && !name.is_empty() && self.used.insert(name.to_owned())
    }

    fn block_end(&mut self, document: &Document, index: usize, host: &dyn Host) {
        let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
        if document.blocks.get(index).is_some_and(is_heading)
            && let Some(id) = self.heading.take()
        {
            host.after_heading(&id, self.out);
        }
        host.after_block(document, index, self.out);
    }

    /// The ID of a heading, with `-1`, `-2` … where the page has it already.
    fn heading_id(&mut self, index: u32, host: &dyn Host) {
        let id = host.heading(index as usize).id;
        if self.ids == Ids::Omitted || id.is_empty() {
            return;
        }
        let taken = |number: &usize| !self.used.contains(&format!("{id}-{number}"));
        let id = if !self.used.contains(id) {
            id.to_owned()
        } else if let Some(free) = (1..=self.used.len() + 1).find(taken) {
            format!("{id}-{free}")
        } else {
            return;
        };
        self.id(&id);
        self.heading = Some(id);
    }

    /// `attributes` are HTML. A link in a link is text.
    fn link_start(&mut self, link: &Link, host: &dyn Host, attributes: &str) {
        let nested = self.links.contains(&true);
        let is_unsafe = |url: &str| sanitise::unsafe_scheme(url).is_some_and(|scheme| !host.allows(&scheme));
        let html = if nested || is_unsafe(&link.destination) { LinkHtml::default() } else { host.link(link) };
        let href = html.href.filter(|href| !is_unsafe(href));
        self.links.push(href.is_some());
        let Some(href) = href else { return };
        self.out.push_str("<a href=\"");
        escape::url(self.out, &href);
        self.out.push('"');
        for (name, value) in [
            (" hreflang=\"", html.hreflang.as_deref()),
            (" rel=\"", html.rel),
            (" title=\"", Some(&*link.title).filter(|title| !title.is_empty())),
        ] {
            if let Some(value) = value {
                self.out.push_str(name);
                escape::attribute(self.out, value);
                self.out.push('"');
            }
        }
        self.out.push_str(attributes);
        self.out.push('>');
    }

    /// A link to the full size of an image; named so for those who do not see it.
    fn lightbox(&mut self, document: &Document, link: u32, image: u32, host: &dyn Host) {
        let (Some(link), Some(image)) =
            (document.links.get(link as usize), document.images.get(image as usize))
        else {
            return;
        };
        let mut name = String::from(" class=\"lightbox\" aria-label=\"");
        if !image.alt.is_empty() {
            escape::attribute(&mut name, &image.alt);
            name.push_str(" – ");
        }
        escape::attribute(&mut name, &host.message("image-enlarge"));
        name.push('"');
        self.link_start(link, host, &name);
    }

    fn image(&mut self, document: &Document, index: u32, host: &dyn Host) {
        let Some(image) = document.images.get(index as usize) else { return };
        let Some(html) = shown(image, host) else { return escape::text(self.out, &image.alt) };
        self.out.push_str("<img src=\"");
        escape::url(self.out, &html.src);
        self.out.push_str("\" alt=\"");
        escape::attribute(self.out, &image.alt);
        self.out.push('"');
        if !image.title.is_empty() {
            self.out.push_str(" title=\"");
            escape::attribute(self.out, &image.title);
            self.out.push('"');
        }
        let extras = extras(document, image);
        self.out.push_str(extras);
        if let Some((width, height)) =
            html.size.filter(|_| !extras.contains("width=") && !extras.contains("height="))
        {
            let _ = write!(self.out, " width=\"{width}\" height=\"{height}\"");
        }
        self.out.push_str(" loading=\"lazy\">");
    }

    fn message(&mut self, message: Message, host: &dyn Host) {
        escape::attribute(self.out, &host.message(message.key()));
    }

    fn include(&mut self, document: &Document, index: u32, host: &dyn Host) {
        let Some(include) = document.includes.get(index as usize) else { return };
        let Some((included, inner)) = host.include(include) else { return };
        if !self.included.take(self.depth, included) {
            return;
        }
        self.depth += 1;
        let outer = self.notes;
        let (part, element) = match include.form {
            IncludeForm::Block | IncludeForm::Code(_) => (included.html.body, "div"),
            IncludeForm::Inline => {
                self.notes = FootnoteLinks::Omitted;
                (included.html.lead.unwrap_or_default(), "span")
            }
        };
        let language = inner.foreign_language();
        if let Some(LanguageHtml { lang, dir }) = language {
            let _ = write!(self.out, "<{element} lang=\"{lang}\" dir=\"{dir}\">");
        }
        self.part(included, part, &*inner, self.included.documents());
        if language.is_some() {
            let _ = write!(self.out, "</{element}>");
        }
        self.notes = outer;
        self.depth -= 1;
    }

    /// The title is written elsewhere, by its own ID; any other anchors in it are written in its place.
    fn title_anchors(&mut self, document: &Document) {
        let (from, to) = document.html.title.holes;
        for (_, hole) in document.html.markup.holes.get(from as usize..to as usize).unwrap_or(&[]) {
            if let Hole::Anchor(index) = hole
                && let Some(anchor) = document.anchors.get(*index as usize)
            {
                self.anchor(&anchor.name);
            }
        }
    }

    /// The title of an included document is one of its headings.
    fn title(&mut self, document: &Document, host: &dyn Host, number: usize) {
        let Some(index) = document.html.title_heading else { return };
        self.out.push_str("<h2");
        self.heading_id(index, host);
        self.out.push('>');
        if let Some(alias) = host.heading(index as usize).alias {
            self.anchor(alias);
        }
        self.part(document, document.html.title, host, number);
        self.out.push_str("</h2>\n");
    }

    fn note_reference(&mut self, number: usize, note: u32, reference: u32) {
        if self.notes == FootnoteLinks::Omitted {
            return;
        }
        self.out.push_str("<sup class=\"footnote\">");
        if self.links.contains(&true) {
            let _ = write!(self.out, "{note}</sup>");
            return;
        }
        let name = note_name(number, note);
        let _ = write!(self.out, "<a href=\"#fn:{name}\"");
        self.id(&reference_id(&name, reference));
        let _ = write!(self.out, " role=\"doc-noteref\">{note}</a></sup>");
    }

    fn note_back(&mut self, number: usize, note: u32, references: u32, host: &dyn Host) {
        let name = note_name(number, note);
        for reference in 1..=references {
            let id = reference_id(&name, reference);
            if !self.used.contains(&id) {
                continue;
            }
            let _ = write!(self.out, " <a href=\"#{id}\" role=\"doc-backlink\" aria-label=\"");
            escape::attribute(self.out, &host.message("footnote-back"));
            let _ = match reference {
                1 => write!(self.out, "\">↩</a>"),
                _ => write!(self.out, " {reference}\">↩<sup>{reference}</sup></a>"),
            };
        }
    }
}

/// What is shown of an image, if it may be shown.
fn shown(image: &Image, host: &dyn Host) -> Option<ImageHtml> {
    let is_safe = |url: &str| sanitise::unsafe_image_scheme(url).is_none();
    let html = if is_safe(&image.destination) { host.image(image) } else { None };
    html.filter(|html| is_safe(&html.src))
}

/// The number of something that documents count by themselves, unique on the page.
fn note_name(document: usize, number: u32) -> String {
    if document == 0 { number.to_string() } else { format!("{document}-{number}") }
}

fn reference_id(note: &str, reference: u32) -> String {
    if reference == 1 { format!("fnref:{note}") } else { format!("fnref:{note}:{reference}") }
}

fn extras<'d>(document: &'d Document, image: &Image) -> &'d str {
    let extras = &document.html.image_extras;
    extras.binary_search_by_key(&image.index, |(index, _)| *index).map_or("", |found| &extras[found].1)
}
