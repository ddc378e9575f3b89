//! The tables of the README that are made from the program: checks, rules of the finished site, keys of the configuration.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Set, it makes the tests write the tables.
const WRITE: &str = "FAQTORY_WRITE_REFERENCE";

fn top(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn checks() -> String {
    let mut table = String::from("| code | severity | finds |\n|---|---|---|\n");
    for check in faqtory::CHECKS {
        let _ = writeln!(table, "| `{}` | {} | {} |", check.code, check.level.name(), check.summary);
    }
    table
}

fn rules() -> String {
    let mut table = String::from("| code | severity | finds |\n|---|---|---|\n");
    for rule in faqtory::RULES {
        let _ = writeln!(table, "| `{}` | {} | {} |", rule.code, rule.severity.name(), rule.summary);
    }
    table
}

/// The keys of `faqtory.schema.json`, which is made from the configuration and held to it by a test beside it.
fn keys() -> String {
    let schema = fs::read_to_string(top("faqtory.schema.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let mut table = String::from("| key | meaning |\n|---|---|\n");
    let definition = |property: &serde_json::Value| {
        let name = property["$ref"].as_str()?.rsplit('/').next()?;
        Some(schema["$defs"][name].clone())
    };
    let mut add = |section: &str, keys: &serde_json::Value| {
        let own = keys["properties"].as_object().unwrap();
        let inner = own.iter().flat_map(|(key, property)| {
            let section = definition(property).filter(|keys| keys.get("properties").is_some());
            match section {
                Some(keys) => {
                    let keys = keys["properties"].as_object().unwrap();
                    keys.iter()
                        .map(|(inner, property)| (format!("{key}.{inner}"), property.clone()))
                        .collect()
                }
                None => vec![(key.clone(), property.clone())],
            }
        });
        for (key, property) in inner {
            let meaning = property["description"].as_str().unwrap_or_default().replace('\n', " ");
            let _ = writeln!(table, "| `{section}{key}` | {meaning} |");
        }
    };
    for (section, property) in schema["properties"].as_object().unwrap() {
        let Some(keys) = definition(property) else {
            // Its keys are names that the project chooses.
            add("", &serde_json::json!({ "properties": { format!("{section}.<name>"): property } }));
            continue;
        };
        add(&format!("{section}."), &keys);
        if let Some(entry) = keys.get("additionalProperties").and_then(definition) {
            add(&format!("{section}.<tag>."), &entry);
        }
    }
    table
}

/// The tables of a text: runs of lines that begin with `|`.
fn tables(text: &str) -> Vec<&str> {
    let mut tables = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("\n| ") {
        rest = &rest[start + 1..];
        let lines = rest.split_inclusive('\n').take_while(|line| line.starts_with('|'));
        let (table, after) = rest.split_at(lines.map(str::len).sum());
        tables.push(table);
        rest = after;
    }
    tables
}

/// The table of the text that this one is meant to be: that with the most lines of it.
fn old<'t>(text: &'t str, table: &str) -> Option<&'t str> {
    let shared = |old: &&str| old.lines().filter(|old| table.lines().any(|line| line == *old)).count();
    tables(text).into_iter().max_by_key(shared).filter(|old| shared(old) > 2)
}

/// Lines that the text lacks, with a `+`, and those that it should not have, with a `-`.
fn differences(text: &str, table: &str) -> Vec<String> {
    let old = old(text, table).unwrap_or_default();
    let only = |mark: &str, left: &str, right: &str| -> Vec<String> {
        let lines = left.lines().filter(|line| right.lines().all(|other| other != *line));
        lines.map(|line| format!("{mark} {line}")).collect()
    };
    let found = [only("+", table, old), only("-", old, table)].concat();
    if found.is_empty() && old != table { vec!["  the lines are in another order".to_owned()] } else { found }
}

/// All three in one test: two that write the same file would undo each other's work.
#[test]
fn the_readme_has_the_tables() {
    let file = top("README.md");
    let mut text = fs::read_to_string(&file).unwrap();
    let mut found = Vec::new();
    for table in [checks(), rules(), keys()] {
        if std::env::var_os(WRITE).is_some() {
            let old = old(&text, &table).unwrap().to_owned();
            text = text.replace(&old, &table);
        }
        found.extend(differences(&text, &table));
    }
    if std::env::var_os(WRITE).is_some() {
        fs::write(file, text).unwrap();
    }
    let how = format!("{WRITE}=1 cargo test --test tidy reference");
    assert!(found.is_empty(), "`{how}` writes what README.md lacks:\n{}", found.join("\n"));
}

#[test]
fn only_what_is_missing_is_named() {
    let text = "A\n\n| a | b |\n|---|---|\n| 1 | x |\n| 2 | x |\n\nB\n\n| c |\n|---|\n| 1 |\n";
    assert_eq!(differences(text, "| a | b |\n|---|---|\n| 1 | x |\n| 2 | x |\n"), [""; 0]);
    assert_eq!(
        differences(text, "| a | b |\n|---|---|\n| 1 | x |\n| 2 | y |\n| 3 | x |\n"),
        ["+ | 2 | y |", "+ | 3 | x |", "- | 2 | x |"]
    );
    assert_eq!(
        differences(text, "| a | b |\n|---|---|\n| 2 | x |\n| 1 | x |\n"),
        ["  the lines are in another order"]
    );
}
