//! Writes XLIFF 2.1. Chooses nothing of what it says.

use std::collections::BTreeMap;

use crate::locale::{Direction, Locale};

use super::super::identity::Identity;
use super::super::markup::{self, Markup};
use super::super::nesting::{Form, Placed, placed};
use super::super::unit::{
    Code, CodeKind, CodeRole, Content, ExchangeFile, Match, NoteKind, Piece, TargetState, Unit,
};
use super::super::xml::is_allowed;
use super::{NAMESPACE, NEEDS_REVIEW};

const MATCHES: &str = "urn:oasis:names:tc:xliff:matches:2.0";
/// What matches point to.
const SEGMENT: &str = "s1";

/// A file as XLIFF 2.1.
pub fn write(file: &ExchangeFile) -> String {
    let mut out = Markup::new();
    out.open(
        "xliff",
        &[
            ("xmlns", NAMESPACE),
            ("xmlns:mtc", MATCHES),
            ("version", "2.1"),
            ("srcLang", file.source_locale.tag()),
            ("trgLang", file.target_locale.tag()),
        ],
    );
    out.open(
        "file",
        &[
            ("id", "f1"),
            ("original", &file.source),
            ("canResegment", "no"),
            ("srcDir", direction(&file.source_locale)),
            ("trgDir", direction(&file.target_locale)),
            ("xml:space", "preserve"),
        ],
    );
    let address = Identity::address(file);
    out.empty("skeleton", &[("href", &address)]);
    out.open("notes", &[]);
    note(&mut out, "handoff", &address);
    note(&mut out, "target", &file.target);
    out.close();
    for unit in &file.units {
        write_unit(&mut out, unit);
    }
    if file.units.is_empty() {
        // A file must have something in it.
        out.empty("group", &[("id", "none")]);
    }
    out.finish()
}

/// Nothing for most languages: `auto` is the default.
fn direction(locale: &Locale) -> &'static str {
    match locale.direction() {
        Direction::LeftToRight => "",
        Direction::RightToLeft => "rtl",
    }
}

fn note(out: &mut Markup, category: &str, text: &str) {
    out.line("note", &[("category", category)], |out| markup::text(out, text));
}

fn write_unit(out: &mut Markup, unit: &Unit) {
    out.open("unit", &[("id", &unit.id)]);
    if let Some(previous) = &unit.previous {
        write_match(out, previous);
    }
    if !unit.notes.is_empty() {
        out.open("notes", &[]);
        for one in &unit.notes {
            let category = match one.kind {
                NoteKind::Kind => "kind",
                NoteKind::Place => "place",
                NoteKind::Length => "length",
            };
            note(out, category, &one.text);
        }
        out.close();
    }
    original_data(out, [Some(&unit.source), unit.target.as_ref()]);
    let (state, sub_state) = match unit.state {
        // What tools fill in without a state is translated.
        TargetState::Initial => ("", ""),
        TargetState::Translated => ("translated", ""),
        TargetState::NeedsReview => ("translated", NEEDS_REVIEW),
        TargetState::Final => ("final", ""),
    };
    let id = if unit.previous.is_some() { SEGMENT } else { "" };
    out.open("segment", &[("id", id), ("state", state), ("subState", sub_state)]);
    out.line("source", &[], |out| write_content(out, &unit.source));
    if let Some(target) = &unit.target {
        out.line("target", &[], |out| write_content(out, target));
    }
    out.close();
    out.close();
}

fn write_match(out: &mut Markup, previous: &Match) {
    out.open("mtc:matches", &[]);
    out.open("mtc:match", &[("ref", &format!("#{SEGMENT}"))]);
    original_data(out, [Some(&previous.source), Some(&previous.target)]);
    out.line("source", &[], |out| write_content(out, &previous.source));
    out.line("target", &[], |out| write_content(out, &previous.target));
    out.close();
    out.close();
}

/// What is written in the source for each code, once for each ID.
fn original_data(out: &mut Markup, contents: [Option<&Content>; 2]) {
    let codes =
        contents.into_iter().flatten().flat_map(|content| &content.0).filter_map(|piece| match piece {
            Piece::Code(code) => Some(code),
            Piece::Text(_) => None,
        });
    let mut data: BTreeMap<(u32, bool), &Code> = BTreeMap::new();
    for code in codes {
        data.entry((code.id, code.kind == CodeKind::Close)).or_insert(code);
    }
    if data.is_empty() {
        return;
    }
    out.open("originalData", &[]);
    for code in data.into_values() {
        out.line("data", &[("id", &data_name(code.id, code.kind))], |out| {
            for character in code.written.chars() {
                if is_allowed(character) {
                    markup::text(out, character.encode_utf8(&mut [0; 4]));
                } else {
                    markup::empty(out, "cp", &[("hex", &format!("{:04X}", u32::from(character)))]);
                }
            }
        });
    }
    out.close();
}

/// What the data of a code is called.
fn data_name(id: u32, kind: CodeKind) -> String {
    match kind {
        CodeKind::Open | CodeKind::Alone => format!("d{id}"),
        CodeKind::Close => format!("d{id}e"),
    }
}

fn write_content(out: &mut String, content: &Content) {
    for (piece, placed) in content.0.iter().zip(placed(content)) {
        match piece {
            Piece::Text(text) => markup::text(out, text),
            Piece::Code(code) => write_code(out, code, placed),
        }
    }
}

fn write_code(out: &mut String, code: &Code, placed: Placed) {
    let name = placed.name(code.id, code.kind);
    let data = data_name(code.id, code.kind);
    let (kind, sub_kind, can_delete) = described(code.role);
    let common = [("canCopy", "no"), ("canDelete", can_delete), ("type", kind), ("subType", sub_kind)];
    match (code.kind, placed.form) {
        (CodeKind::Open, Form::Nested) => {
            let data_of_end = data_name(code.id, CodeKind::Close);
            let own = [("id", name.as_str()), ("dataRefStart", &data), ("dataRefEnd", &data_of_end)];
            markup::start(out, "pc", &[&own[..], &common].concat());
        }
        (CodeKind::Close, Form::Nested) => markup::end(out, "pc"),
        (CodeKind::Alone, _) => {
            let own = [("id", name.as_str()), ("dataRef", &data)];
            markup::empty(out, "ph", &[&own[..], &common].concat());
        }
        (CodeKind::Open, form) => {
            let own = [("id", name.as_str()), ("dataRef", &data), ("isolated", isolated(form))];
            markup::empty(out, "sc", &[&own[..], &common].concat());
        }
        (CodeKind::Close, form) => {
            let reference = if form == Form::Lone { "id" } else { "startRef" };
            let own = [(reference, name.as_str()), ("dataRef", &data), ("isolated", isolated(form))];
            markup::empty(out, "ec", &[&own[..], &common].concat());
        }
    }
}

/// Whether the other end is elsewhere; nothing for `no`, the default.
fn isolated(form: Form) -> &'static str {
    if form == Form::Lone { "yes" } else { "" }
}

/// What a code is: `type`, `subType`, and `canDelete`, which is `yes` by default.
fn described(role: CodeRole) -> (&'static str, &'static str, &'static str) {
    match role {
        CodeRole::Link => ("link", "", "no"),
        CodeRole::Image => ("image", "", "no"),
        CodeRole::Bold => ("fmt", "xlf:b", ""),
        CodeRole::Italic => ("fmt", "xlf:i", ""),
        CodeRole::Struck => ("fmt", "faqtory:struck", ""),
        CodeRole::Code => ("other", "faqtory:code", "no"),
        CodeRole::Break => ("fmt", "xlf:lb", "no"),
        CodeRole::Other => ("other", "", "no"),
    }
}
