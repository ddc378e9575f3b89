//! A text with codes as it is written in a block. What is written so is read again by `compose`; nothing is judged here.

use crate::markdown::{Form, InlineRole, InlineText};

use super::carried::{Codes, Written};
use super::unit::{CodeKind, Content, Piece};

/// How much of a text is escaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Care {
    /// What would surely be read as markup.
    Least,
    /// What may be read as markup beside its neighbours.
    More,
    /// All that could be markup anywhere; emphasis is raw HTML, which no letter beside it breaks.
    Most,
}

impl Care {
    /// More of it.
    pub(super) fn next(self) -> Option<Self> {
        match self {
            Self::Least => Some(Self::More),
            Self::More => Some(Self::Most),
            Self::Most => None,
        }
    }
}

/// In what a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place<'p> {
    pub(super) care: Care,
    /// In MDX every brace and every `<` is code, whatever stands behind it.
    pub(super) document: Form,
    /// Between tags or not.
    pub(super) form: InlineText,
    pub(super) bounds: Bounds,
    /// What further lines begin with.
    pub(super) prefix: &'p str,
}

/// What ends a text or makes another block of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bounds {
    /// It stands at the start of a line.
    Line,
    /// Between the bars of a table.
    Cell,
    /// Behind the signs of a heading.
    Heading,
}

/// The text of a block.
pub(super) fn written(content: &Content, codes: &Codes, place: Place<'_>) -> String {
    let mut out = String::new();
    let mut forms = vec![place.form];
    let mut is_line_start = place.bounds == Bounds::Line;
    for piece in &content.0 {
        match piece {
            Piece::Text(text) => {
                let form = *forms.last().unwrap_or(&place.form);
                let text = if is_line_start { text.trim_start_matches(' ') } else { text };
                let from = out.len();
                push_text(&mut out, text, form, place);
                if is_line_start && form == InlineText::Markdown {
                    escape_start(&mut out, from, place);
                }
                is_line_start = false;
            }
            Piece::Code(code) => {
                let Some(written) = codes.0.get(&code.id) else { continue };
                let shown = shown(written, code.kind, place.care);
                is_line_start = written.role == InlineRole::Break && shown.contains('\n');
                if is_line_start {
                    out.truncate(out.trim_end_matches(' ').len());
                    if out.bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1 {
                        out.push('\\');
                    }
                }
                out.push_str(&shown.replace('\n', &format!("\n{}", place.prefix)));
                match code.kind {
                    CodeKind::Open => forms.push(written.text),
                    CodeKind::Close => drop(forms.pop()),
                    CodeKind::Alone => {}
                }
            }
        }
    }
    let is_closing = place.bounds == Bounds::Heading && (out.ends_with(" #") || out == "#");
    if is_closing {
        out.insert(out.len() - 1, '\\');
    }
    out
}

/// How a code is written.
fn shown(written: &Written, kind: CodeKind, care: Care) -> String {
    let own = match kind {
        CodeKind::Close => written.close.as_deref().unwrap_or(""),
        _ => &written.open,
    };
    if !written.is_emphasis() || own.starts_with('<') || care == Care::Least {
        return own.to_owned();
    }
    let name = match written.role {
        InlineRole::Bold => "strong",
        InlineRole::Italic => "em",
        _ => "del",
    };
    match (care, kind) {
        (Care::Most, CodeKind::Close) => format!("</{name}>"),
        (Care::Most, _) => format!("<{name}>"),
        _ => own.replace('_', "*"),
    }
}

fn push_text(out: &mut String, text: &str, form: InlineText, place: Place<'_>) {
    let mut before = out.chars().next_back();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|&(_, next)| next);
        let rest = &text[at..];
        match form {
            InlineText::Html | InlineText::Attribute(_) => push_html(out, letter, rest, place, form),
            InlineText::Title(quote) if letter == quote => out.extend(['\\', letter]),
            _ if is_escaped(letter, before, next, rest, place) => push_escaped(out, letter),
            _ => out.push(letter),
        }
        before = Some(letter);
    }
}

fn push_escaped(out: &mut String, letter: char) {
    match letter {
        '&' => out.push_str("&amp;"),
        // What is no Markdown knows no backslash.
        '{' => out.push_str("&#123;"),
        letter => out.extend(['\\', letter]),
    }
}

fn push_html(out: &mut String, letter: char, rest: &str, place: Place<'_>, form: InlineText) {
    match letter {
        '&' if is_reference(rest) => out.push_str("&amp;"),
        '<' if form == InlineText::Html => out.push_str("&lt;"),
        '"' if form == InlineText::Attribute('"') => out.push_str("&quot;"),
        '\'' if form == InlineText::Attribute('\'') => out.push_str("&#39;"),
        '{' if place.document == Form::Mdx || begins_mark(rest) => out.push_str("&#123;"),
        '[' if begins_mark(rest) => out.push_str("&#91;"),
        ':' if rest.starts_with(":::") => out.push_str("&#58;"),
        letter => out.push(letter),
    }
}

/// Whether a letter would be markup beside its neighbours.
fn is_escaped(letter: char, before: Option<char>, next: Option<char>, rest: &str, place: Place<'_>) -> bool {
    let is_most = place.care == Care::Most;
    let is_more = place.care >= Care::More;
    let is_mdx = place.document == Form::Mdx;
    let is_space = |beside: Option<char>| beside.is_none_or(char::is_whitespace);
    match letter {
        '|' => place.bounds == Bounds::Cell || is_most,
        '&' => is_reference(rest),
        '<' => {
            is_most
                || is_mdx
                || next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
        }
        '`' => true,
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        '*' => is_more && !(is_space(before) && is_space(next)),
        '_' => is_more && !(is_word(before) && is_word(next)),
        '[' | ']' => is_more || next == Some('(') || begins_mark(rest),
        '~' => is_more,
        '{' => is_most || is_mdx || begins_mark(rest),
        ':' => rest.starts_with(":::"),
        '#' | '!' | '$' | '>' | '^' | '=' | '+' | '}' | '(' | ')' => is_most,
        _ => false,
    }
}

fn is_word(beside: Option<char>) -> bool {
    beside.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
}

/// Whether a text begins as what generators read.
fn begins_mark(rest: &str) -> bool {
    ["{{", "{%", "{#", "{:", "{.", "[!", "[^"].iter().any(|mark| rest.starts_with(mark))
}

/// Whether a text begins with what could be a character reference.
fn is_reference(rest: &str) -> bool {
    let name = rest.strip_prefix('&').unwrap_or("");
    let name = name.strip_prefix('#').unwrap_or(name);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    length > 0 && name[length..].starts_with(';')
}

/// What a line begins with is escaped where it would make another block of it. The line begins at `from`.
fn escape_start(out: &mut String, from: usize, place: Place<'_>) {
    let line = &out[from..];
    let Some(first) = line.chars().next() else { return };
    let sign = line.chars().take_while(|letter| *letter == first).count();
    let ends = |length: usize| line[length..].is_empty() || line[length..].starts_with([' ', '\t']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if place.document == Form::Mdx && ["import", "export"].iter().any(|word| line.starts_with(word)) {
        let first = if first == 'i' { "&#105;" } else { "&#101;" };
        return out.replace_range(from..=from, first);
    }
    let is_line = sign > 2 && line.chars().all(|letter| letter == first || letter == ' ');
    let at = match first {
        '#' if sign <= 6 && ends(sign) => 0,
        '-' | '+' | '*' if ends(1) || is_line => 0,
        '-' | '=' if ends(sign) => 0,
        '_' if is_line => 0,
        '>' => 0,
        '~' if sign >= 3 => 0,
        ':' if ends(1) => 0,
        '?' | '!' if sign >= 3 => 0,
        '|' | '%' | '/' if place.care == Care::Most => 0,
        '0'..='9' if digits < 10 && line[digits..].starts_with(['.', ')']) && ends(digits + 1) => digits,
        _ => return,
    };
    out.insert(from + at, '\\');
}
