//! An old translation of a block in the codes of its source, and what each of these is written as there. Writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::markdown::{Inline, InlineCode, InlineKind, InlineRole, InlineText};

use crate::translation::merge::Unit as Block;

use super::content::with_single_spaces;
use super::unit::{Content, Piece};

/// How the codes of a block are written, by their IDs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Codes(pub(super) BTreeMap<u32, Written>);

/// How a code is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) role: InlineRole,
    /// All of it, or what begins a pair.
    pub(super) open: String,
    /// What ends a pair.
    pub(super) close: Option<String>,
    /// As what text between both is written.
    pub(super) text: InlineText,
}

impl Written {
    /// Whether it says how words are set, and nothing else.
    pub(super) fn is_emphasis(&self) -> bool {
        matches!(self.role, InlineRole::Bold | InlineRole::Italic | InlineRole::Struck)
            && self.close.is_some()
    }

    /// What is equal where both do the same.
    fn key(&self) -> (InlineRole, Option<String>, Option<String>) {
        if self.is_emphasis() {
            return (self.role, None, None);
        }
        (self.role, Some(one_line(&self.open)), self.close.as_deref().map(one_line))
    }
}

impl Codes {
    pub(super) fn of(text: &str, pieces: &[Inline]) -> Self {
        let mut codes = BTreeMap::new();
        for piece in pieces {
            let (code, inner) = match &piece.kind {
                InlineKind::Text(_) => continue,
                InlineKind::Open(code, inner) => (code, *inner),
                InlineKind::Close(code) | InlineKind::Alone(code) => (code, InlineText::Markdown),
            };
            let written = written(text, piece, code);
            if matches!(piece.kind, InlineKind::Close(_)) {
                codes.entry(code.number).and_modify(|code: &mut Written| code.close = Some(written));
            } else {
                let code_of = Written { role: code.role, open: written, close: None, text: inner };
                codes.insert(code.number, code_of);
            }
        }
        Self(codes)
    }

    /// Without what the lines of a block have of the quotes and lists around it.
    pub(super) fn without_prefix(mut self, block: &Block) -> Self {
        let own = |written: &mut String| *written = block.without_prefixes(written);
        for code in self.0.values_mut() {
            own(&mut code.open);
            code.close.iter_mut().for_each(own);
        }
        self
    }

    /// These, and those of another text where this has none.
    pub(super) fn with(mut self, other: &Self) -> Self {
        for (id, code) in &other.0 {
            self.0.entry(*id).or_insert_with(|| code.clone());
        }
        self
    }
}

/// How a piece is written; the label of a link that has only its text stands behind that.
fn written(text: &str, piece: &Inline, code: &InlineCode) -> String {
    match &code.label {
        Some(label) => format!("][{}]", &text[label.clone()]),
        None => text[piece.range.clone()].to_owned(),
    }
}

/// White space and the signs of quotes between lines as one space.
pub(super) fn one_line(written: &str) -> String {
    let mut lines = written.split('\n');
    let first = lines.next().unwrap_or("").to_owned();
    let line = lines.fold(first, |line, next| line + " " + next.trim_start_matches([' ', '\t', '>']));
    with_single_spaces(&line)
}

/// The translation with the IDs of the source's codes, those that the source does not have with IDs behind those, and how each is
/// written in it.
pub(super) fn carried(source: &Codes, text: &str, pieces: &[Inline]) -> (Content, Codes) {
    let own = Codes::of(text, pieces);
    let mut by_key: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    let mut by_role: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for (&id, code) in source.0.iter().rev() {
        by_key.entry(code.key()).or_default().push(id);
        by_role.entry((code.role, code.close.is_some())).or_default().push(id);
    }
    let mut ids: BTreeMap<u32, u32> = BTreeMap::new();
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    for (&number, code) in &own.0 {
        if let Some(id) = by_key.get_mut(&code.key()).and_then(Vec::pop) {
            ids.insert(number, id);
            taken.insert(id);
        }
    }
    let mut last = source.0.keys().last().copied().unwrap_or(0);
    for (&number, code) in &own.0 {
        if ids.contains_key(&number) {
            continue;
        }
        let alike = by_role.entry((code.role, code.close.is_some())).or_default();
        let mut id = alike.pop();
        while id.is_some_and(|id| taken.contains(&id)) {
            id = alike.pop();
        }
        let id = id.unwrap_or_else(|| {
            last += 1;
            last
        });
        taken.insert(id);
        ids.insert(number, id);
    }
    let id = |number: u32| ids.get(&number).copied().unwrap_or(number);
    let mut content = Content::of(text, pieces);
    for piece in &mut content.0 {
        if let Piece::Code(code) = piece {
            code.id = id(code.id);
        }
    }
    let codes = own.0.into_iter().map(|(number, code)| (id(number), code)).collect();
    (content, Codes(codes))
}
