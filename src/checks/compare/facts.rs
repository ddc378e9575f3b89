//! Collects what is the same in all translations of an article: where links lead, images, code, numbers and so on.
//! Compares nothing.

use crate::catalog::{Article, Base, Catalog};
use crate::diagnostic::{Span, Spanned};
use crate::markdown::{Block, BlockKind, Document, HeadingKind, Place};

use super::{Fact, number, placeholder, url};

/// What is the same in all translations of an article, in the order of its text.
#[derive(Debug)]
pub struct Facts<'c> {
    pub article: &'c Article,
    pub links: Vec<Fact>,
    pub images: Vec<Fact>,
    /// Code blocks and code in lines.
    pub code: Vec<Fact>,
    pub numbers: Vec<Fact>,
    pub placeholders: Vec<Fact>,
    /// Written headings, by level.
    pub headings: Vec<Fact>,
    pub list_items: Vec<Fact>,
    pub custom_ids: Vec<Fact>,
    /// Front matter that is not translated.
    pub metadata: Vec<Fact>,
}

/// Characters of a thing that are shown at the most.
const SHOWN: usize = 60;

impl<'c> Facts<'c> {
    pub(super) fn new(catalog: &Catalog, article: &'c Article) -> Self {
        let mut facts = Self {
            article,
            links: Vec::new(),
            images: Vec::new(),
            code: Vec::new(),
            numbers: Vec::new(),
            placeholders: Vec::new(),
            headings: Vec::new(),
            list_items: Vec::new(),
            custom_ids: custom_ids(article),
            metadata: metadata(article),
        };
        let base = Base { file: &article.file, article: Some(article), reader: article.locale };
        for (index, block) in article.file.document.blocks.iter().enumerate() {
            facts.block(catalog, base, index, block);
        }
        facts
    }

    pub(super) fn document(&self) -> &'c Document {
        &self.article.file.document
    }

    fn block(&mut self, catalog: &Catalog, base: Base<'_>, index: usize, block: &Block) {
        let document = self.document();
        let text = block.text.slice(&document.text);
        let range =
            |(from, to): (u32, u32), length: usize| (from as usize).min(length)..(to as usize).min(length);
        let links = &document.links[range(block.links, document.links.len())];
        for link in links.iter().filter(|link| link.place == Place::Body) {
            if let Some(key) = url::target(catalog, base, &link.destination) {
                self.links.push(Fact::new(key, short(&link.destination), link.span, index));
            }
        }
        let images = &document.images[range(block.images, document.images.len())];
        for image in images.iter().filter(|image| image.place == Place::Body) {
            if let Some(key) = url::target(catalog, base, &image.destination) {
                self.images.push(Fact::new(key, short(&image.destination), image.span, index));
            }
        }
        match block.kind {
            BlockKind::Code => {
                let written = block.span.slice(&self.article.file.text);
                if !is_prose(written) {
                    let code = without_comments(text);
                    self.code.push(Fact::new(code.as_str(), short(&code), block.span, index));
                }
            }
            BlockKind::Heading(heading) => {
                let heading = document.headings.get(heading as usize);
                if let Some(heading) = heading.filter(|heading| heading.kind == HeadingKind::Written) {
                    let key = "#".repeat(usize::from(heading.level));
                    self.headings.push(Fact::new(key, short(&heading.text), block.span, index));
                }
            }
            BlockKind::ListItem => {
                self.list_items.push(Fact::new("", short(text), block.span, index));
            }
            _ => {}
        }
        if block.kind != BlockKind::Code {
            self.code.extend(inline_code(block.span, &self.article.file.text, index));
            self.numbers.extend(number::of(text, block.span, index));
            self.placeholders.extend(placeholder::of(text, block.span, index));
        }
    }
}

/// What fenced blocks are said to hold when it is text for people: that is translated.
const PROSE: [&str; 9] = ["markdown", "md", "text", "txt", "plaintext", "html", "yaml", "yml", "output"];

/// Whether a code block, as written, says that it holds text for people.
fn is_prose(written: &str) -> bool {
    let fence = written.lines().next().unwrap_or("").trim_start_matches(['`', '~']);
    let language = fence.trim().split([' ', ',', '{']).next().unwrap_or("").to_ascii_lowercase();
    fence.len() < written.lines().next().map_or(0, str::len) && PROSE.contains(&&*language)
}

/// Code on one line, without the lines that are comments: those are translated.
fn without_comments(code: &str) -> String {
    let is_comment = |line: &&str| {
        let line = line.trim_start();
        ["#", "//", "--", ";", "REM ", "rem ", "<!--"].iter().any(|mark| line.starts_with(mark))
    };
    let words = code.lines().filter(|line| !is_comment(line)).flat_map(str::split_whitespace);
    words.collect::<Vec<_>>().join(" ")
}

/// Code in lines, as CommonMark finds it: between runs of as many backticks.
fn inline_code(span: Span, file: &str, block: usize) -> Vec<Fact> {
    let text = span.slice(file);
    let bytes = text.as_bytes();
    let run = |from: usize| bytes[from..].iter().take_while(|&&byte| byte == b'`').count();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find('`')).map(|next| at + next) {
        let ticks = run(start);
        at = start + ticks;
        if start > 0 && bytes[start - 1] == b'\\' {
            continue;
        }
        let mut end = at;
        let closing = loop {
            let Some(next) = text.get(end..).and_then(|rest| rest.find('`')).map(|next| end + next) else {
                break None;
            };
            let length = run(next);
            end = next + length;
            if length == ticks {
                break Some(next);
            }
        };
        let Some(closing) = closing else { continue };
        let code = text[at..closing].split_whitespace().collect::<Vec<_>>().join(" ");
        let whole = Span::new(start, closing + ticks).shifted(span.start as usize);
        if !code.is_empty() {
            found.push(Fact::new(code.as_str(), short(&code), whole, block));
        }
        at = closing + ticks;
    }
    found
}

fn custom_ids(article: &Article) -> Vec<Fact> {
    let mut ids: Vec<Fact> = article.file.front_matter.custom_ids.iter().map(|id| entry("", id)).collect();
    ids.sort_by(|a, b| a.key.cmp(&b.key));
    ids.dedup_by(|a, b| a.key == b.key);
    ids
}

fn metadata(article: &Article) -> Vec<Fact> {
    let front_matter = &article.file.front_matter;
    let one = [
        ("topic", &front_matter.topic),
        ("service", &front_matter.service),
        ("priority", &front_matter.priority),
        ("robots", &front_matter.robots),
    ];
    let mut facts: Vec<Fact> =
        one.iter().filter_map(|(name, value)| Some(entry(name, value.as_ref()?))).collect();
    facts.extend(front_matter.collection.iter().map(|value| entry("collection", value)));
    facts
}

fn entry(name: &str, value: &Spanned<String>) -> Fact {
    let written = value.value.trim();
    let (key, shown) = if name.is_empty() {
        (written.to_owned(), written.to_owned())
    } else {
        let plain: String = written.chars().filter(|letter| !letter.is_whitespace()).collect();
        (format!("{name}: {}", plain.to_lowercase()), format!("{name}: {written}"))
    };
    Fact { key, shown: short(&shown), span: value.span, block: None }
}

/// The beginning of a text, on one line.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
