//! The texts of a file of messages in Fluent: values and attributes, a text for each form of a choice. Knows no translation of it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_syntax::ast;
use fluent_syntax::parser;

use crate::exchange::carried::{Codes, Written, one_line};
use crate::exchange::unit::{Code, CodeKind, CodeRole, Content, Note, NoteKind, Piece as ContentPiece};
use crate::locale::Locale;
use crate::markdown::{InlineRole, InlineText};
use crate::messages::{MAX_OPEN, numbers_of_forms, split};

use super::pattern::{Form, Forms, Piece, pieces, trimmed};
use super::slot::{Choice, Slot, SlotText, TextsFault};

/// Which forms a text has that depends on a number.
#[derive(Clone, Copy, Debug)]
pub(super) enum Plurals<'l> {
    /// Those that are written.
    AsWritten,
    /// Those of another language.
    Of { source: &'l Locale, target: &'l Locale },
}

/// One message with its attributes.
pub(super) struct Entry {
    pub(super) key: String,
    /// With the lines behind it.
    pub(super) place: Range<usize>,
    /// The names and places of its value and its attributes.
    patterns: Vec<(String, Range<usize>)>,
}

/// The messages of a text with line feeds.
pub(super) fn entries(text: &str) -> Result<Vec<Entry>, TextsFault> {
    split(text).into_iter().map(|(start, written)| entry(text, start, written)).collect()
}

fn entry(text: &str, start: usize, written: &str) -> Result<Entry, TextsFault> {
    let fault = |at: usize, message: String| TextsFault::at(text, start + at, message);
    if written.bytes().filter(|byte| matches!(byte, b'{' | b'(')).count() > MAX_OPEN {
        return Err(fault(0, format!("more than {MAX_OPEN} brackets in one message")));
    }
    let read = parser::parse(written).map_err(|(_, errors)| {
        // What is never closed is noticed behind it.
        let at = errors.first().map_or(0, |error| error.pos.start.min(written.trim_end().len()));
        fault(at, errors.first().map_or_else(String::new, |error| error.kind.to_string()))
    })?;
    let found = read.body.iter().find_map(|entry| match entry {
        ast::Entry::Message(message) => {
            Some((message.id.name, "", message.value.is_some(), &message.attributes))
        }
        ast::Entry::Term(term) => Some((term.id.name, "-", true, &term.attributes)),
        _ => None,
    });
    let Some((name, sign, has_value, attributes)) = found else {
        return Err(fault(0, "this is not a message".to_owned()));
    };
    // The parser gives no places, but its names are slices of the text that it read.
    let at = |name: &str| (name.as_ptr() as usize).saturating_sub(written.as_ptr() as usize);
    let key = format!("{sign}{name}");
    let mut starts = vec![(key.clone(), at(name) + name.len(), at(name))];
    starts.extend(attributes.iter().map(|attribute| {
        let name = attribute.id.name;
        (format!("{key}.{name}"), at(name) + name.len(), at(name).saturating_sub(1))
    }));
    let mut patterns = Vec::new();
    for (number, (key, name_end, _)) in starts.iter().enumerate() {
        let end = starts.get(number + 1).map_or(written.len(), |(_, _, before)| *before);
        let behind = written.get(*name_end..end).unwrap_or_default();
        let Some(sign) = behind.find('=') else { continue };
        if number > 0 || has_value {
            let place = trimmed(text, start + name_end + sign + 1..start + end);
            patterns.push((key.clone(), place));
        }
    }
    Ok(Entry { key, place: start..start + written.len(), patterns })
}

/// The texts of messages, in order.
pub(super) fn read(text: &str, plurals: Plurals<'_>) -> Result<Vec<Slot>, TextsFault> {
    let mut slots = Vec::new();
    let mut keys = BTreeSet::new();
    for entry in entries(text)? {
        if !keys.insert(entry.key.clone()) {
            let message = format!("the message `{}` appears twice", entry.key);
            return Err(TextsFault::at(text, entry.place.start, message));
        }
        for (key, place) in entry.patterns {
            let read = pieces(text, place.clone());
            let read = read.ok_or_else(|| TextsFault::at(text, place.start, "braces that do not match"))?;
            slots.extend(slot(text, key, place, &read, plurals));
        }
    }
    Ok(slots)
}

fn slot(text: &str, key: String, place: Range<usize>, read: &[Piece], plurals: Plurals<'_>) -> Option<Slot> {
    let choices = || {
        read.iter().enumerate().filter_map(|(at, piece)| match piece {
            Piece::Placeable(_, Some(forms)) => Some((at, forms)),
            _ => None,
        })
    };
    let only = choices().next().filter(|_| choices().nth(1).is_none());
    let divided = only.and_then(|(at, forms)| chosen(text, read, at, forms));
    let mut numbers = Numbers::default();
    let Some((forms, variants)) = divided else {
        let content = numbers.content(&flat(text, read));
        let notes = if choices().next().is_some() {
            vec![kind("message with a choice; its forms cannot be added to")]
        } else {
            Vec::new()
        };
        let wanted = content.codes().map(|code| code.id).collect();
        let texts = vec![SlotText {
            id: key.clone(),
            form: String::new(),
            content,
            codes: Codes::default(),
            wanted,
            notes,
        }];
        return Some(finished(Slot { key, place, texts, choice: None }, numbers));
    };
    let contents: Vec<Content> = variants.iter().map(|variant| numbers.content(variant)).collect();
    let selector = text[forms.selector.clone()].to_owned();
    let default = forms.forms.iter().position(|form| form.is_default)?;
    let (wanted_forms, is_as_written) = wanted_forms(&selector, &forms.forms, default, plurals);
    let in_all = |code: &u32| contents.iter().all(|content| content.codes().any(|own| own.id == *code));
    let texts = wanted_forms.into_iter().map(|wanted| {
        let content = contents[wanted.from].clone();
        let is_few = matches!(&*wanted.name, "zero" | "one" | "two") || wanted.name.parse::<f64>().is_ok();
        let codes = content.codes().map(|code| code.id);
        let wanted_codes = if is_few { codes.filter(in_all).collect() } else { codes.collect() };
        SlotText {
            id: format!("{key}:{}", name(&wanted.name)),
            notes: vec![kind(&wanted.note(&selector))],
            form: wanted.name,
            content,
            codes: Codes::default(),
            wanted: wanted_codes,
        }
    });
    let default = forms.forms[default].name.clone();
    let slot = Slot {
        texts: texts.collect(),
        key,
        place,
        choice: Some(Choice { selector, default, is_as_written }),
    };
    Some(finished(slot, numbers))
}

/// With all codes that any form has.
fn finished(mut slot: Slot, numbers: Numbers) -> Slot {
    let codes = Codes(numbers.codes);
    slot.texts.iter_mut().for_each(|text| text.codes = codes.clone());
    slot
}

fn kind(text: &str) -> Note {
    Note { kind: NoteKind::Kind, text: text.to_owned() }
}

/// A form as a part of a name of XML.
fn name(form: &str) -> String {
    form.chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || "._-".contains(letter) { letter } else { '_' })
        .collect()
}

/// A form that a translation has.
struct WantedForm {
    name: String,
    /// Which form of the source it is translated from.
    from: usize,
    /// The numbers that it is for.
    numbers: Option<Vec<i64>>,
}

impl WantedForm {
    fn note(&self, selector: &str) -> String {
        const SHOWN: usize = 6;
        let name = &self.name;
        match &self.numbers {
            Some(numbers) if !numbers.is_empty() => {
                let shown: Vec<String> = numbers.iter().take(SHOWN).map(i64::to_string).collect();
                let more = if numbers.len() > SHOWN { ", …" } else { "" };
                format!("plural form “{name}” of {selector}: {}{more}", shown.join(", "))
            }
            Some(_) => format!("plural form “{name}” of {selector}"),
            None => format!("form “{name}” of {selector}"),
        }
    }
}

/// The forms of a translation; whether they are those that are written.
fn wanted_forms(
    selector: &str,
    forms: &[Form],
    default: usize,
    plurals: Plurals<'_>,
) -> (Vec<WantedForm>, bool) {
    let as_written = || {
        let wanted =
            |(from, form): (usize, &Form)| WantedForm { name: form.name.clone(), from, numbers: None };
        (forms.iter().enumerate().map(wanted).collect(), true)
    };
    const FORMS: [&str; 5] = ["zero", "one", "two", "few", "many"];
    let is_plural = forms.iter().any(|form| FORMS.contains(&&*form.name)) && !selector.contains("ordinal");
    let Plurals::Of { source, target } = plurals else { return as_written() };
    if !is_plural {
        return as_written();
    }
    let of_source: BTreeMap<&str, Vec<i64>> = numbers_of_forms(source).into_iter().collect();
    let is_number = |form: &Form| form.name.parse::<f64>().is_ok();
    let numbers = forms.iter().enumerate().filter(|(_, form)| is_number(form));
    let mut wanted: Vec<WantedForm> =
        numbers.map(|(from, form)| WantedForm { name: form.name.clone(), from, numbers: None }).collect();
    for (name, numbers) in numbers_of_forms(target) {
        // What is for other numbers than in the source may have to name them.
        let is_same = name == "other" || of_source.get(name) == Some(&numbers);
        let own = forms.iter().position(|form| form.name == name).filter(|_| is_same);
        wanted.push(WantedForm {
            name: name.to_owned(),
            from: own.unwrap_or(default),
            numbers: Some(numbers),
        });
    }
    let is_own = |form: &WantedForm| forms.get(form.from).is_some_and(|own| own.name == form.name);
    let is_as_written = wanted.len() == forms.len() && wanted.iter().all(is_own);
    if is_as_written {
        wanted.sort_by_key(|form| form.from);
    }
    (wanted, is_as_written)
}

/// A piece of a text: what is written, and whether it is a code.
type Flat<'t> = Vec<(&'t str, bool)>;

/// For each form the whole text with it; none where another choice stands in one.
fn chosen<'t, 'f>(
    text: &'t str,
    read: &[Piece],
    at: usize,
    forms: &'f Forms,
) -> Option<(&'f Forms, Vec<Flat<'t>>)> {
    let variant = |form: &Form| {
        let inner = pieces(text, form.pattern.clone())?;
        let is_plain = inner.iter().all(|piece| !matches!(piece, Piece::Placeable(_, Some(_))));
        let flat = [flat(text, &read[..at]), flat(text, &inner), flat(text, &read[at + 1..])].concat();
        is_plain.then_some(flat)
    };
    let variants: Option<Vec<Flat<'t>>> = forms.forms.iter().map(variant).collect();
    Some((forms, variants?))
}

/// All texts are texts, and the rest is codes, what chooses included.
fn flat<'t>(text: &'t str, read: &[Piece]) -> Flat<'t> {
    let mut out = Vec::new();
    let mut open: Vec<Piece> = read.iter().rev().cloned().collect();
    while let Some(piece) = open.pop() {
        match piece {
            Piece::Text(at) => out.push((&text[at], false)),
            Piece::Placeable(at, None) => out.push((&text[at], true)),
            Piece::Placeable(at, Some(forms)) => {
                let mut end = at.end;
                let mut inner: Vec<Vec<Piece>> = Vec::new();
                for form in forms.forms.iter().rev() {
                    inner.push(vec![Piece::Placeable(form.pattern.end..end, None)]);
                    inner.push(pieces(text, form.pattern.clone()).unwrap_or_default());
                    end = form.pattern.start;
                }
                inner.push(vec![Piece::Placeable(at.start..end, None)]);
                open.extend(inner.into_iter().flat_map(|part| part.into_iter().rev()));
            }
        }
    }
    out
}

/// Numbers codes, the same one with the same number in every form.
#[derive(Default)]
struct Numbers {
    codes: BTreeMap<u32, Written>,
}

impl Numbers {
    fn content(&mut self, flat: &[(&str, bool)]) -> Content {
        let mut used: BTreeSet<u32> = BTreeSet::new();
        let mut content = Vec::new();
        for (written, is_code) in flat {
            if !is_code {
                content.push(ContentPiece::Text((*written).to_owned()));
                continue;
            }
            let id = self.number(written, &used);
            used.insert(id);
            let code =
                Code { id, kind: CodeKind::Alone, role: CodeRole::Other, written: (*written).to_owned() };
            content.push(ContentPiece::Code(code));
        }
        Content(content).normal()
    }

    fn number(&mut self, written: &str, used: &BTreeSet<u32>) -> u32 {
        let is_it =
            |(id, code): &(&u32, &Written)| !used.contains(id) && one_line(&code.open) == one_line(written);
        if let Some((id, _)) = self.codes.iter().find(is_it) {
            return *id;
        }
        let id = self.codes.keys().last().map_or(1, |last| last + 1);
        let code = Written {
            role: InlineRole::Other,
            open: written.to_owned(),
            close: None,
            text: InlineText::Markdown,
        };
        self.codes.insert(id, code);
        id
    }
}

/// A text of another version of the file with the numbers that its codes have in this one; those that this does not have come behind.
pub(super) fn renumbered(content: &Content, codes: &Codes) -> (Content, Codes) {
    let mut numbers = Numbers { codes: codes.0.clone() };
    let flat: Vec<(&str, bool)> = content
        .0
        .iter()
        .map(|piece| match piece {
            ContentPiece::Text(text) => (&**text, false),
            ContentPiece::Code(code) => (&*code.written, true),
        })
        .collect();
    let content = numbers.content(&flat);
    (content, Codes(numbers.codes))
}

/// The pattern of a text, whose lines stand behind `indent` spaces.
pub(super) fn written(slot: &Slot, contents: &[(&str, &Content, &Codes)], indent: usize) -> String {
    let one = |content: &Content, codes: &Codes| {
        let mut out = String::new();
        for piece in &content.0 {
            match piece {
                ContentPiece::Text(text) => text.chars().for_each(|letter| match letter {
                    '{' | '}' => out.extend(["{ \"", &letter.to_string(), "\" }"]),
                    letter => out.push(letter),
                }),
                ContentPiece::Code(code) => {
                    out.push_str(codes.0.get(&code.id).map_or("", |code| &code.open));
                }
            }
        }
        out
    };
    match (&slot.choice, contents) {
        (None, [(_, content, codes)]) | (Some(_), [(_, content, codes)]) => one(content, codes),
        (None, _) => String::new(),
        (Some(choice), contents) => {
            let is_there = contents.iter().any(|(form, ..)| *form == choice.default);
            let default = if is_there { &*choice.default } else { "other" };
            let mut out = format!("{{ {} ->\n", choice.selector);
            for (form, content, codes) in contents {
                let star = if *form == default { '*' } else { ' ' };
                out.push_str(&format!(
                    "{:width$}{star}[{form}] {}\n",
                    "",
                    one(content, codes),
                    width = indent + 3
                ));
            }
            out + &format!("{:indent$}}}", "")
        }
    }
}
