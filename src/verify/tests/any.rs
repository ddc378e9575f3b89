//! Pages of any bytes: none does harm, and none takes long.

use proptest::prelude::*;

use super::{page, verified};

/// Sound pieces and broken ones, which tests put together.
const PIECES: &[&str] = &[
    "<html lang=\"he\">",
    "<h1>",
    "</h1>",
    "<a href=\"",
    "#x\">",
    "<p id=x",
    " id=\"",
    "<script",
    " type=\"application/ld+json\">",
    "{\"@type\":\"FAQPage\",\"mainEntity\":[{}]}",
    "</script>",
    "<noscript>",
    "</noscript>",
    "<svg>",
    "<article>",
    "</article>",
    "<!--",
    "-->",
    "<meta http-equiv=\"refresh\" content=\"0;url=\">",
    "%",
    "%zz",
    "\"",
    "'",
    ">",
    "&#x;",
    "שלום",
    "\0",
    "<title>",
    "<link rel=\"canonical\" href=\"/\">",
    "<link hreflang=\"x-default\" href=\"/\">",
    "<img srcset=\",,\">",
    "<body dir=rtl>",
];

proptest! {
    #[test]
    fn no_page_does_harm(pieces in prop::collection::vec(0..PIECES.len(), 0..40), bytes in prop::collection::vec(any::<u8>(), 0..80), cut in 0_usize..600) {
        let mut page: Vec<u8> = pieces.iter().flat_map(|&piece| PIECES[piece].bytes()).chain(bytes).collect();
        page.truncate(cut);
        let found = verified(&[("index.html", &page), ("x/sitemap.xml", &page), ("x/ids.json", &page), ("x/search/r0.js", &page), ("_redirects", &page)], Some("https://a.b/c"));
        let text = String::from_utf8_lossy(&page);
        for finding in found.findings {
            prop_assert!(finding.line >= 1 && finding.column >= 1 && finding.line <= text.matches('\n').count() + 1);
        }
    }
}

#[test]
fn nothing_grows_with_the_square() {
    for piece in [
        "<div>",
        "</b>",
        "<p id=a>",
        "<a href=#b>",
        "<h2>",
        "<noscript>",
        "<svg><a/>",
        "<p lang=xx>",
        "<!--",
        "<h2>a?</h2>",
    ] {
        let page = page("", &piece.repeat(60_000));
        let found = verified(&[("index.html", page.as_bytes())], None).findings;
        assert!(found.len() <= 101, "{piece}: {}", found.len());
    }
}
