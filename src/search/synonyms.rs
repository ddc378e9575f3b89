//! Words of one meaning, for the queries of a locale: groups that ship and those of the project. A group that the index knows a
//! word of has a term of its own, with the documents of all its words, so that a query is widened by one look-up.
//!
//! A group is a line: `password, passcode, sign*`; a star stands for any ending.

use std::collections::BTreeMap;

use super::fold::Folding;
use super::weigh::{WeightedTerm, utf16};
use super::words::Divider;

/// The character that the terms of groups begin with, behind which their number stands; no word begins so.
const GROUP: char = '$';

/// Words of a group beyond these are not read.
const WORDS: usize = 60;

/// Groups beyond these are not read: their numbers have four digits.
const GROUPS: usize = 9999;

/// Letters that a star stands for at the most.
const ENDING: usize = 6;

/// The groups of `lines`, each as its words, folded, with commas between them; and their terms, in the order of their numbers.
pub(super) fn groups(
    lines: &[&str],
    entries: &[WeightedTerm],
    folding: Folding,
) -> (Vec<String>, Vec<WeightedTerm>) {
    let mut divider = Divider::of_queries(folding);
    let (mut groups, mut terms) = (Vec::new(), Vec::new());
    for line in lines.iter().take(GROUPS) {
        let mut words: Vec<String> = Vec::new();
        for written in line.split(',').take(WORDS) {
            let word = folded(written, &mut divider);
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
        }
        let documents = documents(&words, entries);
        if words.len() < 2 || documents.is_empty() {
            continue;
        }
        terms.push(WeightedTerm {
            term: format!("{GROUP}{:04}", groups.len()),
            documents: documents.into_iter().collect(),
            frequency: None,
        });
        groups.push(words.join(","));
    }
    (groups, terms)
}

/// The terms of a word or of several, with spaces between them; a star stays.
fn folded(written: &str, divider: &mut Divider) -> String {
    let mut terms: Vec<String> = Vec::new();
    divider.divide(written, &mut |term| terms.push(term.to_owned()));
    let star = if written.trim_end().ends_with('*') && !terms.is_empty() { "*" } else { "" };
    format!("{}{star}", terms.join(" "))
}

/// The documents of any of the words, each with the best level it has in one; of several in one entry, those that have all.
fn documents(words: &[String], entries: &[WeightedTerm]) -> BTreeMap<u32, u8> {
    let mut found: BTreeMap<u32, u8> = BTreeMap::new();
    for word in words {
        let mut each = word.split(' ').map(|part| of_word(part, entries));
        let Some(first) = each.next() else { continue };
        let all = each.fold(first, |all, other| {
            let both = all.into_iter().filter_map(|(document, level)| {
                other.get(&document).map(|other| (document, level.min(*other)))
            });
            both.collect()
        });
        for (document, level) in all {
            let best = found.entry(document).or_default();
            *best = level.max(*best);
        }
    }
    found
}

fn of_word(word: &str, entries: &[WeightedTerm]) -> BTreeMap<u32, u8> {
    let stem = word.strip_suffix('*');
    let start = stem.unwrap_or(word);
    let first = entries.partition_point(|entry| utf16(&entry.term, start).is_lt());
    let mut found: BTreeMap<u32, u8> = BTreeMap::new();
    for entry in entries[first..].iter().take_while(|entry| entry.term.starts_with(start)) {
        let ending = entry.term[start.len()..].chars().nth(if stem.is_some() { ENDING } else { 0 });
        if ending.is_some() {
            continue;
        }
        for &(document, level) in &entry.documents {
            let best = found.entry(document).or_default();
            *best = level.max(*best);
        }
    }
    found
}
