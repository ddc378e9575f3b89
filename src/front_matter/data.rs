//! What front matter holds, field by field, and what in it is not as it should be. Only data; `parse` makes it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::date::Date;
use super::home::Home;
use crate::diagnostic::{Span, Spanned};

/// The front matter of one article. Every field has the place it was read from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// The whole block with both fences; none where there is no block.
    pub span: Option<Span>,
    pub format: Format,
    /// Where the Markdown starts, in bytes of the file.
    pub body_start: u32,
    /// `title`.
    pub title: Option<Spanned<String>>,
    /// `description`.
    pub description: Option<Spanned<String>>,
    /// `locale`, `ms.contentlocale`: as written; else `lang` or `language`, if that can be a language tag.
    pub locale: Option<Spanned<String>>,
    /// `custom_ids`, and what is an ID in `ms.custom`; with leading zeros, in order, as written.
    pub custom_ids: Vec<Spanned<String>>,
    /// The rest of `ms.custom`; `tags`, `keywords`.
    pub tags: Vec<Spanned<String>>,
    /// `date`, `ms.date`.
    pub date: Option<Spanned<Date>>,
    /// `updated`, `lastmod`, `last_update.date`.
    pub updated: Option<Spanned<Date>>,
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
    /// `slug`; `url` and `permalink` are whole paths, and begin with a slash here.
    pub slug: Option<Spanned<String>>,
    pub draft: Draft,
    /// `redirect_from`, `aliases`.
    pub redirect_from: Vec<Spanned<String>>,
    /// `article_id`, `translationKey`.
    pub article_id: Option<Spanned<String>>,
    /// By which `xref:` links name the article.
    pub uid: Option<Spanned<String>>,
    /// `order`, `weight`, `sidebar_position`, `sidebar.order`, `nav_order`: its place in its folder.
    pub order: Option<Spanned<Order>>,
    /// `label`, `linkTitle`, `sidebar_label`, `sidebar.label`: the title in navigation.
    pub label: Option<Spanned<String>>,
    /// `translate`.
    pub translate: Translate,
    /// `announce_from`: the first day on which every page leads to the article.
    pub announce_from: Option<Spanned<Date>>,
    /// `announce_until`: the last of these days; without it the article is not announced.
    pub announce_until: Option<Spanned<Date>>,
    /// `featured`: its place among the articles that the home page begins with; `true` is the last.
    pub featured: Option<Spanned<Order>>,
    /// `icon`: as written; the path of an image, or what only other generators know.
    pub icon: Option<Spanned<String>>,
    /// What other generators show of `hero`, `features` and the like; the keys themselves are kept too.
    pub home: Option<Box<Home>>,
    /// Every other key, and those that nothing but a theme shows; as written, in order of the key.
    pub other: BTreeMap<String, serde_json::Value>,
    pub flaws: Vec<Flaw>,
}

impl FrontMatter {
    /// What a key says, as text, if that is plain: one of those that are shown, or any that only themes know (`a.b` for `b` in `a`).
    pub fn value(&self, key: &str) -> Option<String> {
        let known = match key {
            "title" => self.title.as_ref(),
            "description" => self.description.as_ref(),
            "author" => self.author.as_ref(),
            _ => None,
        };
        if let Some(known) = known {
            return Some(known.value.clone());
        }
        let mut steps = key.split('.');
        let mut found = self.other.get(steps.next()?)?;
        for step in steps {
            found = found.get(step)?;
        }
        match found {
            serde_json::Value::String(text) => Some(text.clone()),
            serde_json::Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }
}

/// What the front matter is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Between lines of `---`.
    #[default]
    Yaml,
    /// Between lines of `+++`.
    Toml,
    /// An object.
    Json,
}

/// A finite number. The lower comes first.
#[derive(Clone, Copy, Debug)]
pub struct Order(f64);

/// `draft: true` or not; the greater counts where several keys say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Draft {
    #[default]
    NotSaid,
    Published,
    Draft,
}

/// `translate: false` says that a copy of the source is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Translate {
    #[default]
    Wanted,
    CopyMeant,
}

impl Translate {
    pub(super) fn parse(written: &str) -> Option<Self> {
        match written.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" => Some(Self::Wanted),
            "false" | "no" => Some(Self::CopyMeant),
            _ => None,
        }
    }
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
    /// The file starts without front matter.
    Missing,
    /// A block starts that no fence ends.
    Unclosed,
    /// The block cannot be read; `message` is the parser's, without its position. Fields that could be saved
    /// line by line are there all the same.
    Syntax { message: String },
    /// The same key twice; the first one counts.
    DuplicateKey { key: String },
    /// A value of the wrong shape, such as a map for a title.
    InvalidValue { key: String, expected: &'static str },
    /// Something that YAML takes for no part of the value, where it stands with the value.
    Unquoted { key: String, taken: Taken },
    /// A value that does not say whether the article is a draft, so it is one.
    InvalidDraft { key: String, expected: &'static str },
    /// A date that is none, as written.
    InvalidDate { key: String, written: String },
    /// A month over 12, read as day/month.
    DayMonthOrder { key: String, date: Date },
    /// A key that looks like a known one (`ms,.custom`, `ms-custom`, a full-width colon).
    MisspeltKey { written: String, known: &'static str },
    /// A key with letters of another script or language where a known key is absent (`כותרת:`).
    TranslatedKey { written: String, known: &'static str },
}

/// What YAML takes the beginning or the end of a plain value for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// `!Important note`; the value is read as it is written.
    Tag,
    /// `Tip #1`; the value is what stands before it.
    Comment,
}

impl FrontMatter {
    /// Whether the block has the key `ms.openlocfilehash`, by which a translation pipeline knows what it made; damaged
    /// blocks count. `text` is that of the whole file.
    pub fn is_handed_back(&self, text: &str) -> bool {
        let block = self.span.map_or("", |span| span.slice(text));
        let block = block.to_ascii_lowercase();
        block
            .split("ms.openlocfilehash")
            .skip(1)
            .any(|rest| rest.trim_start_matches(['"', '\'', ' ', '\t']).starts_with([':', '=']))
    }

    /// When the article was last changed, as far as it says so.
    pub fn changed(&self) -> Option<&Spanned<Date>> {
        self.updated.as_ref().or(self.date.as_ref())
    }
}

impl Format {
    /// `YAML`, `TOML`, `JSON`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yaml => "YAML",
            Self::Toml => "TOML",
            Self::Json => "JSON",
        }
    }
}

impl Order {
    /// Behind every number.
    pub(super) const LAST: Self = Self(f64::INFINITY);

    /// Reads a number, such as `10`, `-1` or `2.5`.
    pub fn parse(text: &str) -> Option<Self> {
        let number: f64 = text.trim().parse().ok()?;
        // Zero has two signs.
        number.is_finite().then_some(Self(number + 0.0))
    }
}

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Order {}

impl PartialOrd for Order {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Order {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl TranslationType {
    /// `HT`, `MT` and the like (`MTE`, edited), `Human Translation`, `Machine Translation`; letter case ignored.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let abbreviation = |start: &str| text.starts_with(start) && text.len() <= 4;
        if text.starts_with("human") || abbreviation("ht") {
            Some(Self::Human)
        } else if text.starts_with("machine") || abbreviation("mt") {
            Some(Self::Machine)
        } else {
            None
        }
    }
}
