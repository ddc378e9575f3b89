//! What a page of another site says of itself: which anchors it has, and whether it is one that says that there is none.
//! Knows no address.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use html5gum::{DefaultEmitter, Token, Tokenizer};
use percent_encoding::percent_decode_str;

use super::fetch::{PageBytes, PageExtent};

/// What was found on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// Of each anchor that was looked for whether it is there; none where the page does not say.
    pub(super) anchors: BTreeMap<String, Option<bool>>,
    /// Its title, where that says that there is no such page.
    pub(super) not_found_title: Option<String>,
}

/// What sites put before the names that authors gave.
const PREFIX: &str = "user-content-";

/// Bytes of a title that are read at the most.
const MAX_TITLE: usize = 400;

/// Reads a page; anchors are fragments as they are written in an address.
pub(super) fn read(page: &PageBytes, wanted: &BTreeSet<String>) -> Page {
    // The tokenizer of raw HTML in articles: one of another type would be compiled once more.
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut seen = Seen::default();
    let text = String::from_utf8_lossy(&page.bytes);
    for token in Tokenizer::new_with_emitter(&*text, emitter) {
        let Ok(token) = token;
        seen.token(token);
    }
    let is_text = matches!(text, Cow::Borrowed(_));
    let has = |anchor: &str| seen.names.contains(anchor) || seen.names.contains(&format!("{PREFIX}{anchor}"));
    let judged = |anchor: &String| {
        let decoded = percent_decode_str(anchor).decode_utf8_lossy();
        if has(anchor) || has(&decoded) {
            return Some(true);
        }
        // A page whose headings have no IDs gets its content, or the IDs, from a program.
        let is_known =
            page.extent == PageExtent::Whole && seen.has_heading_with_id && (is_text || decoded.is_ascii());
        is_known.then_some(false)
    };
    Page {
        anchors: wanted.iter().map(|anchor| (anchor.clone(), judged(anchor))).collect(),
        not_found_title: Some(seen.title.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|title| says_not_found(title)),
    }
}

#[derive(Default)]
struct Seen {
    names: BTreeSet<String>,
    has_heading_with_id: bool,
    title: String,
    is_in_title: bool,
}

impl Seen {
    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => {
                let attribute = |name: &[u8]| {
                    let value = tag.attributes.get(name)?;
                    std::str::from_utf8(value).ok().map(str::trim).filter(|value| !value.is_empty())
                };
                let name: &[u8] = &tag.name;
                let id = attribute(b"id");
                self.has_heading_with_id |=
                    id.is_some() && matches!(name, b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6");
                self.is_in_title = name == b"title" && self.title.is_empty();
                let named = attribute(b"name").filter(|_| name == b"a");
                self.names.extend(id.into_iter().chain(named).map(str::to_owned));
            }
            Token::EndTag(_) => self.is_in_title = false,
            Token::String(text) if self.is_in_title && self.title.len() < MAX_TITLE => {
                self.title.push_str(&String::from_utf8_lossy(&text));
            }
            _ => {}
        }
    }
}

/// Whether the place of a fragment can be looked up on the page: it is no words to look for, no state of a program, no line
/// that a page loads later.
pub(super) fn may_be_judged(fragment: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_line = fragment
        .strip_prefix('L')
        .is_some_and(|rest| rest.split(['-', 'L', 'C']).all(|part| part.is_empty() || is_number(part)));
    let is_loaded = [
        "issuecomment-",
        "discussion_r",
        "discussioncomment-",
        "diff-",
        "pullrequestreview-",
        "gid=",
        "slide=",
        "page=",
    ];
    !fragment.is_empty()
        && !fragment.eq_ignore_ascii_case("top")
        && !fragment.contains(['/', '!', '=', '&', '?', ',', ':', '~'])
        && !is_line
        && !is_loaded.iter().any(|start| fragment.starts_with(start))
}

/// What pages call themselves that are none.
const NOT_FOUND: [&str; 14] = [
    "404",
    "404 error",
    "404 not found",
    "error 404",
    "error 404 not found",
    "file not found",
    "http 404",
    "http error 404",
    "not found",
    "oops! page not found",
    "page cannot be found",
    "page not found",
    "page not found (404)",
    "the page cannot be found",
];

fn says_not_found(title: &str) -> bool {
    let title = title.to_lowercase();
    let parts = title.split(['|', '·', '–', '—', ':', '»']).flat_map(|part| part.split(" - "));
    parts
        .map(|part| part.trim_matches(|c: char| c.is_whitespace() || c == '.' || c == '!'))
        .any(|part| NOT_FOUND.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(html: &[u8], extent: PageExtent, anchor: &str) -> Option<bool> {
        let page = PageBytes { bytes: html.to_vec(), extent };
        let found = read(&page, &BTreeSet::from([anchor.to_owned()]));
        found.anchors[anchor]
    }

    #[test]
    fn anchors_are_ids_and_names() {
        let html =
            "<h2 id=setup>Setup</h2><a name='old'></a><p id=user-content-by-the-author><h3 id='überblick'>"
                .as_bytes();
        for there in ["setup", "old", "by-the-author", "überblick", "%C3%BCberblick"] {
            assert_eq!(judged(html, PageExtent::Whole, there), Some(true), "{there}");
        }
        assert_eq!(judged(html, PageExtent::Whole, "gone"), Some(false));
        assert_eq!(judged(html, PageExtent::Beginning, "gone"), None);
    }

    #[test]
    fn a_page_that_a_program_makes_is_not_judged() {
        let html = b"<title>App</title><div id=root></div><script>\"<h2 id='gone'>\"</script>";
        assert_eq!(judged(html, PageExtent::Whole, "gone"), None);
        assert_eq!(judged(b"<h1 id=a>\xe4</h1>", PageExtent::Whole, "%C3%A4"), None);
    }

    #[test]
    fn fragments_that_name_no_anchor() {
        for other in
            ["", "top", "!/a", "/route", ":~:text=x", "L10-L20", "L3", "issuecomment-1", "a=b", "t&u"]
        {
            assert!(!may_be_judged(other), "{other}");
        }
        for anchor in ["setup", "step-1", "Lists", "%C3%A4", "a.b_c"] {
            assert!(may_be_judged(anchor), "{anchor}");
        }
    }

    #[test]
    fn titles_of_pages_that_are_none() {
        for title in [
            "Page not found | Docs",
            "404 Not Found",
            "Docs - Not found",
            "Error 404: Docs",
            "Page Not Found.",
        ] {
            assert!(says_not_found(title), "{title}");
        }
        for title in ["How to fix a 404 error in IIS", "Printer not found - Windows", "404 ways to cook", ""]
        {
            assert!(!says_not_found(title), "{title}");
        }
    }
    proptest::proptest! {
        #[test]
        fn no_page_makes_it_panic(bytes: Vec<u8>, html in "(<[a-z!/]{0,3}|[>'\"= ]|id|name|title|h1|a|é){0,60}") {
            for bytes in [bytes, html.into_bytes()] {
                let page = PageBytes { bytes, extent: PageExtent::Whole };
                let found = read(&page, &BTreeSet::from(["a".to_owned(), "%".to_owned()]));
                assert_eq!(found.anchors.len(), 2);
            }
        }
    }
}
