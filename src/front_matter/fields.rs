//! Gives the keys of a block their meaning: which field each is, and what in it is not as it should be.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::data::{Draft, Flaw, FlawKind, FrontMatter, TranslationType};
use super::date::{Date, DateForm};
use super::keys::{self, Field, KnownKey};
use super::value::{KeyValue, Scalar, Value};
use super::values;
use crate::diagnostic::{Span, Spanned};

/// The key that counts for each field, and which entry has it.
type Slots = [Option<(KnownKey, usize)>; Field::COUNT];

/// Fills the fields of `front_matter`; flaws are added in no order.
pub(super) fn fill(front_matter: &mut FrontMatter, entries: &[KeyValue<'_>]) {
    let mut slots = Slots::default();
    let mut flaws = std::mem::take(&mut front_matter.flaws);
    let mut unknown = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        match keys::known(&entry.key.value) {
            Some(key) => claim(&mut slots, key, index, entry, &mut flaws),
            None => unknown.push((index, entry)),
        }
    }
    let is_slip = |(_, entry): &(usize, &KeyValue<'_>)| keys::intended(&entry.key.value).is_some();
    let has_none = slots.iter().all(Option::is_none) && !unknown.iter().any(is_slip);
    let known_keys = if has_none { KnownKeys::Absent } else { KnownKeys::Present };
    for (index, entry) in unknown {
        let meant = meaning(&slots, known_keys, index, entry).map(|(key, kind)| {
            flaws.push(Flaw { kind, span: entry.key.span });
            key
        });
        match meant.filter(|key| slots[key.field as usize].is_none()) {
            Some(key) => slots[key.field as usize] = Some((key, index)),
            None => add_other(&mut front_matter.other, entry, &mut flaws),
        }
    }
    let has_custom_ids = slots[Field::CustomIds as usize].is_some();
    for (key, index) in slots.iter().flatten() {
        let reader = Reader { entry: &entries[*index], flaws: &mut flaws };
        match key.field {
            Field::CustomIds => front_matter.custom_ids = reader.custom_ids(),
            Field::Custom => {
                let (ids, tags) = reader.custom();
                front_matter.tags = tags;
                if !has_custom_ids {
                    front_matter.custom_ids = ids;
                }
            }
            field => reader.read(field, front_matter),
        }
    }
    front_matter.flaws = flaws;
}

/// Takes the field of a known key; the plain spelling goes before the other one, the first before its double.
fn claim(slots: &mut Slots, key: KnownKey, index: usize, entry: &KeyValue<'_>, flaws: &mut Vec<Flaw>) {
    let slot = &mut slots[key.field as usize];
    match slot {
        Some((taken, _)) if taken.rank == key.rank => flaws.push(duplicate(entry)),
        Some((taken, _)) if taken.rank < key.rank => {}
        _ => *slot = Some((key, index)),
    }
}

fn add_other(other: &mut BTreeMap<String, Json>, entry: &KeyValue<'_>, flaws: &mut Vec<Flaw>) {
    if other.contains_key(entry.key.value.as_ref()) {
        flaws.push(duplicate(entry));
    } else {
        other.insert(entry.key.value.clone().into_owned(), entry.value.to_json());
    }
}

fn duplicate(entry: &KeyValue<'_>) -> Flaw {
    Flaw { kind: FlawKind::DuplicateKey { key: entry.key.value.clone().into_owned() }, span: entry.key.span }
}

/// Whether a block has a key that we know, be it misspelt.
#[derive(Clone, Copy, PartialEq, Eq)]
enum KnownKeys {
    Present,
    Absent,
}

/// What an unknown key was meant to be. A guess counts only where the key it stands for is absent.
fn meaning(
    slots: &Slots,
    known_keys: KnownKeys,
    index: usize,
    entry: &KeyValue<'_>,
) -> Option<(KnownKey, FlawKind)> {
    let written = entry.key.value.as_ref();
    if keys::is_usual(written) {
        return None;
    }
    let absent = |key: &KnownKey| slots[key.field as usize].is_none();
    let misspelt = keys::respelt(written)
        .or_else(|| keys::intended(written).filter(absent))
        .or_else(|| by_items(entry).filter(absent));
    if let Some(key) = misspelt {
        return Some((key, FlawKind::MisspeltKey { written: written.to_owned(), known: key.name }));
    }
    let is_title = index == 0 && known_keys == KnownKeys::Present && may_be_title(entry);
    let translated = if is_title { keys::known("title") } else { by_value(entry) };
    let key = translated.filter(absent)?;
    Some((key, FlawKind::TranslatedKey { written: written.to_owned(), known: key.name }))
}

/// `ms.common` with a list of nothing but digits: only `ms.custom` has such.
fn by_items(entry: &KeyValue<'_>) -> Option<KnownKey> {
    let Value::List(items) = &entry.value else { return None };
    let is_id =
        |item: &Value<'_>| matches!(item, Value::Scalar(scalar) if values::is_custom_id(&scalar.text));
    let written = &entry.key.value;
    let of_learn = written.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("ms.c"));
    if of_learn && items.iter().all(is_id) { keys::known("ms.custom") } else { None }
}

/// A key of one foreign word, first of all, with a text: translation changes `title` like that. A key of ASCII
/// letters may be anything, so its value must be more than one plain word, unless it is one of the words made of `title`.
fn may_be_title(entry: &KeyValue<'_>) -> bool {
    let written = entry.key.value.as_ref();
    let Value::Scalar(scalar) = &entry.value else { return false };
    let prose = !scalar.text.is_ascii() || scalar.text.trim().contains(char::is_whitespace);
    written.chars().all(char::is_alphabetic)
        && scalar.typed.is_none()
        && !scalar.text.trim().is_empty()
        && (prose || !written.is_ascii() || keys::is_like_title(written))
}

/// The field of a key in a foreign script, where its value can be of one field only.
fn by_value(entry: &KeyValue<'_>) -> Option<KnownKey> {
    let Value::Scalar(scalar) = &entry.value else { return None };
    if entry.key.value.is_ascii() {
        return None;
    }
    let text = scalar.text.trim();
    let words = ["noindex", "nofollow", "index", "follow"];
    let directive = |word: &str| words.iter().any(|known| known.eq_ignore_ascii_case(word.trim()));
    let tag = |text: &str| matches!(text.as_bytes(), [a, b, b'-', c, d] if [a, b, c, d].iter().all(|byte| byte.is_ascii_alphabetic()));
    if text.split(',').all(directive) {
        keys::known("robots")
    } else if tag(text) {
        keys::known("locale")
    } else if matches!(text, "HT" | "MT" | "MTE") {
        keys::known("translation_type")
    } else {
        None
    }
}

/// Reads the value of one entry.
struct Reader<'e, 'a> {
    entry: &'e KeyValue<'a>,
    flaws: &'e mut Vec<Flaw>,
}

impl<'e, 'a> Reader<'e, 'a> {
    fn read(mut self, field: Field, into: &mut FrontMatter) {
        match field {
            Field::Title => into.title = self.prose(),
            Field::Description => into.description = self.prose(),
            Field::Locale => into.locale = self.text(),
            Field::CustomIds | Field::Custom => {}
            Field::Date => into.date = self.date(),
            Field::Robots => into.robots = self.text(),
            Field::TranslationType => {
                into.translation_type = self.parsed(
                    "`HT`, `MT`, `Human Translation` or `Machine Translation`",
                    TranslationType::parse,
                );
            }
            Field::SourceHash => into.source_hash = self.parsed("40 hexadecimal digits", values::hash),
            Field::SourceCommit => into.source_commit = self.text(),
            Field::Translated => into.translated = self.date(),
            Field::LocFileId => into.loc_file_id = self.text(),
            Field::Topic => into.topic = self.text(),
            Field::Collection => into.collection = self.many(values::is_comma),
            Field::Service => into.service = self.text(),
            Field::Priority => into.priority = self.text(),
            Field::Author => into.author = self.text(),
            Field::Slug => into.slug = self.text(),
            Field::Draft => into.draft = self.draft(),
            Field::RedirectFrom => into.redirect_from = self.many(|_| false),
            Field::ArticleId => into.article_id = self.text(),
        }
    }

    fn key(&self) -> String {
        self.entry.key.value.clone().into_owned()
    }

    fn invalid(&mut self, expected: &'static str, span: Span) {
        let kind = FlawKind::InvalidValue { key: self.key(), expected };
        self.flaws.push(Flaw { kind, span });
    }

    /// The one value with something in it; a list or a map is a flaw.
    fn scalar(&mut self, expected: &'static str) -> Option<&'e Scalar<'a>> {
        match &self.entry.value {
            Value::Scalar(scalar) => Some(scalar).filter(|scalar| !scalar.text.trim().is_empty()),
            Value::List(_) | Value::Map(_) => {
                self.invalid(expected, self.entry.key.span);
                None
            }
        }
    }

    /// A text; `null` is none.
    fn text(&mut self) -> Option<Spanned<String>> {
        let scalar = self.scalar("a single text").filter(|scalar| !scalar.is_null())?;
        Some(trimmed(scalar))
    }

    /// A text for readers: `null`, written as a word, is that word.
    fn prose(&mut self) -> Option<Spanned<String>> {
        let scalar = self.scalar("a single text")?;
        let nothing = scalar.is_null() && scalar.text == "~";
        (!nothing).then(|| trimmed(scalar))
    }

    fn parsed<T>(&mut self, expected: &'static str, parse: fn(&str) -> Option<T>) -> Option<Spanned<T>> {
        let scalar = self.scalar(expected).filter(|scalar| !scalar.is_null())?;
        let value = parse(&scalar.text);
        if value.is_none() {
            self.invalid(expected, scalar.span);
        }
        Some(Spanned::new(value?, scalar.span))
    }

    fn date(&mut self) -> Option<Spanned<Date>> {
        let scalar = self.scalar("a date").filter(|scalar| !scalar.is_null())?;
        let (key, span) = (self.key(), scalar.span);
        let Some((date, form)) = Date::parse(&scalar.text) else {
            let kind = FlawKind::InvalidDate { key, written: scalar.text.trim().to_owned() };
            self.flaws.push(Flaw { kind, span });
            return None;
        };
        if form == DateForm::DayFirst {
            self.flaws.push(Flaw { kind: FlawKind::DayMonthOrder { key, date }, span });
        }
        Some(Spanned::new(date, span))
    }

    fn draft(&mut self) -> Draft {
        const EXPECTED: &str = "`true` or `false`";
        let parse = |text: &str| match text.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" => Some(Draft::Draft),
            "false" | "no" => Some(Draft::Published),
            _ => None,
        };
        self.parsed(EXPECTED, parse).map_or(Draft::Published, |draft| draft.value)
    }

    /// Every scalar of the value, be it one or a list; anything deeper is a flaw.
    fn scalars(&mut self, expected: &'static str) -> Vec<&'e Scalar<'a>> {
        let values = match &self.entry.value {
            Value::List(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        let mut scalars = Vec::with_capacity(values.len());
        for value in values {
            match value {
                Value::Scalar(scalar) if scalar.is_null() => {}
                Value::Scalar(scalar) => scalars.push(scalar),
                Value::List(_) | Value::Map(_) => self.invalid(expected, self.entry.key.span),
            }
        }
        scalars
    }

    /// One or many texts; a single one is split where `separates` says so.
    fn many(&mut self, separates: fn(char) -> bool) -> Vec<Spanned<String>> {
        let scalars = self.scalars("a text or a list of texts");
        match (&self.entry.value, scalars.as_slice()) {
            (Value::Scalar(_), [one]) => values::pieces(one, separates).map(owned).collect(),
            _ => scalars.into_iter().filter(|one| !one.text.trim().is_empty()).map(trimmed).collect(),
        }
    }

    fn custom_ids(mut self) -> Vec<Spanned<String>> {
        const EXPECTED: &str = "IDs of at most 64 letters, digits, `.`, `_` and `-`";
        let mut ids = Vec::new();
        for piece in
            self.scalars(EXPECTED).into_iter().flat_map(|one| values::pieces(one, values::is_id_separator))
        {
            if values::may_be_custom_id(piece.value) {
                ids.push(owned(piece));
            } else {
                self.invalid(EXPECTED, piece.span);
            }
        }
        ids
    }

    /// The custom IDs and the tags of `ms.custom`.
    fn custom(mut self) -> (Vec<Spanned<String>>, Vec<Spanned<String>>) {
        let scalars = self.scalars("a custom ID or tag, or a list of them");
        let pieces = scalars.into_iter().flat_map(|one| values::pieces(one, values::is_id_separator));
        pieces.map(owned).partition(|piece| values::is_custom_id(&piece.value))
    }
}

fn owned(piece: Spanned<&str>) -> Spanned<String> {
    Spanned::new(piece.value.to_owned(), piece.span)
}

/// The text of a scalar without white space around it.
fn trimmed(scalar: &Scalar<'_>) -> Spanned<String> {
    let text = scalar.text.trim();
    let start = scalar.text.len() - scalar.text.trim_start().len();
    Spanned::new(text.to_owned(), scalar.part(start..start + text.len()))
}
