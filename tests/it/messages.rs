//! The words of the interface in the locales that Faqtory is shipped with: what is not translated, and what only looks so.

use std::collections::{BTreeMap, BTreeSet};

use faqtory::locale::Locale;
use faqtory::messages::{MessageProblemKind, Messages, embedded};

use crate::harness::{Need, Test, need, tests};

pub(crate) const TESTS: &[Test] = tests![locales_lack_no_message, no_translation_equals_english];

/// Messages that are the same in English and in these languages, and rightly so.
const SAME: &[(&str, &[&str])] = &[
    // Marks and numbers alone.
    ("announcement-period", &["*"]),
    ("all-articles-range", &["*"]),
    ("alert-bug", &["id", "it", "pt"]),
    ("alert-danger", &["fr"]),
    ("alert-important", &["fr", "ro"]),
    ("alert-info", &["de", "fr", "id", "nl"]),
    ("alert-question", &["fr"]),
    ("alert-tip", &["cs", "da", "nl", "sk"]),
    ("articles-count", &["fr"]),
    ("code-block", &["de", "fr", "nl"]),
    ("details", &["de", "nl"]),
    ("feedback-no", &["es", "it"]),
    ("home", &["it"]),
    ("list-pages", &["fr"]),
    ("page-title-number", &["fr"]),
    ("section-count", &["fr"]),
    ("site-title", &["nl"]),
];

/// A new message needs English only, which stands in for the others: what they lack is said, and no mistake.
fn locales_lack_no_message() {
    let (messages, _) = Messages::new(vec![embedded()]);
    let english = Locale::parse("en-US").unwrap();
    let mut missing: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for locale in messages.locales() {
        for problem in messages.lint(&english, locale) {
            if let MessageProblemKind::Missing { key } = problem.kind {
                missing.entry(key).or_default().insert(locale.tag());
            }
        }
    }
    let lines = missing.iter().map(|(key, locales)| {
        let locales: Vec<&str> = locales.iter().copied().collect();
        format!("`{key}` into {}", locales.join(", "))
    });
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        need(Need::Translations(lines.join("; ").leak()));
    }
}

/// The messages of a file: name and text.
fn texts(file: &str) -> BTreeMap<&str, String> {
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    let mut key = "";
    for line in file.lines() {
        match line.split_once('=').filter(|_| line.starts_with(char::is_alphabetic)) {
            Some((name, text)) => {
                key = name.trim();
                texts.insert(key, text.trim().to_owned());
            }
            None if line.starts_with(' ') => texts.entry(key).or_default().push_str(line.trim()),
            None => key = "",
        }
    }
    texts
}

fn no_translation_equals_english() {
    let files = embedded();
    let english = files.iter().filter(|file| file.locale.tag() == "en-US");
    let english: BTreeMap<&str, String> = english.flat_map(|file| texts(&file.text)).collect();
    let mut found = Vec::new();
    for file in files.iter().filter(|file| !file.locale.tag().starts_with("en")) {
        let language = file.locale.tag().split('-').next().unwrap();
        let is_right = |key: &str| {
            SAME.iter().any(|(same, languages)| {
                *same == key && (languages.contains(&language) || languages == &["*"])
            })
        };
        for (key, text) in texts(&file.text) {
            if english.get(key) == Some(&text) && !is_right(key) {
                found.push(format!("{}: {key} = {text}", file.path));
            }
        }
    }
    assert!(english.len() > 60, "{}", english.len());
    assert!(found.is_empty(), "English in another locale; see SAME if that is right:\n{}", found.join("\n"));
}
