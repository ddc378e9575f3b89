//! What is written, letter by letter, and that all its references lead somewhere.

use std::collections::BTreeSet;

use super::*;
use crate::exchange::decode::Text;
use crate::exchange::xml::{self, Element, Node};

#[test]
fn every_format() {
    for format in FORMATS {
        insta::assert_snapshot!(format.name(), write(&sample(), format));
    }
}

#[test]
fn what_nobody_touched_comes_back() {
    for format in FORMATS {
        let written = write(&sample(), format);
        assert_eq!(read_again(&written), untouched(&sample(), format), "{written}");
        let empty = file("ja-JP", Vec::new());
        assert_eq!(read_again(&write(&empty, format)), untouched(&empty, format));
    }
}

#[test]
fn a_unit_has_the_line_where_it_begins() {
    for format in FORMATS {
        let written = write(&sample(), format);
        for unit in read(written.as_bytes()).unwrap().units {
            let line = written.lines().nth(unit.line as usize - 1).unwrap();
            assert!(line.contains(&format!("\"{}\"", unit.id)), "{format} {line}");
        }
    }
}

/// Elements right below one, of whatever namespace.
fn children(element: &Element) -> impl Iterator<Item = &Element> {
    element.children.iter().filter_map(|node| match node {
        Node::Element(child) => Some(child),
        Node::Text(_) => None,
    })
}

/// Elements below one, itself included, in the order of the document.
fn all<'e>(element: &'e Element, out: &mut Vec<&'e Element>) {
    out.push(element);
    children(element).for_each(|child| all(child, out));
}

fn descendants(element: &Element) -> Vec<&Element> {
    let mut found = Vec::new();
    all(element, &mut found);
    found
}

/// What the schema can't see: names that stand twice, or lead nowhere.
pub(super) fn dangling(xliff2: &str) -> Vec<String> {
    let root = xml::parse(&Text::new(xliff2.to_owned())).unwrap();
    let mut wrong = Vec::new();
    for unit in descendants(&root).into_iter().filter(|element| element.name == "unit") {
        let matches = descendants(unit).into_iter().filter(|element| element.name == "match");
        for scope in matches.chain([unit]) {
            wrong.extend(dangling_of(scope, unit));
        }
    }
    wrong
}

/// Those of a unit, or of a match in it.
fn dangling_of(scope: &Element, unit: &Element) -> Vec<String> {
    let original = children(scope).find(|element| element.name == "originalData");
    let data = original.into_iter().flat_map(Element::elements).filter_map(|data| data.attribute("id"));
    let data: Vec<&str> = data.collect();
    let segments: Vec<&str> = unit.elements().filter_map(|element| element.attribute("id")).collect();
    let reference = scope.attribute("ref").and_then(|reference| reference.strip_prefix('#'));
    let mut wrong: Vec<String> = reference
        .filter(|id| !segments.contains(id))
        .map(|id| format!("match of {id}"))
        .into_iter()
        .collect();
    if data.iter().collect::<BTreeSet<_>>().len() != data.len() {
        wrong.push(format!("twice: {data:?}"));
    }
    let contents = children(scope).flat_map(|element| match element.name.as_str() {
        "segment" => element.elements().collect(),
        "source" | "target" => vec![element],
        _ => Vec::new(),
    });
    wrong.extend(contents.flat_map(|content| dangling_within(content, &data, &segments)));
    wrong
}

fn dangling_within(content: &Element, data: &[&str], segments: &[&str]) -> Vec<String> {
    let codes = &descendants(content)[1..];
    let mut ids: Vec<&str> = codes.iter().filter_map(|code| code.attribute("id")).collect();
    let starts: Vec<&str> =
        codes.iter().filter(|code| code.name == "sc").filter_map(|code| code.attribute("id")).collect();
    ids.extend(segments);
    let mut wrong = Vec::new();
    if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
        wrong.push(format!("twice: {ids:?}"));
    }
    for code in codes {
        let of_data = ["dataRef", "dataRefStart", "dataRefEnd"].map(|name| code.attribute(name));
        wrong.extend(
            of_data.into_iter().flatten().filter(|id| !data.contains(id)).map(|id| format!("data {id}")),
        );
        let start = code.attribute("startRef").filter(|id| !starts.contains(id));
        wrong.extend(start.map(|id| format!("start {id}")));
    }
    wrong
}

#[test]
fn every_reference_leads_somewhere() {
    assert_eq!(dangling(&write_xliff(&sample())), [""; 0]);
    let broken = write_xliff(&sample()).replacen("<data id=\"d1e\">", "<data id=\"d9\">", 1);
    assert_eq!(dangling(&broken), ["data d1e", "data d1e"]);
}
