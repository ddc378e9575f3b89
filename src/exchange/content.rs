//! Texts with codes, from the pieces of a block, and how they are compared. Writes none.

use crate::markdown::{Inline, InlineCode, InlineKind, InlineRole};

use super::unit::{Code, CodeKind, CodeRole, Content, Piece};

impl Content {
    /// Of the pieces of a block.
    pub(super) fn of(text: &str, pieces: &[Inline]) -> Self {
        let piece = |piece: &Inline| match &piece.kind {
            InlineKind::Text(shown) => Piece::Text(shown.clone()),
            InlineKind::Open(code, _) => self::code(text, piece, code, CodeKind::Open),
            InlineKind::Close(code) => self::code(text, piece, code, CodeKind::Close),
            InlineKind::Alone(code) => self::code(text, piece, code, CodeKind::Alone),
        };
        Self(pieces.iter().map(piece).collect()).normal()
    }

    /// Plain text.
    pub(super) fn plain(text: &str) -> Self {
        Self(vec![Piece::Text(text.to_owned())]).normal()
    }

    /// With single spaces, none at its ends, and no text beside another.
    pub fn normal(self) -> Self {
        let mut pieces: Vec<Piece> = Vec::with_capacity(self.0.len());
        for piece in self.0 {
            match (piece, pieces.last_mut()) {
                (Piece::Text(text), Some(Piece::Text(before))) => before.push_str(&text),
                (piece, _) => pieces.push(piece),
            }
        }
        let last = pieces.len().saturating_sub(1);
        for (at, piece) in pieces.iter_mut().enumerate() {
            let Piece::Text(text) = piece else { continue };
            let mut single = with_single_spaces(text);
            if at == 0 {
                single = single.trim_start_matches(' ').to_owned();
            }
            if at == last {
                single.truncate(single.trim_end_matches(' ').len());
            }
            *text = single;
        }
        pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
        Self(pieces)
    }

    /// Whether both say the same: text, and codes by their IDs.
    pub fn is_like(&self, other: &Self) -> bool {
        let (own, other) = (self.clone().normal(), other.clone().normal());
        own.0.len() == other.0.len()
            && own.0.iter().zip(&other.0).all(|pair| match pair {
                (Piece::Text(own), Piece::Text(other)) => own == other,
                (Piece::Code(own), Piece::Code(other)) => (own.id, own.kind) == (other.id, other.kind),
                _ => false,
            })
    }

    /// Its text, without the codes.
    pub fn text(&self) -> String {
        self.0.iter().filter_map(Piece::as_text).collect()
    }

    /// Its codes, in order.
    pub fn codes(&self) -> impl Iterator<Item = &Code> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Code(code) => Some(code),
            Piece::Text(_) => None,
        })
    }
}

impl Piece {
    fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Code(_) => None,
        }
    }
}

fn code(text: &str, piece: &Inline, code: &InlineCode, kind: CodeKind) -> Piece {
    let written = text[piece.range.clone()].to_owned();
    Piece::Code(Code { id: code.number, kind, role: role(code.role), written })
}

fn role(role: InlineRole) -> CodeRole {
    match role {
        InlineRole::Link => CodeRole::Link,
        InlineRole::Image => CodeRole::Image,
        InlineRole::Bold => CodeRole::Bold,
        InlineRole::Italic => CodeRole::Italic,
        InlineRole::Struck => CodeRole::Struck,
        InlineRole::Code => CodeRole::Code,
        InlineRole::Break => CodeRole::Break,
        InlineRole::Literal | InlineRole::Other => CodeRole::Other,
    }
}

/// White space of XML as single spaces; no-break spaces are letters.
pub(super) fn with_single_spaces(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    for letter in text.chars() {
        let is_space = matches!(letter, ' ' | '\t' | '\n' | '\r');
        if !is_space {
            single.push(letter);
        } else if !single.ends_with(' ') {
            single.push(' ');
        }
    }
    single
}
