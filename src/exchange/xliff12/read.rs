//! Reads XLIFF 1.2, also where a tool has divided units into segments or writes codes in its own way. Judges nothing of
//! what it says.

use std::collections::BTreeMap;

use super::super::decode::{MAX_UNITS, Text};
use super::super::gather::Gathered;
use super::super::identity::Identity;
use super::super::returned::{Fault, Returned, ReturnedUnit};
use super::super::unit::{CodeKind, TargetState};
use super::super::xml::{Element, Node};

/// What a document with this root says.
pub(in super::super) fn read(text: &Text, root: &Element) -> Result<Returned, Fault> {
    let mut files = root.elements().filter(|element| element.name == "file");
    let file = files.next().ok_or_else(|| text.fault(root.at, "there is no <file>: export it again"))?;
    if let Some(second) = files.next() {
        return Err(text.fault(second.at, "a second <file>: hand back each file as it was handed off"));
    }
    let header = file.child("header");
    let skeleton = header.and_then(|header| header.child("skl")?.child("external-file")?.attribute("href"));
    let notes: Vec<String> = header.into_iter().flat_map(Element::elements).map(Element::text).collect();
    let places = skeleton.into_iter().chain(notes.iter().map(String::as_str));
    let identity = Identity::find(places, text, file.at)?;
    let mut units = Vec::new();
    for body in file.elements().filter(|element| element.name == "body") {
        read_units(text, body, &mut units)?;
    }
    identity.returned(units, file.attribute("target-language"), |message| text.fault(file.at, message))
}

fn read_units(text: &Text, parent: &Element, units: &mut Vec<ReturnedUnit>) -> Result<(), Fault> {
    for element in parent.elements() {
        match element.name.as_str() {
            "group" => read_units(text, element, units)?,
            "trans-unit" if units.len() == MAX_UNITS => {
                let message =
                    format!("more than {MAX_UNITS} units: hand back each file as it was handed off");
                return Err(text.fault(element.at, message));
            }
            "trans-unit" => units.push(read_unit(text, element)?),
            _ => {}
        }
    }
    Ok(())
}

fn read_unit(text: &Text, unit: &Element) -> Result<ReturnedUnit, Fault> {
    let id = unit
        .attribute("id")
        .ok_or_else(|| text.fault(unit.at, "a <trans-unit> without `id`: export the file again"))?;
    let source = content(text, unit.child("source"));
    let written = unit.child("target");
    let target = content(text, written);
    let is_partial = written.is_some_and(|target| is_partial(unit.child("seg-source"), target));
    let qualifier = written.and_then(|target| target.attribute("state-qualifier"));
    let state = match written.and_then(|target| target.attribute("state")) {
        _ if target.is_blank() || is_partial => TargetState::Initial,
        _ if unit.attribute("approved") == Some("yes") => TargetState::Final,
        Some("final" | "signed-off") => TargetState::Final,
        // A tool has put the source there.
        Some("new" | "needs-translation") if source == target => TargetState::Initial,
        // What a machine has put there, and nobody has said more of.
        Some(state) if state == "new" || state.starts_with("needs-") => TargetState::NeedsReview,
        _ if matches!(qualifier, Some("mt-suggestion" | "leveraged-mt")) => TargetState::NeedsReview,
        _ => TargetState::Translated,
    };
    Ok(ReturnedUnit {
        id: id.to_owned(),
        line: text.line(unit.at),
        source: source.content(),
        target: (state != TargetState::Initial).then(|| target.content()),
        state,
    })
}

/// Whether a segment of the source has no target.
fn is_partial(seg_source: Option<&Element>, target: &Element) -> bool {
    let mut done = Vec::new();
    segments(target, &mut done);
    let mut wanted = Vec::new();
    if let Some(seg_source) = seg_source {
        segments(seg_source, &mut wanted);
    }
    let done: BTreeMap<&str, bool> = done.into_iter().collect();
    !done.is_empty()
        && wanted.iter().any(|(id, has_text)| *has_text && !done.get(id).copied().unwrap_or(false))
}

/// The segments within an element, and whether there is anything in each.
fn segments<'e>(element: &'e Element, out: &mut Vec<(&'e str, bool)>) {
    for child in element.elements() {
        if child.name == "mrk" && child.attribute("mtype") == Some("seg") {
            let has_text = child.children.iter().any(|node| match node {
                Node::Element(_) => true,
                Node::Text(text) => !text.trim().is_empty(),
            });
            out.push((child.attribute("mid").unwrap_or_default(), has_text));
        } else {
            segments(child, out);
        }
    }
}

fn content(text: &Text, element: Option<&Element>) -> Gathered {
    let mut out = Gathered::default();
    if let Some(element) = element {
        Codes { text, starts: BTreeMap::new() }.read(element, &mut out);
    }
    out
}

/// Reads one content.
struct Codes<'e> {
    text: &'e Text,
    /// The ID of each start code by what its end says of it.
    starts: BTreeMap<&'e str, &'e str>,
}

impl<'e> Codes<'e> {
    fn read(&mut self, content: &'e Element, out: &mut Gathered) {
        for node in &content.children {
            match node {
                Node::Text(text) => out.text(text),
                Node::Element(element) if element.namespace == content.namespace => self.code(element, out),
                // What an extension says is not lost.
                Node::Element(element) => self.read(element, out),
            }
        }
    }

    fn code(&mut self, element: &'e Element, out: &mut Gathered) {
        let id = element.attribute("id").unwrap_or_default();
        let of_pair = element.attribute("rid").unwrap_or(id);
        let shown = || self.text.tag(element.at);
        match element.name.as_str() {
            "g" => {
                out.code(CodeKind::Open, id, shown);
                self.read(element, out);
                out.code(CodeKind::Close, id, || "</g>".to_owned());
            }
            "x" | "ph" => out.code(CodeKind::Alone, id, shown),
            "bx" | "bpt" => {
                out.code(CodeKind::Open, id, shown);
                self.starts.insert(of_pair, id);
            }
            "ex" | "ept" => {
                out.code(CodeKind::Close, self.starts.get(of_pair).copied().unwrap_or(id), shown);
            }
            "it" if element.attribute("pos") == Some("close") => out.code(CodeKind::Close, id, shown),
            "it" => out.code(CodeKind::Open, id, shown),
            _ => self.read(element, out),
        }
    }
}
