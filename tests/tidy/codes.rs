//! What is said once: the code of a check stands in that check alone, and an index is a type of its own.

use crate::source::Source;

/// Strings outside the checks that are the code of one.
fn codes(path: &str, source: &Source, codes: &[&str]) -> Vec<String> {
    if path.starts_with("src/checks/") {
        return Vec::new();
    }
    let of_check = source.strings.iter().filter(|string| codes.contains(&string.as_str()));
    of_check.map(|code| format!("{path}: names the check `{code}`: let the check say it")).collect()
}

/// Indices that could be taken for one another.
fn indices(path: &str, text: &str) -> Vec<String> {
    let declared = text.lines().filter_map(|line| line.split_once("type ")?.1.split_once(" = usize;"));
    let indices = declared.map(|(name, _)| name).filter(|name| name.ends_with("Index"));
    indices.map(|name| format!("{path}: {name} is a number like any other: make it a type")).collect()
}

#[test]
fn what_is_said_once() {
    let known: Vec<&str> = faqtory::CHECKS.iter().map(|check| check.code).collect();
    let mut found = Vec::new();
    for (path, text) in crate::sources() {
        found.extend(codes(&path, &Source::new(&path, &text), &known));
        found.extend(indices(&path, &text));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn what_is_said_twice_is_found() {
    let named = |path: &str, text| codes(path, &Source::new(path, text), &["file-not-found"]).len();
    assert_eq!(named("src/report/a.rs", "const A: [&str; 2] = [\"file-not-found\", \"x\"];"), 1);
    assert_eq!(named("src/report/a.rs", "fn f() { match code { \"file-not-found\" => 1, _ => 2 } }"), 1);
    assert_eq!(named("src/checks/a.rs", "const A: &str = \"file-not-found\";"), 0);
    assert_eq!(named("src/report/a.rs", "#[cfg(test)] mod tests { const A: &str = \"file-not-found\"; }"), 0);
    assert_eq!(indices("src/a.rs", "pub type AIndex = usize;\n    pub(crate) type BIndex = usize;").len(), 2);
    assert!(indices("src/a.rs", "pub struct AIndex(u32);\ntype Count = usize;").is_empty());
}
