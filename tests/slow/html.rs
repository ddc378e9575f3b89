//! The HTML of whole sites, read as browsers read it, by a parser that Faqtory does not have: nothing that it had to mend.

use std::fs;
use std::path::Path;

use rayon::prelude::*;
use scraper::Html;

use crate::site;

/// Errors shown when a site is broken.
const SHOWN: usize = 40;

fn errors(text: &str) -> Vec<String> {
    Html::parse_document(text).errors.into_iter().map(std::borrow::Cow::into_owned).collect()
}

fn is_well_formed(input: &Path) {
    let Some(built) = site::build(input, &[]) else { return };
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

#[test]
fn sample() {
    is_well_formed(&site::sample());
}

#[test]
fn every_kind_of_page() {
    is_well_formed(site::pages().path());
}

#[test]
fn seeds() {
    site::shared("seeds").inspect(|input| is_well_formed(input));
}

#[test]
fn corpus_with_source() {
    site::shared("corpus-with-source").inspect(|input| is_well_formed(input));
}

#[test]
fn corpus() {
    site::shared("corpus").inspect(|input| is_well_formed(input));
}

#[test]
fn what_browsers_mend_is_an_error() {
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
