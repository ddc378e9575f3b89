//! Words of one meaning, for the queries of a locale: groups that ship and those of the project. A group that the index knows a
//! word of has a term of its own, with the documents of all its words, so that a query is widened by one look-up.
//!
//! A group is a line: `password, passcode, sign*`; a star stands for any ending.

use std::cmp::Reverse;

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
        terms.push(WeightedTerm { term: format!("{GROUP}{:04}", groups.len()), documents, frequency: None });
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

/// The documents of any of the words, in order, each with the best level it has in one; of several in one entry, those that have all.
fn documents(words: &[String], entries: &[WeightedTerm]) -> Vec<(u32, u8)> {
    let mut found = Vec::new();
    for word in words {
        let mut each = word.split(' ').map(|part| of_word(part, entries));
        let Some(first) = each.next() else { continue };
        found.extend(each.fold(first, |all, other| in_both(&all, &other)));
    }
    best(found)
}

/// The documents of both lists, each with the lower level.
fn in_both(one: &[(u32, u8)], other: &[(u32, u8)]) -> Vec<(u32, u8)> {
    let both = one.iter().filter_map(|&(document, level)| {
        let found = other.binary_search_by_key(&document, |(document, _)| *document).ok()?;
        Some((document, level.min(other[found].1)))
    });
    both.collect()
}

/// Each document once, with its best level, in order.
fn best(mut found: Vec<(u32, u8)>) -> Vec<(u32, u8)> {
    found.sort_unstable_by_key(|&(document, level)| (document, Reverse(level)));
    found.dedup_by_key(|(document, _)| *document);
    found
}

fn of_word(word: &str, entries: &[WeightedTerm]) -> Vec<(u32, u8)> {
    let stem = word.strip_suffix('*');
    let start = stem.unwrap_or(word);
    let first = entries.partition_point(|entry| utf16(&entry.term, start).is_lt());
    let is_meant = |entry: &&WeightedTerm| {
        let ending = &entry.term[start.len()..];
        ending.chars().nth(if stem.is_some() { ENDING } else { 0 }).is_none()
    };
    let entries = entries[first..].iter().take_while(|entry| entry.term.starts_with(start)).filter(is_meant);
    best(entries.flat_map(|entry| &entry.documents).copied().collect())
}
