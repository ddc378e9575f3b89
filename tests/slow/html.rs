//! The HTML of whole sites, read as browsers read it, by a parser that Faqtory does not have: nothing that it had to repair.

use std::fs;
use std::path::Path;

use rayon::prelude::*;
use scraper::Html;

use crate::harness::{Test, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] =
    tests![sample, every_kind_of_page, seeds, corpus_with_source, corpus, what_browsers_repair_is_an_error,];

/// Errors shown when a site is broken.
const SHOWN: usize = 40;

fn errors(text: &str) -> Vec<String> {
    Html::parse_document(text).errors.into_iter().map(std::borrow::Cow::into_owned).collect()
}

fn is_well_formed(input: &Path) {
    let built = site::build(input, &[]);
    let pages: Vec<String> =
        site::files(&built.dir()).into_iter().filter(|file| file.ends_with(".html")).collect();
    let of_page = |page: &String| {
        let text = fs::read_to_string(built.dir().join(page)).unwrap();
        errors(&text).into_iter().map(|error| format!("{page}: {error}")).collect::<Vec<_>>()
    };
    let found: Vec<String> = pages.par_iter().flat_map_iter(of_page).collect();
    let shown = found.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(found.is_empty() && !pages.is_empty(), "{} errors\n{shown}", found.len());
}

fn sample() {
    is_well_formed(&site::sample());
}

fn every_kind_of_page() {
    is_well_formed(site::pages().path());
}

fn seeds() {
    is_well_formed(&shared("seeds"));
}

fn corpus_with_source() {
    is_well_formed(&shared("corpus-with-source"));
}

fn corpus() {
    is_well_formed(&shared("corpus"));
}

fn what_browsers_repair_is_an_error() {
    let page =
        |body: &str| format!("<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>");
    assert_eq!(errors(&page("<p>a</p><table><tbody><tr><td>a</td></tr></tbody></table>")), [""; 0]);
    for body in [
        "<p></div>",
        "<b><p></b></p>",
        "<a href=\"./\"><a href=\"./\">",
        "<p title=\"a\"b>",
        "<table><p></p></table>",
        "<p>&nosuch;</p>\u{1}",
        "<br></br>",
    ] {
        assert!(!errors(&page(body)).is_empty(), "{body}");
    }
}
