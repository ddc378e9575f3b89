//! Damages texts: by bytes, by lines and by the words that each kind of file is made of. The same numbers give the same
//! damage. Knows no site and no disk.

use super::random::Random;
use super::words;

/// What a file is, and so what damages it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Markdown with front matter: articles and includes.
    Article,
    Toc,
    /// `faqtory.toml`.
    Configuration,
    Messages,
    /// Configuration of a generator in JavaScript.
    Program,
    /// XLIFF and PO.
    Package,
    /// `docfx.json`, `.openpublishing.publish.config.json` and redirections.
    Publishing,
    Image,
}

/// Bytes that a text is never made longer than.
const MAX_BYTES: usize = 256 << 10;

/// The text with some damage in it. `other` is a text of the same kind, of which pieces are taken over.
pub(crate) fn mutate(random: &mut Random, kind: Kind, text: &[u8], other: &[u8]) -> Vec<u8> {
    let mut text = text.to_vec();
    // Most texts stay near to what people write: what is damaged beyond that is refused at the first look.
    let times = 1 + random.below(3) * random.below(4);
    for _ in 0..times {
        mutate_once(random, kind, &mut text, other);
        text.truncate(MAX_BYTES);
    }
    text
}

fn mutate_once(random: &mut Random, kind: Kind, text: &mut Vec<u8>, other: &[u8]) {
    match random.below(16) {
        0..=5 => insert_word(random, kind, text),
        6 => replace_word(random, kind, text),
        7 => insert_key(random, kind, text),
        8 | 9 => move_lines(random, text),
        10 => splice(random, text, other),
        11 => flip(random, text),
        12 => cut(random, text),
        13 => repeat(random, kind, text),
        14 => indent(random, text),
        _ => whole(random, text),
    }
}

fn words_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Article => words::MARKDOWN,
        Kind::Toc => words::TOC,
        Kind::Configuration => words::CONFIGURATION,
        Kind::Messages => words::MESSAGES,
        Kind::Program => words::PROGRAM,
        Kind::Package => words::PACKAGE,
        Kind::Publishing => words::PUBLISHING,
        Kind::Image => words::IMAGE,
    }
}

/// A word of the kind, or one that harms any text.
fn word(random: &mut Random, kind: Kind) -> &'static [u8] {
    let list = if random.below(5) == 0 { words::ANYWHERE } else { words_of(kind) };
    random.one(list).as_bytes()
}

/// A place in the text: mostly where a line begins or ends, or a word.
fn place(random: &mut Random, text: &[u8]) -> usize {
    let at = random.below(text.len() + 1);
    let after = |is_it: fn(&u8) -> bool| text[at..].iter().position(is_it).map(|found| at + found);
    match random.below(8) {
        0 => at,
        1 => 0,
        2 => text.len(),
        3 | 4 => after(|byte| *byte == b'\n').map_or(text.len(), |found| found + 1),
        5 => after(|byte| *byte == b'\n').unwrap_or(text.len()),
        _ => after(|byte| !byte.is_ascii_alphanumeric() && byte.is_ascii()).unwrap_or(text.len()),
    }
}

/// From a place to one a little behind it.
fn range(random: &mut Random, text: &[u8]) -> std::ops::Range<usize> {
    let from = place(random, text);
    let longest = if random.below(4) == 0 { 2_000 } else { 20 };
    let length = 1 + random.below(longest);
    from..(from + length).min(text.len())
}

fn insert_word(random: &mut Random, kind: Kind, text: &mut Vec<u8>) {
    let at = place(random, text);
    let word = word(random, kind);
    text.splice(at..at, word.iter().copied());
}

fn replace_word(random: &mut Random, kind: Kind, text: &mut Vec<u8>) {
    let range = range(random, text);
    let word = word(random, kind);
    text.splice(range, word.iter().copied());
}

/// A key with a value at the beginning of a line, in the front matter of an article.
fn insert_key(random: &mut Random, kind: Kind, text: &mut Vec<u8>) {
    if kind != Kind::Article {
        return insert_word(random, kind, text);
    }
    if !text.starts_with(b"---") && !text.starts_with(b"\xef\xbb\xbf---") {
        text.splice(0..0, b"---\n---\n".iter().copied());
    }
    let end = text.iter().position(|byte| *byte == b'\n').map_or(text.len(), |at| at + 1);
    let line = format!("{}: {}\n", random.one(words::KEYS), random.one(words::VALUES));
    text.splice(end..end, line.into_bytes());
}

/// Deletes, doubles, swaps or joins lines.
fn move_lines(random: &mut Random, text: &mut Vec<u8>) {
    let mut lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let at = random.below(lines.len());
    let other = random.below(lines.len());
    if lines.is_empty() {
        return;
    }
    let joined;
    match random.below(4) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(other, lines[at]),
        2 => lines.swap(at, other),
        _ => {
            joined = lines[at].strip_suffix(b"\n").unwrap_or(lines[at]).to_vec();
            lines[at] = &joined;
        }
    }
    *text = lines.concat();
}

fn splice(random: &mut Random, text: &mut Vec<u8>, other: &[u8]) {
    let piece = &other[range(random, other)];
    let at = place(random, text);
    text.splice(at..at, piece.iter().copied());
}

fn flip(random: &mut Random, text: &mut [u8]) {
    let at = random.below(text.len());
    if let Some(byte) = text.get_mut(at) {
        *byte = if random.below(2) == 0 { *byte ^ (1 << random.below(8)) } else { random.below(256) as u8 };
    }
}

fn cut(random: &mut Random, text: &mut Vec<u8>) {
    let range = range(random, text);
    if random.below(10) == 0 {
        text.truncate(range.start);
    } else {
        text.drain(range);
    }
}

fn repeat(random: &mut Random, kind: Kind, text: &mut Vec<u8>) {
    let piece =
        if random.below(2) == 0 { word(random, kind).to_vec() } else { text[range(random, text)].to_vec() };
    let times = if random.below(8) == 0 { 200 } else { 2 + random.below(6) };
    let at = place(random, text);
    text.splice(at..at, piece.repeat(times));
}

/// Moves some lines to the right, or quotes them.
fn indent(random: &mut Random, text: &mut Vec<u8>) {
    let with = *random.one(&["  ", "    ", "\t", "> ", "- ", "\u{a0}"]);
    let (from, count) = (random.below(200), 1 + random.below(6));
    let lines = text.split_inclusive(|byte| *byte == b'\n').enumerate();
    let line = |(number, line): (usize, &[u8])| {
        let is_moved = number >= from && number < from + count;
        [if is_moved { with.as_bytes() } else { b"" }, line].concat()
    };
    *text = lines.flat_map(line).collect();
}

/// Writes the whole text in another way.
fn whole(random: &mut Random, text: &mut Vec<u8>) {
    let as_text = String::from_utf8_lossy(text).into_owned();
    *text = match random.below(6) {
        0 => as_text.replace('\n', "\r\n").into_bytes(),
        1 => as_text.replace('\n', "\r").into_bytes(),
        2 => ["\u{feff}", &as_text].concat().into_bytes(),
        3 => as_text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        4 => as_text.replace("](", "] (").into_bytes(),
        _ => as_text.replace(": ", "：").into_bytes(),
    };
}
