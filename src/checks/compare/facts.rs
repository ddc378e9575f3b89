//! Collects what is the same in all translations of an article: where links lead, images, code, numbers and so on.
//! Compares nothing.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::catalog::{Article, Base, Catalog};
use crate::checks::check::pieces;
use crate::diagnostic::{Span, Spanned};
use crate::markdown::{Block, BlockKind, Document, HeadingKind, Placement};

use super::url::{Addresses, Targets};
use super::{Extent, Fact, command, number, placeholder};

/// What is the same in all translations of an article, in the order of its text.
#[derive(Debug)]
pub struct Facts<'c> {
    pub article: &'c Article,
    pub links: Vec<Fact<'c>>,
    pub images: Vec<Fact<'c>>,
    /// Code blocks and code in lines.
    pub code: Vec<Fact<'c>>,
    pub numbers: Vec<Fact<'c>>,
    pub placeholders: Vec<Fact<'c>>,
    /// Commands, programs, registry keys and the like, in code and in text.
    pub commands: Vec<Fact<'c>>,
    /// Written headings, by level.
    pub headings: Vec<Fact<'c>>,
    pub list_items: Vec<Fact<'c>>,
    pub custom_ids: Vec<Fact<'c>>,
    /// Front matter that is not translated.
    pub metadata: Vec<Fact<'c>>,
}

impl<'c> Facts<'c> {
    pub(super) fn new(catalog: &Catalog, article: &'c Article, known: &mut Addresses) -> Self {
        let mut facts = Self {
            article,
            links: Vec::new(),
            images: Vec::new(),
            code: Vec::new(),
            numbers: Vec::new(),
            placeholders: Vec::new(),
            commands: Vec::new(),
            headings: Vec::new(),
            list_items: Vec::new(),
            custom_ids: custom_ids(article),
            metadata: metadata(article),
        };
        let base = Base { file: &article.file, article: Some(article), reader: article.locale };
        let mut targets = Targets { catalog, base, known };
        for (index, block) in article.file.document.blocks.iter().enumerate() {
            facts.block(&mut targets, index, block);
        }
        facts
    }

    pub(crate) fn document(&self) -> &'c Document {
        &self.article.file.document
    }

    fn block(&mut self, targets: &mut Targets<'_>, index: usize, block: &Block) {
        let before = [
            self.links.len(),
            self.images.len(),
            self.code.len(),
            self.numbers.len(),
            self.placeholders.len(),
        ];
        self.collect(targets, index, block);
        let lists =
            [&mut self.links, &mut self.images, &mut self.code, &mut self.numbers, &mut self.placeholders];
        lists.into_iter().zip(before).for_each(|(facts, before)| once(facts, before));
    }

    fn collect(&mut self, targets: &mut Targets<'_>, index: usize, block: &Block) {
        let article = self.article;
        let document = &article.file.document;
        let text = block.text.slice(&document.text);
        let range =
            |(from, to): (u32, u32), length: usize| (from as usize).min(length)..(to as usize).min(length);
        let links = &document.links[range(block.links, document.links.len())];
        for link in links.iter().filter(|link| link.placement == Placement::Body) {
            if let Some(key) = targets.of(&link.destination) {
                self.links.push(Fact::new(key, &*link.destination, link.span, index));
            }
        }
        let images = &document.images[range(block.images, document.images.len())];
        for image in images.iter().filter(|image| image.placement == Placement::Body) {
            if let Some(key) = targets.of(&image.destination) {
                self.images.push(Fact::new(key, &*image.destination, image.span, index));
            }
        }
        match block.kind {
            BlockKind::Code => {
                let language = document.code(index).map_or("", |code| &code.language);
                if !PROSE.iter().any(|prose| language.eq_ignore_ascii_case(prose)) {
                    let code = without_comments(text);
                    self.code.push(Fact::new(code.clone(), code, block.span, index));
                }
            }
            BlockKind::Heading(heading) => {
                let heading = document.headings.get(heading as usize);
                if let Some(heading) = heading.filter(|heading| heading.kind == HeadingKind::Written) {
                    let key = "######".get(..usize::from(heading.level)).unwrap_or_default();
                    self.headings.push(Fact::new(key, &*heading.text, block.span, index));
                }
            }
            BlockKind::ListItem => {
                self.list_items.push(Fact::new("", text, block.span, index));
            }
            _ => {}
        }
        if block.kind != BlockKind::Code {
            self.code.extend(inline_code(block.span, &article.file.text, index));
            self.numbers.extend(number::of(text, block.span, index));
            self.placeholders.extend(placeholder::of(text, block.span, index));
            self.commands.extend(command::of(text, block.span, index));
        }
    }
}

/// Of equal facts from `before` on the first one only: how often one block says a thing depends on the language.
fn once(facts: &mut Vec<Fact<'_>>, before: usize) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    if facts.len() - before > 1 && !facts[before..].iter().all(|fact| seen.insert(&fact.key)) {
        seen.clear();
        let is_first: Vec<bool> = facts[before..].iter().map(|fact| seen.insert(&fact.key)).collect();
        let of_block = facts.split_off(before).into_iter().zip(is_first);
        facts.extend(of_block.filter_map(|(fact, is_first)| is_first.then_some(fact)));
    }
}

/// What fenced blocks are said to hold when it is text for people: that is translated.
const PROSE: [&str; 9] = ["markdown", "md", "text", "txt", "plaintext", "html", "yaml", "yml", "output"];

/// Code on one line, without the lines that are comments: those are translated.
fn without_comments(code: &str) -> String {
    let is_comment = |line: &&str| {
        let line = line.trim_start();
        ["#", "//", "--", ";", "REM ", "rem ", "<!--"].iter().any(|mark| line.starts_with(mark))
    };
    let words = code.lines().filter(|line| !is_comment(line)).flat_map(str::split_whitespace);
    words.collect::<Vec<_>>().join(" ")
}

/// Code in lines.
fn inline_code(span: Span, file: &str, block: usize) -> Vec<Fact<'_>> {
    let text = span.slice(file);
    if memchr::memchr(b'`', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let code = pieces(text).code.into_iter().filter_map(|code| {
        let written = code.slice(text).trim_matches('`').split_whitespace().collect::<Vec<_>>().join(" ");
        let whole = code.shifted(span.start as usize);
        (!written.is_empty()).then(|| Fact::new(written.clone(), written, whole, block))
    });
    code.collect()
}

fn custom_ids(article: &Article) -> Vec<Fact<'_>> {
    let ids = article.file.front_matter.custom_ids.iter();
    let mut ids: Vec<Fact<'_>> =
        ids.map(|id| of_front_matter(id.value.trim(), id.value.trim(), id.span)).collect();
    ids.sort_by(|a, b| a.key.cmp(&b.key));
    ids.dedup_by(|a, b| a.key == b.key);
    ids
}

fn metadata(article: &Article) -> Vec<Fact<'_>> {
    let front_matter = &article.file.front_matter;
    let one = [
        ("topic", &front_matter.topic),
        ("service", &front_matter.service),
        ("priority", &front_matter.priority),
        ("robots", &front_matter.robots),
    ];
    let mut facts: Vec<Fact<'_>> =
        one.iter().filter_map(|(name, value)| Some(entry(name, value.as_ref()?))).collect();
    facts.extend(front_matter.collection.iter().map(|value| entry("collection", value)));
    facts
}

fn entry<'a>(name: &str, value: &'a Spanned<String>) -> Fact<'a> {
    let written = value.value.trim();
    let mut key = String::with_capacity(name.len() + ": ".len() + written.len());
    key.push_str(name);
    key.push_str(": ");
    if written.is_ascii() {
        let words = written.split(|letter: char| letter.is_ascii_whitespace() || letter == '\u{b}');
        words.for_each(|word| key.push_str(word));
        key[name.len()..].make_ascii_lowercase();
    } else {
        let letters = written.chars().filter(|letter| !letter.is_whitespace());
        key.extend(letters.flat_map(char::to_lowercase));
    }
    of_front_matter(key, [name, ": ", written].concat(), value.span)
}

fn of_front_matter<'a>(
    key: impl Into<Cow<'a, str>>,
    written: impl Into<Cow<'a, str>>,
    span: Span,
) -> Fact<'a> {
    Fact { key: key.into(), written: written.into(), span, extent: Extent::Exact, block: None }
}
