//! Decides which units of the old translation the draft takes, and proves that each means there what it meant. Writes no text
//! of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::carry::carried;
use super::draft::{self, Draft};
use super::pairing::Pair;
use super::parts::{Parts, Reused};
use super::unit::{Address, Article, Unit};

/// How often a draft is written again without what has failed in it.
const ROUNDS: usize = 4;

/// The body of the draft, and what in it is reused.
pub(super) fn settled(parts: &Parts<'_, '_>, pairs: &[Pair]) -> (String, Reused) {
    let mut reused: Reused = (0..pairs.len()).map(|at| taken(parts, pairs, at)).collect();
    for _ in 0..ROUNDS {
        let draft = draft::written(parts, pairs, &reused);
        let corrections = corrections(parts, pairs, &reused, &draft);
        if corrections.is_empty() {
            return (draft.text, reused);
        }
        for (at, corrected) in corrections {
            reused[at] = corrected;
        }
    }
    // Blocks that change with what stands around them: nothing is certain in such a text.
    let none: Reused = vec![None; pairs.len()];
    (draft::written(parts, pairs, &none).text, none)
}

/// What the old translation has for unit `at`, with the addresses of the new source.
fn taken(parts: &Parts<'_, '_>, pairs: &[Pair], at: usize) -> Option<String> {
    let (old, own) = parts.origin(pairs[at])?;
    let new = &parts.new.units[at];
    let is_changed = old.addresses.iter().zip(&new.addresses).any(|(old, new)| old.text != new.text);
    let mut texts: Vec<String> = own.addresses.iter().map(|address| address.text.clone()).collect();
    if is_changed {
        texts = carried(&old.addresses, &new.addresses, &own.addresses)?;
    }
    // The name that a heading of the source has by its text, and in the translation by a written anchor.
    if let (Some(before), Some(now)) = (parts.old.heading_name(old), parts.new.heading_name(new))
        && before != now
    {
        for text in texts.iter_mut().filter(|text| *text == before) {
            now.clone_into(text);
        }
    }
    Some(with_addresses(parts.own, own, &texts))
}

/// A unit with other texts in the place of its addresses.
fn with_addresses(article: &Article<'_>, unit: &Unit, texts: &[String]) -> String {
    let mut at = unit.span.start;
    let mut written = String::new();
    for (address, text) in unit.addresses.iter().zip(texts) {
        written.push_str(&article.text[at..address.span.start]);
        written.push_str(text);
        at = address.span.end;
    }
    written.push_str(&article.text[at..unit.span.end]);
    unit.without_prefixes(&written)
}

/// What of the draft does not mean what it meant in the translation, and what is to stand in its place.
fn corrections(
    parts: &Parts<'_, '_>,
    pairs: &[Pair],
    reused: &Reused,
    draft: &Draft,
) -> BTreeMap<usize, Option<String>> {
    let found = Article::parse_body(&draft.text, parts.new.document.syntax);
    let names = names(&found);
    let own_names = self::names(parts.own);
    let mut corrections = BTreeMap::new();
    let mut units = found.units.iter().peekable();
    for (at, place) in draft.places.iter().enumerate() {
        while units.next_if(|unit| unit.span.end <= place.start).is_some() {}
        let mut within = Vec::new();
        while let Some(unit) = units.next_if(|unit| unit.span.start < place.end) {
            within.push(unit);
        }
        let (Some(origin), Some(_)) = (parts.origin(pairs[at]), &reused[at]) else { continue };
        let own = origin.1;
        let new = &parts.new.units[at];
        let is_sound = match within.as_slice() {
            [one] => is_same(parts, origin, new, (&found, one), place),
            _ => false,
        };
        if !is_sound {
            corrections.insert(at, None);
        } else if let Some(repointed) = repointed(parts, new, own, within[0], &names, &own_names) {
            corrections.insert(at, repointed);
        }
    }
    corrections
}

/// Whether a unit of the draft says what the unit of the translation says, and leads nowhere else.
fn is_same(
    parts: &Parts<'_, '_>,
    (old, own): (&Unit, &Unit),
    new: &Unit,
    (draft, found): (&Article<'_>, &Unit),
    place: &Range<usize>,
) -> bool {
    let leads = |article: &Article<'_>, unit: &Unit| -> Vec<Address> {
        article.destinations(unit).map(|text| Address { span: 0..0, text: text.to_owned() }).collect()
    };
    let (was, is, own_leads) = (leads(parts.old, old), leads(parts.new, new), leads(parts.own, own));
    let wanted = if was == is {
        Some(own_leads.into_iter().map(|address| address.text).collect())
    } else {
        carried(&was, &is, &own_leads)
    };
    let Some(wanted): Option<Vec<String>> = wanted else { return false };
    // Addresses that stand in the unit itself were carried over as they are written.
    let is_written = |address: &str| found.addresses.iter().any(|own| own.text == address);
    place.start <= found.span.start
        && found.span.end <= place.end
        && found.kind.is_like(new.kind)
        && draft.plain(found) == parts.own.plain(own)
        && draft.destinations(found).count() == wanted.len()
        && draft.destinations(found).zip(&wanted).all(|(now, wanted)| now == wanted || is_written(now))
        && draft.titles(found).eq(parts.own.titles(own))
}

/// Where a link leads to a heading that the draft calls by the words of the source: the unit with the link of the source, or none
/// where there is no such link. Nothing is said of links that lead somewhere, or led nowhere before.
fn repointed(
    parts: &Parts<'_, '_>,
    new: &Unit,
    own: &Unit,
    found: &Unit,
    names: &BTreeSet<&str>,
    own_names: &BTreeSet<&str>,
) -> Option<Option<String>> {
    let fragment =
        |address: &str| address.strip_prefix('#').filter(|name| !name.is_empty()).map(str::to_owned);
    let is_lost = |address: &Address| {
        fragment(&address.text).is_some_and(|name| !names.contains(&*name) && own_names.contains(&*name))
    };
    if !found.addresses.iter().any(is_lost) {
        return None;
    }
    let is_parallel =
        new.addresses.len() == found.addresses.len() && own.addresses.len() == found.addresses.len();
    let leads = |address: &Address| fragment(&address.text).is_some_and(|name| names.contains(&*name));
    let mut texts = Vec::new();
    for (address, source) in found.addresses.iter().zip(&new.addresses).filter(|_| is_parallel) {
        texts.push(match is_lost(address) {
            true if leads(source) => source.text.clone(),
            true => return Some(None),
            false => address.text.clone(),
        });
    }
    Some(is_parallel.then(|| with_addresses(parts.own, own, &texts)))
}

/// The names that fragments may lead to.
fn names<'a>(article: &'a Article<'_>) -> BTreeSet<&'a str> {
    let document = &article.document;
    let headings = document.headings.iter().flat_map(|heading| {
        let anchor = heading.anchor.as_ref().map(|anchor| &*anchor.name);
        [Some(&*heading.slug), anchor].into_iter().flatten()
    });
    headings.chain(document.anchors.iter().map(|anchor| &*anchor.name)).collect()
}
