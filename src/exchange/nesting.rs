//! How the codes of a content can be written where elements must nest, and what they are called there. Knows no format.

use std::collections::BTreeMap;

use super::unit::{CodeKind, Content, Piece};

/// Elements of codes in each other; what nests deeper is written in two parts.
const MAX_DEPTH: usize = 30;

/// How a code is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// One that stands alone, or an end of a pair without the other.
    #[default]
    Lone,
    /// An end of a pair that nests with all others.
    Nested,
    /// An end of a pair that crosses another.
    Crossing,
}

/// A code's form, and how often the same stood before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) form: Form,
    pub(super) copy: u32,
}

/// For each piece how it is written, if it is a code.
pub(super) fn placed(content: &Content) -> Vec<Placed> {
    let mut placed = vec![Placed::default(); content.0.len()];
    // Indices of open ends, all and those of each ID. One that crossed stays among all until it is the last.
    let mut open: Vec<usize> = Vec::new();
    let mut of_id: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let mut copies: BTreeMap<(u32, bool), u32> = BTreeMap::new();
    for (index, piece) in content.0.iter().enumerate() {
        let Piece::Code(code) = piece else { continue };
        let start = match code.kind {
            CodeKind::Close => of_id.get_mut(&code.id).and_then(Vec::pop),
            CodeKind::Open | CodeKind::Alone => None,
        };
        if let Some(start) = start {
            while open.last().is_some_and(|&last| last != start && placed[last].form == Form::Crossing) {
                open.pop();
            }
            let is_last = open.last() == Some(&start);
            let is_nested = is_last && open.len() <= MAX_DEPTH;
            if is_last {
                open.pop();
            }
            placed[start].form = if is_nested { Form::Nested } else { Form::Crossing };
            placed[index] = placed[start];
            continue;
        }
        let copy = copies.entry((code.id, code.kind == CodeKind::Close)).or_default();
        placed[index].copy = *copy;
        *copy += 1;
        if code.kind == CodeKind::Open {
            open.push(index);
            of_id.entry(code.id).or_default().push(index);
        }
    }
    placed
}

impl Placed {
    /// What a code is called where no two may have one name.
    pub(super) fn name(self, id: u32, kind: CodeKind) -> String {
        match (self.copy, self.form, kind) {
            (copy, Form::Lone, CodeKind::Close) => format!("{id}.e{copy}"),
            (0, ..) => id.to_string(),
            (copy, ..) => format!("{id}.{copy}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::unit::{Code, CodeRole};
    use super::*;

    /// `(1` opens, `)1` closes, `1` stands alone.
    fn shown(codes: &str) -> String {
        let piece = |word: &str| {
            let (kind, id) = match word.split_at(1) {
                ("(", id) => (CodeKind::Open, id),
                (")", id) => (CodeKind::Close, id),
                _ => (CodeKind::Alone, word),
            };
            (kind, id.parse().unwrap())
        };
        let codes: Vec<(CodeKind, u32)> = codes.split(' ').map(piece).collect();
        let code =
            |&(kind, id)| Piece::Code(Code { id, kind, role: CodeRole::Other, written: String::new() });
        let placed = placed(&Content(codes.iter().map(code).collect()));
        let names = placed.iter().zip(&codes).map(|(placed, (kind, id))| {
            let form = match placed.form {
                Form::Lone => "",
                Form::Nested => "=",
                Form::Crossing => "x",
            };
            format!("{}{form}", placed.name(*id, *kind))
        });
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn pairs_nest_or_cross() {
        assert_eq!(shown("(1 (2 3 )2 )1"), "1= 2= 3 2= 1=");
        assert_eq!(shown("(1 (2 )1 )2"), "1x 2= 1x 2=");
        assert_eq!(shown("(1 (2 (3 )1 )2 )3 (4 )4"), "1x 2x 3= 1x 2x 3= 4= 4=");
        assert_eq!(shown(")1 (1 (2 )2"), "1.e0 1 2= 2=");
        assert_eq!(shown("(1 )1 (1 )1 5 5 5"), "1= 1= 1.1= 1.1= 5 5.1 5.2");
        let deep: Vec<String> =
            (1..40).map(|id| format!("({id}")).chain((1..40).rev().map(|id| format!("){id}"))).collect();
        assert_eq!(shown(&deep.join(" ")).matches('=').count(), 2 * MAX_DEPTH);
    }
}
