//! The keys of front matter as they are written, and which of them a translation has of its own. Reads no meaning of a value.

use std::ops::Range;

use serde_json::Value as Json;

use super::data::Format;
use super::fence::Fences;
use super::keys::{self, Field};
use super::{block, parse};

/// A block of front matter, key by key.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries {
    pub format: Format,
    /// Between the fences.
    pub content: Range<usize>,
    pub entries: Vec<Entry>,
}

/// One key of the top level, with all that is below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// As written.
    pub key: String,
    pub value: Json,
    /// Whole lines, with the comments behind them.
    pub lines: Range<usize>,
    pub role: Role,
}

/// What a key is in a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Text for readers: a title, a description, keywords.
    Text,
    /// Its locale, and what it was made from.
    OfTranslation,
    /// An address that a translation may have of its own.
    Address,
    /// The same in all locales.
    Shared,
    /// Unknown: it may be text.
    Other,
}

/// The keys of a sound block in YAML or TOML that is set apart by fences, each on lines of its own; none of another. A file without
/// front matter has no keys. `text` has line feeds only.
pub fn entries(text: &str) -> Option<Entries> {
    let Some(block) = block::find(text) else {
        return Some(Entries { format: Format::Yaml, content: 0..0, entries: Vec::new() });
    };
    if block.fences != Fences::Closed || block.format == Format::Json {
        return None;
    }
    let mut flaws = Vec::new();
    let (block, read) = parse::read(text, block, &mut flaws)?;
    if !flaws.is_empty() || block.fences != Fences::Closed {
        return None;
    }
    let mut found: Vec<Entry> = Vec::with_capacity(read.len());
    for entry in read {
        let at = entry.key.span.start as usize;
        let start = text
            .get(block.content.start..at)?
            .rfind('\n')
            .map_or(block.content.start, |end| block.content.start + end + 1);
        if let Some(before) = found.last_mut() {
            if before.lines.start >= start {
                return None;
            }
            before.lines.end = start;
        }
        let key = entry.key.value.into_owned();
        let role = role(&key);
        found.push(Entry { key, value: entry.value.to_json(), lines: start..block.content.end, role });
    }
    Some(Entries { format: block.format, content: block.content, entries: found })
}

/// Keys of other generators whose values are text.
const TEXTS: [&str; 7] = ["name", "excerpt", "heading", "subject", "subtitle", "summary", "extra"];

fn role(key: &str) -> Role {
    let Some(known) = keys::known(key) else {
        let is_text = TEXTS.contains(&key);
        let is_of_pipeline = ["ms.", "search."].iter().any(|start| key.starts_with(start));
        return if is_of_pipeline || keys::is_usual(key) && !is_text { Role::Shared } else { Role::Other };
    };
    match known.field {
        Field::Title | Field::Description | Field::Tags | Field::Label => Role::Text,
        Field::Locale
        | Field::Language
        | Field::TranslationType
        | Field::SourceHash
        | Field::SourceCommit
        | Field::Translated
        | Field::LocFileId
        | Field::Translate => Role::OfTranslation,
        Field::Slug | Field::Url | Field::RedirectFrom | Field::Aliases => Role::Address,
        _ => Role::Shared,
    }
}

impl Entry {
    /// The value as a text.
    pub fn text(&self) -> String {
        self.value.as_str().map_or_else(|| self.value.to_string(), str::to_owned)
    }

    /// Whether readers see it, or may: an unknown key of two words or more.
    pub fn is_said(&self) -> bool {
        self.role == Role::Text || self.role == Role::Other && self.text().split_whitespace().nth(1).is_some()
    }
}

impl Entries {
    /// The entry of a key, letter case ignored.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        let found = entries(text).map_or(Vec::new(), |found| found.entries);
        found
            .iter()
            .map(|entry| format!("{:?} {}", entry.role, text[entry.lines.clone()].trim_end()))
            .collect()
    }

    #[test]
    fn keys_have_their_lines() {
        let text = "---\n# first\ntitle: Ä\ndescription: >\n  two\n  lines\nms.custom:\n- 1\n- 2\nlocale: de-DE\nhero:\n  text: x\n---\n# Ä\n";
        insta::assert_snapshot!(lines(text).join("\n---\n"), @"
        Text title: Ä
        ---
        Text description: >
          two
          lines
        ---
        Shared ms.custom:
        - 1
        - 2
        ---
        OfTranslation locale: de-DE
        ---
        Other hero:
          text: x
        ");
        insta::assert_snapshot!(lines("+++\ntitle = 'Ä'\nslug = 'a'\n[extra]\nx = 1\n+++\n").join("\n"), @"
        Text title = 'Ä'
        Address slug = 'a'
        Other [extra]
        x = 1
        ");
    }

    #[test]
    fn what_is_not_sound_is_not_read() {
        assert!(entries("---\ntitle: [\n---\n").is_none());
        assert!(entries("{\"title\": \"x\"}\n").is_none());
        assert_eq!(entries("# Text\n").map(|found| found.entries.len()), Some(0));
    }
}
