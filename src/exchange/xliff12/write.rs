//! Writes XLIFF 1.2, with `<g>` and `<x/>`, which translators can't spoil from within. Chooses nothing of what it says.

use std::collections::BTreeMap;

use super::super::identity::Identity;
use super::super::markup::{self, Markup};
use super::super::nesting::{Form, Placed, placed};
use super::super::unit::{
    Code, CodeKind, CodeRole, Content, ExchangeFile, FileKind, NoteKind, Piece, TargetState, Unit,
};
use super::NAMESPACE;

/// Who speaks in notes.
const FROM: &str = "faqtory";

/// A file as XLIFF 1.2.
pub fn write(file: &ExchangeFile) -> String {
    let mut out = Markup::new();
    out.open("xliff", &[("xmlns", NAMESPACE), ("version", "1.2")]);
    let data_type = match file.kind {
        FileKind::Article | FileKind::Include => "x-markdown",
        FileKind::Names => "x-names",
        FileKind::Messages => "x-fluent",
    };
    out.open(
        "file",
        &[
            ("original", original(file)),
            ("source-language", file.source_locale.tag()),
            ("target-language", file.target_locale.tag()),
            ("datatype", data_type),
        ],
    );
    let address = Identity::address(file);
    out.open("header", &[]);
    out.open("skl", &[]);
    out.empty("external-file", &[("href", &address)]);
    out.close();
    note(&mut out, &address);
    note(&mut out, &format!("target: {}", file.target));
    out.close();
    out.open("body", &[]);
    for unit in &file.units {
        write_unit(&mut out, unit);
    }
    out.finish()
}

/// There must be one.
fn original(file: &ExchangeFile) -> &str {
    if file.source.is_empty() { "unknown" } else { &file.source }
}

fn note(out: &mut Markup, text: &str) {
    out.line("note", &[("from", FROM)], |out| markup::text(out, text));
}

fn write_unit(out: &mut Markup, unit: &Unit) {
    let (state, qualifier, approved) = match unit.state {
        TargetState::Initial => ("needs-translation", "", ""),
        TargetState::Translated => ("translated", "", ""),
        TargetState::NeedsReview => ("needs-review-translation", "mt-suggestion", ""),
        TargetState::Final => ("final", "", "yes"),
    };
    out.open("trans-unit", &[("id", &unit.id), ("approved", approved), ("xml:space", "preserve")]);
    out.line("source", &[], |out| write_content(out, &unit.source));
    if let Some(target) = &unit.target {
        let attributes = [("state", state), ("state-qualifier", qualifier)];
        out.line("target", &attributes, |out| write_content(out, target));
    }
    for one in &unit.notes {
        let kind = match one.kind {
            NoteKind::Kind => "kind",
            NoteKind::Place => "place",
            NoteKind::Length => "length",
        };
        note(out, &format!("{kind}: {}", one.text));
    }
    if let Some(previous) = &unit.previous {
        out.open("alt-trans", &[("origin", FROM), ("xml:space", "preserve")]);
        out.line("source", &[], |out| write_content(out, &previous.source));
        out.line("target", &[], |out| write_content(out, &previous.target));
        out.close();
    }
    out.close();
}

fn write_content(out: &mut String, content: &Content) {
    let codes = content.0.iter().filter_map(|piece| match piece {
        Piece::Code(code) if code.kind == CodeKind::Close => Some((code.id, code.written.as_str())),
        _ => None,
    });
    let ends: BTreeMap<u32, &str> = codes.collect();
    for (piece, placed) in content.0.iter().zip(placed(content)) {
        match piece {
            Piece::Text(text) => markup::text(out, text),
            Piece::Code(code) => {
                write_code(out, code, placed, ends.get(&code.id).copied().unwrap_or_default())
            }
        }
    }
}

/// `end` is what is written at the other end of a pair.
fn write_code(out: &mut String, code: &Code, placed: Placed, end: &str) {
    let name = placed.name(code.id, code.kind);
    let (of_pair, of_one) = kinds(code.role);
    match (code.kind, placed.form) {
        (CodeKind::Open, Form::Nested) => {
            let both = format!("{}…{end}", code.written);
            let own = [("id", name.as_str()), ("ctype", of_pair), ("clone", "no"), ("equiv-text", &both)];
            markup::start(out, "g", &own);
        }
        (CodeKind::Close, Form::Nested) => markup::end(out, "g"),
        (CodeKind::Alone, _) => {
            let own =
                [("id", name.as_str()), ("ctype", of_one), ("clone", "no"), ("equiv-text", &code.written)];
            markup::empty(out, "x", &own);
        }
        (CodeKind::Open, _) => {
            let own = [
                ("id", name.as_str()),
                ("rid", &name),
                ("ctype", of_pair),
                ("clone", "no"),
                ("equiv-text", &code.written),
            ];
            markup::empty(out, "bx", &own);
        }
        (CodeKind::Close, Form::Lone) => {
            markup::empty(out, "ex", &[("id", &name), ("equiv-text", &code.written)]);
        }
        (CodeKind::Close, _) => {
            // Each end has a name of its own; what pairs them is `rid`.
            let own_name = format!("{name}.e");
            markup::empty(out, "ex", &[("id", &own_name), ("rid", &name), ("equiv-text", &code.written)]);
        }
    }
}

/// What a code is, as a pair and alone.
fn kinds(role: CodeRole) -> (&'static str, &'static str) {
    match role {
        CodeRole::Link => ("link", "x-link"),
        CodeRole::Image => ("x-image", "image"),
        CodeRole::Bold => ("bold", "x-bold"),
        CodeRole::Italic => ("italic", "x-italic"),
        CodeRole::Struck => ("x-struck", "x-struck"),
        CodeRole::Code => ("x-code", "x-code"),
        CodeRole::Break => ("x-lb", "lb"),
        CodeRole::Other => ("x-other", "x-other"),
    }
}
