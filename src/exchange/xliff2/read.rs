//! Reads XLIFF 2.0 and 2.1, also where a tool has divided units into segments. Judges nothing of what it says.

use std::collections::BTreeMap;

use super::super::decode::{MAX_UNITS, Text};
use super::super::gather::Gathered;
use super::super::identity::Identity;
use super::super::returned::{Fault, Returned, ReturnedUnit};
use super::super::unit::{CodeKind, TargetState};
use super::super::xml::{Element, Node};
use super::NEEDS_REVIEW;

/// What a document with this root says.
pub(in super::super) fn read(text: &Text, root: &Element) -> Result<Returned, Fault> {
    let mut files = root.elements().filter(|element| element.name == "file");
    let file = files.next().ok_or_else(|| text.fault(root.at, "there is no <file>: export it again"))?;
    if let Some(second) = files.next() {
        return Err(text.fault(second.at, "a second <file>: hand back each file as it was handed off"));
    }
    let skeleton = file.child("skeleton").and_then(|skeleton| skeleton.attribute("href"));
    let notes: Vec<String> =
        file.child("notes").into_iter().flat_map(Element::elements).map(Element::text).collect();
    let places = skeleton.into_iter().chain(notes.iter().map(String::as_str));
    let identity = Identity::find(places, text, file.at)?;
    let mut units = Vec::new();
    read_units(text, file, &mut units)?;
    identity.returned(units, root.attribute("trgLang"), |message| text.fault(root.at, message))
}

fn read_units(text: &Text, parent: &Element, units: &mut Vec<ReturnedUnit>) -> Result<(), Fault> {
    for element in parent.elements() {
        match element.name.as_str() {
            "group" => read_units(text, element, units)?,
            "unit" if units.len() == MAX_UNITS => {
                return Err(text.fault(
                    element.at,
                    format!("more than {MAX_UNITS} units: hand back each file as it was handed off"),
                ));
            }
            "unit" => units.push(read_unit(text, element)?),
            _ => {}
        }
    }
    Ok(())
}

/// What a segment has become.
struct Segment {
    target: Option<Gathered>,
    /// Where the target stands among the others.
    order: usize,
    state: TargetState,
}

fn read_unit(text: &Text, unit: &Element) -> Result<ReturnedUnit, Fault> {
    let id = unit
        .attribute("id")
        .ok_or_else(|| text.fault(unit.at, "a unit without `id`: export the file again"))?;
    let mut source = Gathered::default();
    let mut segments = Vec::new();
    let (mut of_source, mut of_target) = (Codes::new(text), Codes::new(text));
    for element in unit.elements().filter(|element| ["segment", "ignorable"].contains(&element.name.as_str()))
    {
        let own = of_source.read(element.child("source"));
        let target = element.child("target");
        let order = target.and_then(|target| target.attribute("order")?.parse().ok());
        let read = of_target.read(target);
        let segment = judged(element, &own, read);
        segments.push(Segment { order: order.unwrap_or(segments.len() + 1), ..segment });
        source.append(own);
    }
    segments.sort_by_key(|segment| segment.order);
    let state = segments.iter().map(|segment| segment.state).min_by_key(|state| rank(*state));
    let targets = segments.into_iter().map(|segment| segment.target);
    let target = targets.collect::<Option<Vec<Gathered>>>().map(|targets| {
        targets.into_iter().fold(Gathered::default(), |mut all, one| {
            all.append(one);
            all
        })
    });
    let target = target.filter(|target| !target.is_blank());
    let state =
        if target.is_some() { state.unwrap_or(TargetState::Translated) } else { TargetState::Initial };
    Ok(ReturnedUnit {
        id: id.to_owned(),
        line: text.line(unit.at),
        source: source.content(),
        target: target.map(Gathered::content),
        state,
    })
}

/// The worse, the lower.
fn rank(state: TargetState) -> u8 {
    match state {
        TargetState::Initial => 0,
        TargetState::NeedsReview => 1,
        TargetState::Translated => 2,
        TargetState::Final => 3,
    }
}

fn judged(element: &Element, source: &Gathered, target: Gathered) -> Segment {
    // The white space between segments, and a segment of nothing else, are the same in the target.
    if target.is_blank() && (element.name == "ignorable" || source.is_blank()) {
        let target = if target == Gathered::default() { source.clone() } else { target };
        return Segment { target: Some(target), order: 0, state: TargetState::Final };
    }
    let sub_state = element.attribute("subState");
    let state = match element.attribute("state") {
        _ if target.is_blank() => TargetState::Initial,
        // A tool has put the source there.
        Some("initial") if *source == target => TargetState::Initial,
        Some("initial") => TargetState::NeedsReview,
        Some("translated") if sub_state == Some(NEEDS_REVIEW) => TargetState::NeedsReview,
        Some("final") => TargetState::Final,
        _ if element.name == "ignorable" => TargetState::Final,
        _ => TargetState::Translated,
    };
    Segment { target: (state != TargetState::Initial).then_some(target), order: 0, state }
}

/// Reads contents of one unit, sources or targets.
struct Codes<'e> {
    text: &'e Text,
    /// What each start code is a copy of, by its own ID.
    copies: BTreeMap<&'e str, &'e str>,
}

impl<'e> Codes<'e> {
    fn new(text: &'e Text) -> Self {
        Self { text, copies: BTreeMap::new() }
    }

    fn read(&mut self, content: Option<&'e Element>) -> Gathered {
        let mut gathered = Gathered::default();
        if let Some(content) = content {
            self.read_into(content, &mut gathered);
        }
        gathered
    }

    fn read_into(&mut self, content: &'e Element, out: &mut Gathered) {
        for node in &content.children {
            match node {
                Node::Text(text) => out.text(text),
                Node::Element(element) if element.namespace == content.namespace => self.code(element, out),
                // No extension may stand here; what one says is not lost.
                Node::Element(element) => self.read_into(element, out),
            }
        }
    }

    fn code(&mut self, element: &'e Element, out: &mut Gathered) {
        let own = element.attribute("id").unwrap_or_default();
        let id = element.attribute("copyOf").unwrap_or(own);
        let shown = || self.text.tag(element.at);
        match element.name.as_str() {
            "ph" => out.code(CodeKind::Alone, id, shown),
            "pc" => {
                out.code(CodeKind::Open, id, shown);
                self.read_into(element, out);
                out.code(CodeKind::Close, id, || "</pc>".to_owned());
            }
            "sc" => {
                out.code(CodeKind::Open, id, shown);
                self.copies.insert(own, id);
            }
            "ec" => {
                let start = element.attribute("startRef");
                let start = start.map(|start| self.copies.get(start).copied().unwrap_or(start));
                out.code(CodeKind::Close, start.unwrap_or(id), shown);
            }
            "cp" => {
                let code = element.attribute("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                out.text(
                    code.and_then(char::from_u32)
                        .unwrap_or(char::REPLACEMENT_CHARACTER)
                        .encode_utf8(&mut [0; 4]),
                );
            }
            // Annotations say nothing of what is written.
            "sm" | "em" => {}
            _ => self.read_into(element, out),
        }
    }
}
