//! Words that may not come back into code, comments and documents: each has a term of the field that says it plainly.

/// The word, and what is said instead.
const WORDS: &[(&str, &str)] = &[
    ("desk", "event loop, queue"),
    ("excuse", "the text of a fault"),
    ("excuses", "the texts of faults"),
    ("hall", "project"),
    ("heap", "group, collection"),
    ("heaps", "groups, collections"),
    ("kin", "related"),
    ("mend", "fix, repair"),
    ("mended", "fixed, repaired"),
    ("mending", "fixing, repairing"),
    ("mends", "fixes, repairs"),
    ("told", "reported, said, output"),
    ("Company", "what it is"),
    ("Patience", "Wait"),
    ("Speech", "MessageStyle"),
    ("Spoken", "LanguageNames"),
    ("Teller", "what it is"),
    ("Trail", "RedirectChain"),
];

/// Where such words still stand: files, and folders with a `/` at their end.
const LEFT: &[&str] = &[];

/// Files that are written in other words than these rules are for: other languages, and what the past was called.
const OTHERS: &[&str] = &["CHANGELOG.md", "tests/pages/", "tests/search/", "tests/tidy/words.rs"];

/// The endings of files that hold code or documents.
const KINDS: &[&str] = &[".css", ".html", ".js", ".md", ".mjs", ".rs", ".sh", ".toml", ".ci/run"];

fn is_read(path: &str) -> bool {
    let is_other = OTHERS.iter().any(|other| path.starts_with(other));
    let is_translation = path.starts_with("content/") && !path.starts_with("content/en-US/");
    !is_other && !is_translation && KINDS.iter().any(|kind| path.ends_with(kind))
}

/// The words of a text and of the names in it: `was_told` and `TinyDesk` have two each.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).flat_map(|name| {
        let is_hump = |at: &usize| {
            name[*at..].starts_with(char::is_uppercase) && name[..*at].ends_with(char::is_lowercase)
        };
        let starts = name.char_indices().map(|(at, _)| at).filter(is_hump);
        let mut ends: Vec<usize> = starts.collect();
        ends.push(name.len());
        let mut start = 0;
        ends.into_iter().map(move |end| &name[std::mem::replace(&mut start, end)..end])
    })
}

/// The words with a capital are names of types only: elsewhere they are words like others.
fn is_word(path: &str, word: &str, bad: &str) -> bool {
    if bad.starts_with(char::is_uppercase) {
        path.ends_with(".rs") && word == bad
    } else {
        word.eq_ignore_ascii_case(bad)
    }
}

/// `word (better: …)` for each that may not be there.
fn found(path: &str, text: &str) -> Vec<String> {
    let line = |(number, line)| {
        let bad = move |word| WORDS.iter().find(move |(bad, _)| is_word(path, word, bad));
        words(line)
            .filter_map(bad)
            .map(move |(bad, better)| format!("{path}:{}: {bad} ({better})", number + 1))
    };
    text.lines().enumerate().flat_map(line).collect()
}

#[test]
fn words_are_those_of_the_field() {
    let is_left =
        |path: &str| LEFT.iter().any(|left| path == *left || left.ends_with('/') && path.starts_with(left));
    let files = crate::repository().into_iter().filter(|(path, _)| is_read(path) && !is_left(path));
    let found: Vec<String> = files.flat_map(|(path, text)| found(&path, &text)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn bad_words_are_found() {
    let count = |path, text| found(path, text).len();
    assert_eq!(
        found("src/a.rs", "fn f() {}\nlet was_told = 1;"),
        ["src/a.rs:2: told (reported, said, output)"]
    );
    assert_eq!(count("src/a.rs", "struct Desk; struct TinyDesk; // Desks, HALL"), 3);
    assert_eq!(count("README.md", "A heap. Mended: a company of speech."), 2);
    assert_eq!(count("src/a.rs", "struct Trail; let trail = Trail;"), 2);
    assert_eq!(count("src/a.rs", "untold, Stolde, challenge, skin, kind, recommend, cheap, Trailing"), 0);
    assert!(is_read("content/en-US/a.md") && is_read(".ci/run") && !is_read("content/de-DE/a.md"));
}
