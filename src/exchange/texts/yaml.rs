//! A file in YAML, or in JSON, which is YAML too, as a tree of texts with their places. Knows no meaning of any key.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle};

use super::slot::TextsFault;

/// Lists and maps in each other at the most.
const MAX_DEPTH: usize = 128;

/// A text, and where it is written, with its quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) value: String,
    pub(super) place: Range<usize>,
    /// Whether it is written as a block of lines.
    pub(super) is_block: bool,
}

#[derive(Debug)]
pub(super) enum Value {
    Text(Text),
    List(Vec<Value>),
    /// A key that is no text is empty.
    Map(Vec<(Text, Value)>),
}

impl Value {
    pub(super) fn text(&self) -> Option<&Text> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn list(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    pub(super) fn entries(&self) -> &[(Text, Self)] {
        if let Self::Map(entries) = self { entries } else { &[] }
    }
}

/// Reads a file whose every text can get another in its place.
pub(super) fn read(text: &str) -> Result<Value, TextsFault> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let at = |offset: Option<usize>| offset.map_or(text.len(), |offset| start + offset);
    let mut whole = None;
    let mut open: Vec<(Value, Option<Text>)> = Vec::new();
    let mut documents = 0_usize;
    for event in Parser::new_from_str(&text[start..]) {
        let (event, span) =
            event.map_err(|error| TextsFault::at(text, at(error.marker().byte_offset()), error.info()))?;
        let place = at(span.start.byte_offset())..at(span.end.byte_offset());
        let fault = |message: &str| Err(TextsFault::at(text, place.start, message));
        if matches!(event, Event::Alias(_)) || event.anchor_id().is_some() {
            return fault("an anchor or an alias of YAML");
        }
        let value = match event {
            Event::DocumentStart(..) if documents > 0 => return fault("a second document of YAML"),
            Event::DocumentStart(..) => {
                documents += 1;
                continue;
            }
            Event::SequenceStart(..) | Event::MappingStart(..) if open.len() == MAX_DEPTH => {
                return fault("too many lists in each other");
            }
            Event::SequenceStart(..) => {
                open.push((Value::List(Vec::new()), None));
                continue;
            }
            Event::MappingStart(..) => {
                open.push((Value::Map(Vec::new()), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(|(value, _)| value),
            Event::Scalar(value, style, ..) => {
                let written = text.get(place.clone()).unwrap_or_default();
                let place = place.start..place.start + written.trim_end().len();
                let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                Some(Value::Text(Text { value: value.into_owned(), place, is_block }))
            }
            _ => continue,
        };
        let Some(value) = value else { continue };
        match open.last_mut() {
            None => whole = whole.or(Some(value)),
            Some((Value::List(items), _)) => items.push(value),
            Some((Value::Map(entries), key)) => match key.take() {
                Some(key) => entries.push((key, value)),
                None => *key = Some(value.text().cloned().unwrap_or_default()),
            },
            Some((Value::Text(_), _)) => {}
        }
    }
    Ok(whole.unwrap_or(Value::List(Vec::new())))
}
