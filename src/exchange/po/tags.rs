//! Content as the text of a PO entry: a code is a tag such as `<b1>`, `</b1>`, `<x2/>`. Text that looks like one has `&lt;`.

use super::super::gather::Gathered;
use super::super::unit::{Code, CodeKind, CodeRole, Content, Piece};
use super::super::xml::is_allowed;

/// Names of tags by role; `x` is the last resort.
const NAMES: [(CodeRole, &str); 8] = [
    (CodeRole::Link, "a"),
    (CodeRole::Image, "img"),
    (CodeRole::Bold, "b"),
    (CodeRole::Italic, "i"),
    (CodeRole::Struck, "s"),
    (CodeRole::Code, "code"),
    (CodeRole::Break, "br"),
    (CodeRole::Other, "x"),
];

/// Digits of the longest ID that is read.
const MAX_DIGITS: usize = 9;

/// The tag of a code.
pub(super) fn tag(code: &Code) -> String {
    let name = NAMES.iter().find(|(role, _)| *role == code.role).map_or("x", |(_, name)| name);
    match code.kind {
        CodeKind::Open => format!("<{name}{}>", code.id),
        CodeKind::Close => format!("</{name}{}>", code.id),
        CodeKind::Alone => format!("<{name}{}/>", code.id),
    }
}

/// The text of a content.
pub(super) fn write(content: &Content) -> String {
    let mut out = String::new();
    for piece in &content.0 {
        match piece {
            Piece::Code(code) => out.push_str(&tag(code)),
            Piece::Text(text) => {
                for (at, character) in text.char_indices() {
                    let rest = &text[at..];
                    match character {
                        '<' if read_tag(rest).is_some() => out.push_str("&lt;"),
                        '&' if escape(rest).is_some() => out.push_str("&amp;"),
                        _ if is_allowed(character) => out.push(character),
                        _ => out.push(char::REPLACEMENT_CHARACTER),
                    }
                }
            }
        }
    }
    out
}

/// The content of a text.
pub(super) fn read(text: &str) -> Gathered {
    let mut out = Gathered::default();
    let mut rest = text;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        out.text(&rest[..at]);
        rest = &rest[at..];
        let length = if let Some((kind, id, length)) = read_tag(rest) {
            out.code(kind, id, || rest[..length].to_owned());
            length
        } else if let Some((character, length)) = escape(rest) {
            out.text(character);
            length
        } else {
            out.text(&rest[..1]);
            1
        };
        rest = &rest[length..];
    }
    out.text(rest);
    out
}

/// The tag that a text begins with, and its length.
fn read_tag(text: &str) -> Option<(CodeKind, &str, usize)> {
    let inside = text.strip_prefix('<')?;
    let inside = inside.get(..inside.bytes().take(MAX_DIGITS + 8).position(|byte| byte == b'>')?)?;
    let length = inside.len() + 2;
    let (kind, inside) = if let Some(inside) = inside.strip_prefix('/') {
        (CodeKind::Close, inside)
    } else if let Some(inside) = inside.strip_suffix('/') {
        (CodeKind::Alone, inside)
    } else {
        (CodeKind::Open, inside)
    };
    let digits = inside.trim_start_matches(|character: char| character.is_ascii_lowercase());
    let name = &inside[..inside.len() - digits.len()];
    let is_id = (1..=MAX_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_ours = NAMES.iter().any(|(_, own)| *own == name);
    (is_id && is_ours).then_some((kind, digits, length))
}

/// The character that a text begins with as a reference, and the length of that.
fn escape(text: &str) -> Option<(&'static str, usize)> {
    [("&lt;", "<"), ("&amp;", "&")]
        .into_iter()
        .find(|(written, _)| text.starts_with(written))
        .map(|(written, character)| (character, written.len()))
}

/// What the tags of a content stand for, a line each: emphasis says it itself.
pub(super) fn legend(content: &Content) -> Vec<String> {
    let mut lines: Vec<(u32, String)> = Vec::new();
    for piece in &content.0 {
        let Piece::Code(code) = piece else { continue };
        let is_plain =
            matches!(code.role, CodeRole::Bold | CodeRole::Italic | CodeRole::Struck | CodeRole::Break);
        let written = code.written.split_whitespace().collect::<Vec<_>>().join(" ");
        if !is_plain && !written.is_empty() {
            lines.push((code.id, format!("{} = {written}", tag(code))));
        }
    }
    lines.sort_by_key(|(id, _)| *id);
    lines.into_iter().map(|(_, line)| line).collect()
}
