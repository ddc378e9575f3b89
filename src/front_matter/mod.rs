//! YAML front matter becomes a `FrontMatter` with positions. Survives every damage; judges nothing: what is wrong
//! is kept as a `Flaw` for the checks.

mod block;
mod fields;
mod keys;
mod plain;
mod repair;
mod stamp;
#[cfg(test)]
mod tests;
mod values;
mod yaml;

use std::collections::BTreeMap;
use std::ops::Range;

pub use stamp::{Refusal, Stamp, Standing, stamp};
pub use values::{Date, DateForm};

use crate::diagnostic::{Span, Spanned};
use block::{Block, Form};
use yaml::Failure;

/// A longer block is not read as YAML, and saved from as far as this; real ones have less than a kilobyte.
const MAX_BLOCK_BYTES: usize = 64 * 1024;

/// The front matter of one article. Every field keeps the place it was read from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// The whole block with both `---` lines; none where there is no block.
    pub span: Option<Span>,
    /// Where the Markdown starts, in bytes of the file.
    pub body_start: u32,
    /// `title`.
    pub title: Option<Spanned<String>>,
    /// `description`.
    pub description: Option<Spanned<String>>,
    /// `locale`, `ms.contentlocale`: as written.
    pub locale: Option<Spanned<String>>,
    /// `custom_ids`, and what is an ID in `ms.custom`; leading zeros kept, in order, as written.
    pub custom_ids: Vec<Spanned<String>>,
    /// The rest of `ms.custom`.
    pub tags: Vec<Spanned<String>>,
    /// `date`, `ms.date`.
    pub date: Option<Spanned<Date>>,
    /// `robots`, `ROBOTS`: as written.
    pub robots: Option<Spanned<String>>,
    /// `translation_type`, `ms.translationtype`.
    pub translation_type: Option<Spanned<TranslationType>>,
    /// `source_hash`, `ms.openlocfilehash`: 40 hexadecimal digits, lower case.
    pub source_hash: Option<Spanned<String>>,
    /// `source_commit`, `ms.sourcegitcommit`.
    pub source_commit: Option<Spanned<String>>,
    /// `translated`, `ms.lasthandoff`.
    pub translated: Option<Spanned<Date>>,
    /// `ms.locfileid`.
    pub loc_file_id: Option<Spanned<String>>,
    /// `topic`, `ms.topic`.
    pub topic: Option<Spanned<String>>,
    /// `collection`, `ms.collection`: one or many.
    pub collection: Vec<Spanned<String>>,
    /// `service`, `ms.service`.
    pub service: Option<Spanned<String>>,
    /// `priority`, `localization_priority`.
    pub priority: Option<Spanned<String>>,
    /// `author`, else `ms.author`.
    pub author: Option<Spanned<String>>,
    pub slug: Option<Spanned<String>>,
    pub draft: Draft,
    pub redirect_from: Vec<Spanned<String>>,
    pub article_id: Option<Spanned<String>>,
    /// Every other key, as written, in order of the key.
    pub other: BTreeMap<String, serde_json::Value>,
    pub flaws: Vec<Flaw>,
}

/// `draft: true` or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Draft {
    #[default]
    Published,
    Draft,
}

/// How a translation was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TranslationType {
    /// `HT`, `Human Translation`.
    Human,
    /// `MT`, `MTE` (edited), `Machine Translation`.
    Machine,
}

/// Something in the block that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    pub kind: FlawKind,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// The file starts without `---`.
    Missing,
    /// `---` starts a block that no `---` or `...` ends.
    Unclosed,
    /// The YAML cannot be read; `message` is the parser's, without its position. Fields that could be saved
    /// line by line are there all the same.
    Syntax { message: String },
    /// The same key twice; the first one counts.
    DuplicateKey { key: String },
    /// A value of the wrong shape, such as a map for a title.
    InvalidValue { key: String, expected: &'static str },
    /// A date that is none, as written.
    InvalidDate { key: String, written: String },
    /// A month over 12, read as day/month.
    DayMonthOrder { key: String, date: Date },
    /// A key that looks like a known one (`ms,.custom`, `ms-custom`, a full-width colon).
    MisspeltKey { written: String, known: &'static str },
    /// A key with letters of another script or language where a known key is absent (`כותרת:`).
    TranslatedKey { written: String, known: &'static str },
}

impl FrontMatter {
    /// Reads the front matter of a whole file as stored (a BOM, CRLF or LF). Whatever is damaged is a [`Flaw`], and
    /// all that can be made out with certainty is there all the same.
    pub fn parse(text: &str) -> Self {
        let start = block::after_bom(text);
        let Some(block) = block::find(text) else { return Self::missing(start) };
        let mut flaws = Vec::new();
        if text.get(start..block.span.start).is_some_and(|before| !before.is_empty()) {
            let message = "front matter must start on the first line".to_owned();
            flaws.push(Flaw { kind: FlawKind::Syntax { message }, span: (start..block.span.start).into() });
        }
        let Some((block, entries)) = read(text, block, &mut flaws) else { return Self::missing(start) };
        let span = Span::from(block.span);
        let mut front_matter = Self {
            span: Some(span),
            body_start: Span::new(0, block.body_start).end,
            flaws,
            ..Self::default()
        };
        fields::fill(&mut front_matter, &entries);
        front_matter.flaws.sort_by_key(|flaw| flaw.span);
        front_matter
    }

    /// Whether the block has the key `ms.openlocfilehash`, by which a translation pipeline knows what it made; damaged
    /// blocks count. `text` is that of the whole file.
    pub fn is_handed_back(&self, text: &str) -> bool {
        let block = self.span.map_or("", |span| span.slice(text));
        block.to_ascii_lowercase().contains("ms.openlocfilehash:")
    }

    fn missing(start: usize) -> Self {
        let flaw = Flaw { kind: FlawKind::Missing, span: Span::new(start, start) };
        Self { body_start: flaw.span.end, flaws: vec![flaw], ..Self::default() }
    }
}

/// The entries of a block: read as YAML, else saved line by line. None if this is no front matter, but text between
/// two thematic breaks.
fn read<'a>(text: &'a str, block: Block, flaws: &mut Vec<Flaw>) -> Option<(Block, Vec<yaml::Entry<'a>>)> {
    let failure = match read_yaml(text, &block.yaml) {
        Ok(entries) => {
            let has_text = text.get(block.yaml.clone()).is_some_and(|yaml| !yaml.trim().is_empty());
            flaws.extend(flaw_of_form(&block));
            return if entries.is_empty() && has_text { None } else { Some((block, entries)) };
        }
        Err(failure) => failure,
    };
    if let Some(shorter) = block::early_end(text, &block) {
        return read(text, shorter, flaws);
    }
    if !repair::has_key(text, &block.yaml) {
        return None;
    }
    flaws.extend(flaw_of_form(&block));
    let earlier = |first: &Failure| first.span.start < failure.span.start;
    let failure = first_failure(text, &block.yaml).filter(earlier).unwrap_or(failure);
    flaws.push(Flaw { kind: FlawKind::Syntax { message: failure.message }, span: failure.span });
    let entries = repair::salvage(text, &block.yaml, flaws);
    Some((block, entries))
}

/// The failure of the first key that cannot be read by itself: a bracket or quote that is never closed is noticed some
/// keys further on.
fn first_failure(text: &str, yaml: &Range<usize>) -> Option<Failure> {
    // No header has more keys.
    const MAX_KEYS: usize = 64;
    let is_key = |line: &block::Line<'_>| line.content.starts_with(|c: char| c.is_alphabetic());
    let lines = block::lines(text, yaml.start).take_while(|line| line.start < yaml.end);
    let starts: Vec<usize> = lines.filter(is_key).take(MAX_KEYS).map(|line| line.start).collect();
    let ends = starts.iter().skip(1).copied().chain([yaml.end]);
    starts.iter().zip(ends).find_map(|(&start, end)| read_yaml(text, &(start..end)).err())
}

/// Reads YAML the fast way or by the parser, unless it is too long or says something else than was meant.
fn read_yaml<'a>(text: &'a str, yaml: &Range<usize>) -> Result<Vec<yaml::Entry<'a>>, Failure> {
    let failure = |message: &str, span| Failure { message: message.to_owned(), span };
    if yaml.len() > MAX_BLOCK_BYTES {
        return Err(failure("front matter is longer than 64 KiB", Span::new(yaml.start, yaml.start)));
    }
    if let Some(folded) = repair::folded_line(text, yaml) {
        return Err(failure("several keys on one line", folded));
    }
    plain::read(text, yaml).map_or_else(|| yaml::read(text, yaml), Ok)
}

/// What is wrong with the fences of a block.
fn flaw_of_form(block: &Block) -> Option<Flaw> {
    let span = Span::new(block.span.start, block.span.start + "---".len());
    let kind = match block.form {
        Form::Closed => return None,
        Form::OneLine => FlawKind::Syntax { message: "a key stands on the line of `---`".to_owned() },
        Form::Unclosed => FlawKind::Unclosed,
    };
    Some(Flaw { kind, span })
}
