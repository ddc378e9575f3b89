//! Real hand-backs, played again: what a draft fills in, whether it is what was delivered, and which changes of sources weigh nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use faqtory::exchange::Made;
use faqtory::front_matter::FrontMatter;
use faqtory::markdown::{BlockKind, Document, Syntax};
use faqtory::translation::merge::{BlockState, Merge};
use faqtory::translation::weight;

use crate::hand_backs::{HandBack, hand_backs};
use crate::harness::{Test, note, tests};

pub(crate) const TESTS: &[Test] =
    tests![drafts_are_what_was_delivered, changes_without_a_changed_word_are_touched];

/// `fr-FR HT>MT`: how the old translation and the delivered one were made.
fn kind(one: &HandBack) -> String {
    let code = |made| if made == Made::ByHuman { "HT" } else { "MT" };
    format!("{} {}>{}", one.locale, code(one.old), code(one.new))
}

/// The text with single spaces.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn document(text: &str) -> Document {
    Document::parse(text, FrontMatter::parse(text).body_start as usize)
}

/// What is broken in a text, or could be: addresses, fragments that lead nowhere, code.
fn parts(text: &str) -> BTreeSet<String> {
    let document = document(text);
    let anchors =
        document.headings.iter().filter_map(|heading| heading.anchor.as_ref()).chain(&document.anchors);
    let names: BTreeSet<&str> =
        anchors.map(|anchor| &*anchor.name).chain(document.headings.iter().map(|it| &*it.slug)).collect();
    let links = document.links.iter().map(|link| &*link.destination);
    let addresses: BTreeSet<&str> =
        links.chain(document.images.iter().map(|image| &*image.destination)).collect();
    let lost =
        addresses.iter().filter_map(|link| link.strip_prefix('#')).filter(|name| !names.contains(name));
    let mut parts: BTreeSet<String> = lost.map(|name| format!("nowhere #{name}")).collect();
    parts.extend(addresses.iter().map(|address| format!("address {address}")));
    let code = document.blocks.iter().filter(|block| block.kind == BlockKind::Code);
    parts.extend(code.map(|block| format!("code {}", joined(block.text.slice(&document.text)))));
    parts
}

#[derive(Default)]
struct Row {
    hand_backs: usize,
    words: usize,
    reused: usize,
    compared: usize,
    equal: usize,
}

fn drafts_are_what_was_delivered() {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let mut broken = Vec::new();
    for one in hand_backs() {
        let syntax = Syntax::default();
        let merged = Merge::new(syntax, &one.old_source, &one.new_source, &one.old_translation);
        // What was delivered for each block, where that is certain.
        let delivered = Merge::new(syntax, &one.new_source, &one.new_source, &one.delivered);
        let row = rows.entry(kind(&one)).or_default();
        row.hand_backs += 1;
        row.words += merged.words();
        row.reused += merged.reused_words();
        for (block, delivered) in merged.blocks.iter().zip(&delivered.blocks) {
            let (BlockState::Reused, Some(delivered)) = (block.state, &delivered.previous) else { continue };
            row.compared += 1;
            let is_equal = block.translation.as_deref().map(joined) == Some(joined(delivered));
            row.equal += usize::from(is_equal);
            if !is_equal && one.old == Made::ByHuman && one.new == Made::ByHuman {
                let draft = block.translation.as_deref().unwrap_or("");
                note!(
                    "{}\n  draft     {}\n  delivered {}",
                    one.folder.display(),
                    joined(draft),
                    joined(delivered)
                );
            }
        }
        let known: BTreeSet<String> =
            parts(&one.new_source).union(&parts(&one.old_translation)).cloned().collect();
        broken.extend(
            parts(&merged.draft).difference(&known).map(|part| format!("{}: {part}", one.folder.display())),
        );
    }
    note!("hand-backs        n    words  filled in  compared  equal");
    for (kind, row) in &rows {
        note!(
            "{kind:14} {:4} {:8} {:8.1} % {:9} {:6.2} %",
            row.hand_backs,
            row.words,
            percent(row.reused, row.words),
            row.compared,
            percent(row.equal, row.compared)
        );
    }
    let sum = |count: fn(&Row) -> usize| rows.values().map(count).sum::<usize>();
    assert!(percent(sum(|row| row.reused), sum(|row| row.words)) >= 70.0);
    for (kind, row) in rows.iter().filter(|(kind, _)| kind.ends_with("HT>HT")) {
        assert!(percent(row.equal, row.compared) >= 98.5, "{kind}");
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[allow(clippy::cast_precision_loss, reason = "thousands of blocks")]
fn percent(part: usize, whole: usize) -> f64 {
    part as f64 * 100.0 / whole.max(1) as f64
}

fn changes_without_a_changed_word_are_touched() {
    let mut counts: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for one in hand_backs() {
        if one.old_source == one.new_source {
            continue;
        }
        let changed = changed_words(&one.old_source, &one.new_source);
        let weigh = |text: &str| weight(Syntax::default(), text);
        let is_touched = weigh(&one.old_source) == weigh(&one.new_source);
        let state = if is_touched { "touched" } else { "outdated" };
        *counts.entry((changed.min(21), state)).or_default() += 1;
        if (changed == 0) != is_touched {
            note!("{state} with {changed} changed words: {}", one.folder.display());
        }
        if changed > 20 && is_touched || changed == 0 && !is_touched {
            wrong.push(format!("{state} with {changed} changed words: {}", name(&one.folder)));
        }
    }
    for ((changed, state), count) in &counts {
        note!("{changed:3} changed words: {count} {state}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn name(folder: &Path) -> String {
    folder.display().to_string()
}

/// How many words of the one text are not in the other, both ways, by their order. Words are found without a parser of Markdown.
fn changed_words(old: &str, new: &str) -> usize {
    let (old, new) = (words(old), words(new));
    let changes = similar::capture_diff_slices(similar::Algorithm::Myers, &old, &new);
    let count = |change: &similar::DiffOp| match change.tag() {
        similar::DiffTag::Equal => 0,
        _ => change.old_range().len().max(change.new_range().len()),
    };
    changes.iter().map(count).sum()
}

fn words(text: &str) -> Vec<String> {
    let front_matter = FrontMatter::parse(text);
    let body = &text[front_matter.body_start as usize..];
    let values = [&front_matter.title, &front_matter.description].into_iter().flatten();
    let mut words: Vec<String> = values.flat_map(|value| split(&value.value)).collect();
    let mut rest = String::new();
    // Addresses, tags and anchors are no words.
    let mut depth = 0_usize;
    let mut before = ' ';
    for letter in body.chars() {
        match letter {
            '(' if before == ']' || depth > 0 => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ if depth == 0 => rest.push(letter),
            _ => {}
        }
        before = letter;
    }
    let pieces = rest.split_whitespace().filter(|piece| !piece.contains("://"));
    words.extend(pieces.flat_map(split));
    words
}

fn split(text: &str) -> Vec<String> {
    let is_between = |letter: char| !letter.is_alphanumeric() && !is_sign(letter);
    text.split(is_between).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What changes a number, and pictures; nothing that is markup too.
fn is_sign(letter: char) -> bool {
    matches!(letter, '%' | '‰' | '¢'..='¥' | '₠'..='⃀' | '±' | '×' | '÷' | '©' | '®' | '°' | '←'..='⯿' | '\u{1f000}'..='\u{1faff}')
}
