//! Gives the keys of a block their meaning: which field each is, and which of several counts. Reads no value.

use std::collections::BTreeMap;

use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup};
use serde_json::Value as Json;

use super::data::{Flaw, FlawKind, FrontMatter};
use super::home;
use super::keys::{self, Field, KnownKey};
use super::reader::Reader;
use super::value::{KeyValue, Value};
use super::values;

/// The key that counts for each field, and the entry that has it.
type Slots<'e, 'a> = [Option<(KnownKey, &'e KeyValue<'a>)>; Field::COUNT];

/// Fills the fields of `front_matter`; flaws are added in no order.
pub(super) fn fill(front_matter: &mut FrontMatter, entries: &[KeyValue<'_>]) {
    let mut slots: Slots<'_, '_> = [None; Field::COUNT];
    let mut flaws = std::mem::take(&mut front_matter.flaws);
    let mut unknown = Vec::new();
    // Not one of them counts, but all: no draft is published by accident.
    let mut of_draft = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let known = keys::known(&entry.key.value).filter(|key| may_be_ours(*key, entry));
        if known.is_none() {
            unknown.push((index, entry));
        }
        for (key, entry) in known.map(|key| (key, entry)).into_iter().chain(nested(entry)) {
            claim(&mut slots, key, entry, &mut flaws);
            if key.field.is_of_draft() {
                of_draft.push((key, entry));
            }
        }
        if known.is_some_and(|key| key.field.is_of_themes()) {
            let name = entry.key.value.clone().into_owned();
            front_matter.other.entry(name).or_insert_with(|| entry.value.to_json());
        }
    }
    let is_slip = |(_, entry): &(usize, &KeyValue<'_>)| keys::intended(&entry.key.value).is_some();
    let has_own = slots.iter().flatten().any(|(key, _)| key.is_own()) || unknown.iter().any(is_slip);
    let known_keys = if has_own { KnownKeys::Present } else { KnownKeys::Absent };
    for (index, entry) in unknown {
        let meant = meaning(&slots, known_keys, index, entry).map(|(key, kind)| {
            flaws.push(Flaw { kind, span: entry.key.span });
            key
        });
        match meant.filter(|key| slots[key.field as usize].is_none()) {
            Some(key) => {
                slots[key.field as usize] = Some((key, entry));
                of_draft.extend(key.field.is_of_draft().then_some((key, entry)));
            }
            None => add_other(&mut front_matter.other, entry, &mut flaws),
        }
    }
    let counting = slots.into_iter().flatten().filter(|(key, _)| !key.field.is_of_draft());
    for (key, entry) in counting.chain(of_draft) {
        Reader { entry, flaws: &mut flaws }.read(key.field, front_matter);
    }
    front_matter.home = home::read(entries);
    front_matter.flaws = flaws;
}

/// The known keys within the value of an entry, such as `order` in `sidebar`.
fn nested<'e, 'a>(entry: &'e KeyValue<'a>) -> impl Iterator<Item = (KnownKey, &'e KeyValue<'a>)> {
    let pairs = if let Value::Map(pairs) = &entry.value { pairs.as_slice() } else { &[] };
    pairs.iter().filter_map(|pair| {
        let key = keys::known(&format!("{}.{}", entry.key.value, pair.key.value))?;
        may_be_ours(key, pair).then_some((key, pair))
    })
}

/// A key of other generators may be an author's own: a value of quite another shape is none of ours.
fn may_be_ours(key: KnownKey, entry: &KeyValue<'_>) -> bool {
    match entry.value {
        Value::Scalar(_) => true,
        Value::List(_) => key.is_own() || matches!(key.field, Field::Tags | Field::Aliases),
        Value::Map(_) => key.is_own(),
    }
}

/// Takes the field of a known key; the plain spelling goes before the other ones, the first before its double.
fn claim<'e, 'a>(slots: &mut Slots<'e, 'a>, key: KnownKey, entry: &'e KeyValue<'a>, flaws: &mut Vec<Flaw>) {
    let slot = &mut slots[key.field as usize];
    match slot {
        Some((taken, _)) if taken.rank == key.rank => flaws.push(duplicate(entry)),
        Some((taken, _)) if taken.rank < key.rank => {}
        _ => *slot = Some((key, entry)),
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
    slots: &Slots<'_, '_>,
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
    written.chars().all(is_of_word)
        && scalar.typed.is_none()
        && !scalar.text.trim().is_empty()
        && (prose || !written.is_ascii() || keys::is_like_title(written))
}

/// Letters, and the marks above and below them without which Thai and Hindi write hardly a word.
fn is_of_word(letter: char) -> bool {
    let category = || CodePointMapData::<GeneralCategory>::new().get(letter);
    letter.is_alphabetic() || !letter.is_ascii() && GeneralCategoryGroup::Mark.contains(category())
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
