//! The same input gives the same bytes, with one thread and with eight, and a second build writes nothing.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use crate::harness::{Test, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    sample,
    seeds,
    corpus_with_source,
    parts_of_the_sample,
    parts_of_the_corpus_with_source,
    parts_of_the_corpus,
    differences_are_found,
];

/// Files that differ, or stand on one side only.
fn differences(left: &Path, right: &Path) -> Vec<String> {
    let (names, others) = (site::files(left), site::files(right));
    let one_sided = names.iter().filter(|name| others.binary_search(name).is_err());
    let other_sided = others.iter().filter(|name| names.binary_search(name).is_err());
    let differs = |name: &&String| fs::read(left.join(name)).unwrap() != fs::read(right.join(name)).unwrap();
    let common: Vec<_> =
        names.par_iter().filter(|name| others.binary_search(name).is_ok()).filter(differs).collect();
    one_sided.chain(other_sided).chain(common).cloned().collect()
}

fn is_deterministic(input: &Path) {
    let one = site::build(input, &["--jobs", "1"]);
    let eight = site::build(input, &["--jobs", "8"]);
    assert_eq!(differences(&one.dir(), &eight.dir()), Vec::<String>::new(), "1 and 8 threads");

    let again = site::build_into(input, &one.dir(), &["--jobs", "8"]);
    assert_eq!(again["files"], again["unchanged"], "a second build writes nothing");
    assert_eq!(again["removed"], 0);
    assert_eq!(again["files"], one.summary["files"]);
    assert!(again["files"].as_u64().unwrap() > 0);
}

fn sample() {
    is_deterministic(&site::sample());
}

fn seeds() {
    is_deterministic(&shared("seeds"));
}

fn corpus_with_source() {
    is_deterministic(&shared("corpus-with-source"));
}

/// Each locale built apart, and the root at last, give the site built at once.
fn parts_are_the_whole(input: &Path) {
    let whole = site::build(input, &[]);
    let apart = tempfile::TempDir::new().unwrap();
    let out = apart.path().join("public");
    for locale in whole.summary["locales"].as_object().unwrap().keys() {
        site::build_into(input, &out, &["--locale", locale]);
    }
    site::build_into(input, &out, &["--root"]);
    assert_eq!(differences(&whole.dir(), &out), Vec::<String>::new());
}

fn parts_of_the_sample() {
    parts_are_the_whole(&site::sample());
}

fn parts_of_the_corpus_with_source() {
    parts_are_the_whole(&shared("corpus-with-source"));
}

/// Parts built over the whole change no byte of it, and together they are all of it: 15,000 files are written once.
fn parts_of_the_corpus() {
    let input = shared("corpus");
    let whole = site::build(&input, &[]);
    let parts = [&["--locale", "he-IL"][..], &["--locale", "lv-LV,ro-RO,sl-SI"], &["--root"]];
    let parts = parts.map(|part| site::build_into(&input, &whole.dir(), part));
    let sum = |key: &str| parts.iter().map(|part| part[key].as_u64().unwrap()).sum::<u64>();
    assert_eq!(whole.summary["files"], sum("files"));
    assert_eq!(sum("unchanged"), sum("files"));
    assert_eq!(sum("removed"), 0);
}

fn differences_are_found() {
    let (left, right) = (tempfile::TempDir::new().unwrap(), tempfile::TempDir::new().unwrap());
    for (dir, name, text) in [
        (&left, "a", "1"),
        (&left, "b", "1"),
        (&left, "d", "1"),
        (&right, "a", "1"),
        (&right, "b", "2"),
        (&right, "c", "1"),
    ] {
        fs::write(dir.path().join(name), text).unwrap();
    }
    assert_eq!(differences(left.path(), right.path()), ["d", "c", "b"]);
}
