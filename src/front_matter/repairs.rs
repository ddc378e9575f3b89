//! What would make a damaged block sound: edits after which it says what was read from it before. Reads by `parse` only.

use std::collections::BTreeMap;

use super::data::{FlawKind, Format, FrontMatter};
use super::fence::{Block, Fences, is_damaged};
use super::line::{Line, lines};
use super::value::Value;
use super::{block, keys, parse, repair};
use crate::diagnostic::{Edit, Span};
use crate::line_end::with_line_feeds;

impl FrontMatter {
    /// Edits of the whole file that leave less damage in its front matter, and the meaning of every key; none where that
    /// is not certain.
    pub fn repairs(text: &str) -> Vec<Edit> {
        let text = &*with_line_feeds(text);
        let Some(block) = block::find(text) else { return Vec::new() };
        let Some((block, _)) = parse::read(text, block, &mut Vec::new()) else { return Vec::new() };
        let (fences, values) = (fences(text, &block), values(text, &block));
        let all = [fences.clone(), values.clone()].concat();
        let is_better = |edits: &Vec<Edit>| !edits.is_empty() && is_better(text, edits);
        [all, fences, values].into_iter().find(is_better).unwrap_or_default()
    }
}

/// Whether the edits lessen the damage, and change no value.
fn is_better(text: &str, edits: &[Edit]) -> bool {
    let mut changed = text.to_owned();
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    for edit in edits.into_iter().rev() {
        if changed.get(edit.span.range()).is_none() {
            return false;
        }
        changed.replace_range(edit.span.range(), &edit.text);
    }
    let (old, new) = (meaning(text), meaning(&changed));
    let is_kept = |(key, value): (&String, &String)| {
        // Lists in brackets and what stands on several lines are not taken apart where a block is read line by line.
        let is_unread = value.is_empty() || value.starts_with(['[', '{']);
        new.get(key).is_some_and(|now| now == value || is_unread)
    };
    damage(&changed) < damage(text) && old.iter().all(is_kept)
}

/// How many flaws of the block itself there are.
fn damage(text: &str) -> usize {
    let flaws = FrontMatter::parse(text).flaws;
    let is_damage =
        |kind: &FlawKind| matches!(kind, FlawKind::Missing | FlawKind::Syntax { .. } | FlawKind::Unclosed);
    flaws.iter().filter(|flaw| is_damage(&flaw.kind)).count()
}

/// Every key with its value as text; of doubles the first.
fn meaning(text: &str) -> BTreeMap<String, String> {
    let entries = block::find(text).and_then(|block| parse::read(text, block, &mut Vec::new()));
    let entries = entries.map(|(_, entries)| entries).unwrap_or_default();
    let mut values = BTreeMap::new();
    for entry in entries {
        let value = match &entry.value {
            Value::Scalar(scalar) => scalar.text.to_string(),
            list_or_map => list_or_map.to_json().to_string(),
        };
        values.entry(entry.key.value.into_owned()).or_insert(value);
    }
    values
}

/// The fences as they should be.
fn fences(text: &str, block: &Block) -> Vec<Edit> {
    let fence = match block.format {
        Format::Yaml => "---",
        Format::Toml => "+++",
        Format::Json => return Vec::new(),
    };
    let line = |at: usize| {
        let line = lines(text, at).next().filter(|line| is_damaged(line.content))?;
        let span = Span::new(line.start, line.start + line.content.len());
        (span.slice(text) != fence).then(|| Edit { span, text: fence.to_owned() })
    };
    let is_last_line_whole = text.get(..block.content.end).is_some_and(|text| text.ends_with('\n'));
    match block.fences {
        Fences::Closed | Fences::OneLine => Vec::new(),
        Fences::Damaged => [block.span.start, block.content.end].into_iter().filter_map(line).collect(),
        // What is behind the fence goes on a line of its own.
        Fences::Unclosed if is_glued(text, block) => {
            vec![Edit { span: Span::new(block.body_start, block.body_start), text: "\n".to_owned() }]
        }
        Fences::Unclosed if block.content.end < block.body_start => {
            line(block.content.end).into_iter().collect()
        }
        Fences::Unclosed if is_last_line_whole => {
            let span = Span::new(block.content.end, block.content.end);
            vec![Edit { span, text: format!("{fence}\n") }]
        }
        Fences::Unclosed => Vec::new(),
    }
}

fn is_glued(text: &str, block: &Block) -> bool {
    let fence = lines(text, block.content.end).next();
    block.content.end < block.body_start && fence.is_some_and(|line| block::is_glued(line.content))
}

/// The values of YAML that lack quotes, in quotes.
fn values(text: &str, block: &Block) -> Vec<Edit> {
    if block.format != Format::Yaml {
        return Vec::new();
    }
    let within = lines(text, block.content.start).take_while(|line| line.start < block.content.end);
    within.filter_map(|line| quoted_in(text, &line)).collect()
}

/// The value or item of a line in quotes, where the line cannot be read by itself.
fn quoted_in(text: &str, line: &Line<'_>) -> Option<Edit> {
    let content = line.content.trim_start();
    let start = line.start + line.content.len() - content.len();
    let item = content.strip_prefix("- ").map(|_| format!("key:\n{content}"));
    let (probe, range) = match &item {
        Some(item) => (item.as_str(), 0..item.len()),
        None => (text, start..start + content.len()),
    };
    let is_unread = parse::read_yaml(probe, &range).is_err();
    let value = value_of(content).filter(|_| is_unread && repair::keys_of_line(line.content) < 2)?;
    let written = value.find(" #").and_then(|at| value.get(..at)).unwrap_or(value).trim();
    let at = written.as_ptr() as usize - text.as_ptr() as usize;
    let span = Span::new(at, at + written.len());
    needs_quotes(written).then(|| Edit { span, text: quoted(written) })
}

/// What stands behind `key:` or `-`.
fn value_of(content: &str) -> Option<&str> {
    if let Some(item) = content.strip_prefix("- ") {
        return Some(item);
    }
    let key = keys::at_start(content).filter(|key| key.colon == ':')?;
    content.get(key.value..)
}

/// Whether a value that cannot be read is certainly a text: no list, map, alias or quoted text that lost its end.
fn needs_quotes(written: &str) -> bool {
    let is_closed = |open: char, close: char| {
        let inner = written.strip_prefix(open).and_then(|rest| rest.split_once(close));
        inner.is_some_and(|(_, behind)| behind.starts_with(char::is_whitespace))
    };
    let names = |rest: &str| {
        rest.chars().all(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'))
    };
    match written.chars().next() {
        None | Some('"' | '\'') => false,
        Some('[') => is_closed('[', ']'),
        Some('{') => is_closed('{', '}'),
        Some('*' | '&') => {
            let name = written.split(char::is_whitespace).next().unwrap_or_default();
            !names(name.get(1..).unwrap_or_default())
        }
        Some(_) => true,
    }
}

/// A text in the quotes that change it least.
pub fn quoted(text: &str) -> String {
    if !text.contains(['"', '\\']) {
        format!("\"{text}\"")
    } else if text.contains('\'') {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    } else {
        format!("'{text}'")
    }
}
