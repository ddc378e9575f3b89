//! What generators have beside CommonMark, in `tests/dialects/`: the words of each page against those that the generator itself
//! shows, which `benches/dialects.py` prints.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use scraper::{ElementRef, Html, Node, Selector};
use tempfile::TempDir;

use crate::harness::{Test, note, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![docusaurus, hugo, jekyll, mkdocs, starlight, vitepress, vuepress];

fn docusaurus() {
    // Above the summary that an author wrote it has its own, which is no word of the page: two of 56.
    compare("docusaurus", &[("admonitions", 100), ("code", 100), ("components", 96)]);
}

fn hugo() {
    compare("hugo", &[("code", 95), ("", 100), ("shortcodes", 96)]);
}

fn jekyll() {
    compare("jekyll", &[("attributes", 97), ("", 100), ("liquid", 92)]);
}

fn mkdocs() {
    compare("mkdocs", &[("blocks", 100), ("inline", 96), ("part", 100)]);
}

fn starlight() {
    compare("starlight", &[("asides", 100), ("code", 100), ("components", 98), ("", 100)]);
}

fn vitepress() {
    compare("vitepress", &[("code", 100), ("containers", 98), ("", 100), ("part", 83)]);
}

fn vuepress() {
    compare("vuepress", &[("code", 97), ("containers", 94), ("", 100)]);
}

/// Holds the words of every page that are equal in order, in a hundred, to a floor that only rises.
fn compare(generator: &str, floors: &[(&str, usize)]) {
    let folder = TempDir::new().unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dialects");
    site::write_parts(&fixtures.join(generator).with_extension("txt"), folder.path());
    let built = site::build(folder.path(), &[]);
    assert_eq!(site::findings(&built.dir(), None), Vec::<String>::new());
    let mut shares = Vec::new();
    let mut differences = String::new();
    for (address, shown) in site::parts(&fixtures.join(format!("{generator}.shown.txt"))) {
        let theirs = words(&shown);
        let ours = words(&text(&built.dir(), &address));
        let (equal, difference) = difference(&theirs, &ours);
        shares.push((address.clone(), 100 * equal / theirs.len().max(ours.len()).max(1)));
        write!(differences, "{generator}/{address}, what it shows → what is shown here:\n{difference}")
            .unwrap();
    }
    note!("{differences}");
    let floors: Vec<_> = floors.iter().map(|&(address, floor)| (address.to_owned(), floor)).collect();
    assert!(shares == floors, "{shares:?}, no longer {floors:?}. {differences}");
}

/// The text of the article on the page at an address.
fn text(site: &Path, address: &str) -> String {
    let end = format!("{address}/index.html").trim_start_matches('/').to_owned();
    let is_there = |file: &String| file.split_once('/').is_some_and(|(_, below)| below == end);
    let pages = site::files(site).into_iter().filter(is_there);
    let page = pages
        .map(|file| fs::read_to_string(site.join(file)).unwrap())
        .find(|html| !html.contains("http-equiv=\"refresh\""));
    let html = Html::parse_document(&page.unwrap_or_else(|| panic!("no page {end}")));
    let article = Selector::parse("main:has(.text) h1, .text").unwrap();
    let mut text = String::new();
    html.select(&article).for_each(|part| read(part, &mut text));
    text
}

/// Reads what is visible of an element.
fn read(element: ElementRef<'_>, text: &mut String) {
    const HIDDEN: &str = "a.anchor, [hidden], nav, .notice, button.copy, script, style, template, svg";
    const IN_LINES: [&str; 18] = [
        "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small",
        "span", "strong", "sub",
    ];
    if Selector::parse(HIDDEN).unwrap().matches(&element) {
        return;
    }
    let is_block = !IN_LINES.contains(&element.value().name());
    text.push_str(if is_block { "\n" } else { "" });
    for child in element.children() {
        match (child.value(), ElementRef::wrap(child)) {
            (Node::Text(part), _) => text.push_str(part),
            (_, Some(child)) => read(child, text),
            _ => {}
        }
    }
    text.push_str(if is_block { "\n" } else { "" });
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// How many words are equal in order, and the stretches that are not.
fn difference(theirs: &[String], ours: &[String]) -> (usize, String) {
    let mut longest = vec![vec![0; ours.len() + 1]; theirs.len() + 1];
    for (i, their) in theirs.iter().enumerate().rev() {
        for (k, our) in ours.iter().enumerate().rev() {
            longest[i][k] = match their == our {
                true => longest[i + 1][k + 1] + 1,
                false => longest[i + 1][k].max(longest[i][k + 1]),
            };
        }
    }
    let (mut i, mut k, mut difference) = (0, 0, String::new());
    while i < theirs.len() || k < ours.len() {
        let (from_i, from_k) = (i, k);
        while (i < theirs.len() || k < ours.len()) && theirs.get(i) != ours.get(k) {
            let is_theirs = i < theirs.len() && (k == ours.len() || longest[i + 1][k] >= longest[i][k + 1]);
            if is_theirs { i += 1 } else { k += 1 }
        }
        if from_i < i || from_k < k {
            let (theirs, ours) = (theirs[from_i..i].join(" "), ours[from_k..k].join(" "));
            writeln!(difference, "  «{theirs}» → «{ours}»").unwrap();
        }
        (i, k) = (i + 1, k + 1);
    }
    (longest[0][0], difference)
}
