//! Where in an article a finding stands: what of the text a translator has in hand when the finding is before them.
//! Compares no versions.

use std::ops::Range;

use faqtory::catalog::File;
use faqtory::diagnostic::Span;

/// The part of an article that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A key of the front matter.
    Key(String),
    /// These blocks.
    Blocks(Range<usize>),
    /// The article as a whole.
    File,
}

impl Place {
    pub(crate) fn of(file: &File, span: Span) -> Self {
        if span.is_empty() && span.start == 0 {
            return Self::File;
        }
        if span.start < file.front_matter.body_start {
            let stands_before = |(at, _, _): &(usize, &str, String)| *at <= span.start as usize;
            let key = keys(file).take_while(stands_before).last();
            return key.map_or(Self::File, |(_, key, _)| Self::Key(key.to_owned()));
        }
        let blocks = &file.document.blocks;
        let last = blocks.len().saturating_sub(1);
        let first = blocks.partition_point(|block| block.span.end <= span.start).min(last);
        let end = blocks.partition_point(|block| block.span.start < span.end).clamp(first + 1, last + 1);
        if blocks.is_empty() { Self::File } else { Self::Blocks(first..end) }
    }

    /// What stands there, white space aside, with the marks of lists, quotes and tables before it; none where there is no
    /// such place.
    pub(crate) fn text(&self, file: &File) -> Option<String> {
        match self {
            Self::Key(key) => keys(file).find(|(_, name, _)| name == key).map(|(_, _, value)| value),
            Self::Blocks(blocks) => {
                let texts: Vec<String> = blocks.clone().filter_map(|block| block_text(file, block)).collect();
                (!texts.is_empty()).then(|| texts.join(" ¶ "))
            }
            Self::File => Some(words(&file.text[file.front_matter.body_start as usize..])),
        }
    }

    /// Whether two have anything in common.
    pub(crate) fn touches(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Blocks(one), Self::Blocks(other)) => one.start < other.end && other.start < one.end,
            _ => self == other,
        }
    }
}

/// All from the block before to the end of this one; the last takes the rest. The numbers of a list count themselves: only those
/// within the block are read.
fn block_text(file: &File, block: usize) -> Option<String> {
    let blocks = &file.document.blocks;
    let span = blocks.get(block)?.span;
    let before = block.checked_sub(1).and_then(|before| blocks.get(before));
    let start = before.map_or(file.front_matter.body_start, |before| before.span.end).min(span.start);
    let end = if block + 1 == blocks.len() { file.text.len() } else { span.end as usize };
    let marks: String = file.text[start as usize..span.start as usize]
        .chars()
        .filter(|letter| !letter.is_ascii_digit())
        .collect();
    Some(words(&(marks + &file.text[span.start as usize..end])))
}

/// The keys at the left edge of the front matter: where each begins, its name, and its value with all that stands below it.
fn keys(file: &File) -> impl Iterator<Item = (usize, &str, String)> {
    let start = file.front_matter.span.map_or(0, |span| span.start as usize);
    let block = &file.text[start..(file.front_matter.body_start as usize).max(start)];
    let mut found: Vec<(usize, &str, String)> = Vec::new();
    let mut at = start;
    for line in block.split_inclusive('\n') {
        let key = line.split_once([':', '=']).filter(|(key, _)| !key.starts_with([' ', '\t', '-', '#', '+']));
        match (key, found.last_mut()) {
            (Some((key, value)), _) => found.push((at, key.trim(), value.to_owned())),
            (None, Some((_, _, value))) if !line.starts_with("---") => value.push_str(line),
            _ => {}
        }
        at += line.len();
    }
    found.into_iter().map(|(at, key, value)| (at, key, words(&value)))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
