//! Puts the content of a unit together from what a reader meets piece by piece, whatever the format.

use super::unit::{Code, CodeKind, CodeRole, Content, Piece};

/// A content that grows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gathered(Vec<Piece>);

impl Gathered {
    pub(super) fn text(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.0.push(Piece::Text(text.to_owned())),
        }
    }

    /// A code by the ID that the file gives it; `shown` is what it looks like there.
    pub(super) fn code(&mut self, kind: CodeKind, id: &str, shown: impl FnOnce() -> String) {
        let id = number(id).unwrap_or(0);
        let written = if id == 0 { shown() } else { String::new() };
        self.0.push(Piece::Code(Code { id, kind, role: CodeRole::Other, written }));
    }

    pub(super) fn append(&mut self, other: Self) {
        for piece in other.0 {
            match piece {
                Piece::Text(text) => self.text(&text),
                code @ Piece::Code(_) => self.0.push(code),
            }
        }
    }

    /// Neither words nor codes.
    pub(super) fn is_blank(&self) -> bool {
        self.0.iter().all(|piece| matches!(piece, Piece::Text(text) if text.trim().is_empty()))
    }

    pub(super) fn content(self) -> Content {
        Content(self.0)
    }
}

/// The number of `3`, and of `3.1` and `3.e`, which are what a code is called that can't have its own ID.
fn number(id: &str) -> Option<u32> {
    let (digits, rest) = id.split_once('.').unwrap_or((id, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_ours = is_number(digits) && is_number(rest.strip_prefix('e').unwrap_or(rest));
    digits.parse().ok().filter(|_| is_ours)
}
