//! Every page of whole sites, read by a crawler of our own: no dead link, no lost place, no damaged HTML.
#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what goes wrong here is a failed test"
)]

#[path = "crawl/mod.rs"]
mod crawler;
mod site;

use std::fs;
use std::path::Path;

use crawler::crawl;
use tempfile::TempDir;

/// Findings shown when a site is broken.
const SHOWN: usize = 40;

fn is_sound(input: &Path) {
    let Some(built) = site::build(input, &[]) else { return };
    let findings = crawl(&built.dir());
    let shown: Vec<String> =
        findings.iter().take(SHOWN).map(|found| format!("{}: {}", found.page, found.what)).collect();
    assert!(findings.is_empty(), "{} findings\n{}", findings.len(), shown.join("\n"));
    assert!(site::files(&built.dir()).iter().any(|file| file.ends_with(".html")));
}

#[test]
fn sample() {
    is_sound(&site::sample());
}

#[test]
fn seeds() {
    site::shared("seeds").inspect(|input| is_sound(input));
}

#[test]
fn corpus_with_source() {
    site::shared("corpus-with-source").inspect(|input| is_sound(input));
}

#[test]
fn corpus() {
    site::shared("corpus").inspect(|input| is_sound(input));
}

/// A page with this in its head and body.
fn page(head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en-US\" dir=\"ltr\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\"><title>T</title>{head}</head>\
         <body><h1>H</h1>{body}</body></html>"
    )
}

/// What the crawler finds in a site of these pages, as `page: what`.
fn findings(pages: &[(&str, &str)]) -> Vec<String> {
    let dir = TempDir::new().unwrap();
    for (name, text) in pages {
        fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
        fs::write(dir.path().join(name), text).unwrap();
    }
    crawl(dir.path()).into_iter().map(|found| format!("{}: {}", found.page, found.what)).collect()
}

/// What it finds in one page of this body, beside a sound page `a b/index.html` with the place `here`.
fn in_body(body: &str) -> Vec<String> {
    let other = page("", "<p id=\"here\"></p>");
    let found = findings(&[("a b/index.html", &other), ("x/index.html", &page("", body))]);
    found.into_iter().map(|what| what.trim_start_matches("x/index.html: ").to_owned()).collect()
}

#[test]
fn sound_links_are_found_sound() {
    let links = [
        "../a%20b/",
        "../a%20b/index.html",
        "../a%20b/?q=1#here",
        "/a%20b/#here",
        "#",
        "#top",
        "#own",
        "./",
        "?q",
        "https://example.org/x",
        "mailto:a@example.org",
        "ms-settings:x",
        "//example.org/",
    ];
    let links: String = links.map(|url| format!("<a href=\"{url}\">a</a>")).concat();
    assert_eq!(
        in_body(&format!(
            "<p id=\"own\">{links}</p><p id=\"קיים\"></p><noscript><p><a href=\"../a%20b/\">a</a></p></noscript>"
        )),
        [""; 0]
    );
}

#[test]
fn dead_links_are_found() {
    for (url, why) in [
        ("../a%20b", "is a folder, but has no slash at its end"),
        ("../A%20b/", "is not there"),
        ("../a b/", "' ' is not percent-encoded"),
        ("../é/", "'é' is not percent-encoded"),
        ("../a%2/", "a percent sign has no digits"),
        ("../%FF/", "is not UTF-8"),
        ("../../a%20b/", "leaves the site"),
        ("../a%20b/#there", "no such place in a b/index.html"),
        ("#there", "no such place in x/index.html"),
        ("javascript:alert(1)", "no URL for a page"),
    ] {
        assert_eq!(in_body(&format!("<a href=\"{url}\">a</a>")), [format!("{url}: {why}")]);
    }
    assert_eq!(
        in_body("<img alt=\"\" src=\"a.png\" srcset=\"b.png 1x, ../a%20b/ 2x\">"),
        ["a.png: is not there", "b.png: is not there"]
    );
    assert_eq!(in_body("<noscript><a href=\"y\">a</a></noscript>"), ["y: is not there"]);
    assert_eq!(in_body("<a href=\"\">a</a>"), ["an empty URL on a"]);
}

#[test]
fn pictures_in_the_page_need_a_policy() {
    let picture = "<img alt=\"\" src=\"data:image/png;base64,AAAA\">";
    assert_eq!(in_body(picture), ["the policy hides a data: picture"]);
    let open = page("", picture).replace("'self'", "'self' data:");
    assert_eq!(findings(&[("index.html", &open)]), [""; 0]);
    assert_eq!(in_body("<a href=\"data:image/png,a\">a</a>"), ["data:image/png,a: no URL for a page"]);
    assert_eq!(
        in_body("<img alt=\"\" src=\"data:image/svg+xml,a\">"),
        ["data:image/svg+xml,a: no URL for a page"]
    );
}

#[test]
fn damaged_pages_are_found() {
    assert_eq!(in_body("<p id=\"a\"></p><p id=\"a\"></p>"), ["id a twice"]);
    assert_eq!(in_body("<p id=\"a b\"></p>"), ["id \"a b\" is none"]);
    assert_eq!(in_body("<label for=\"q\">a</label>"), ["id q is referred to, but not there"]);
    assert_eq!(in_body("<h1>second</h1>"), ["2 h1 elements"]);
    assert_eq!(in_body("<img src=\"/x/\">"), ["an image without alt"]);
    assert_eq!(in_body("<script>alert(1)</script>"), ["an inline script"]);
    assert_eq!(
        in_body("<p style=\"a\" onclick=\"b\"></p>"),
        ["attribute onclick on p", "attribute style on p"]
    );
    assert_eq!(in_body("<p>\u{fffd}</p>"), ["U+FFFD: text was lost"]);
    for body in [
        "<p></div>",
        "<b><p></b></p>",
        "<a href=\"./\"><a href=\"./\">",
        "<p title=\"a\"b>",
        "<table><p></p></table>",
        "<p>&nosuch;</p>\u{1}",
        "<br></br>",
    ] {
        let found = in_body(body);
        assert!(
            !found.is_empty() && found.iter().all(|what| what.starts_with("HTML: ")),
            "{body}: {found:?}"
        );
    }
}

#[test]
fn sound_pages_have_no_spurious_errors() {
    let body = "<table><tbody><tr><td>a</td></tr></tbody></table><svg viewBox=\"0 0 1 1\"><title>a</title><path d=\"M0 0\"/></svg>\
        <details><summary>a</summary>b</details><p>a<br>b &amp; c &nbsp; d</p><dialog>a</dialog><search>a</search>\
        <template><p>a</p></template><bdi>a</bdi><script type=\"application/ld+json\">{\"a\":\"<b>\"}</script>\
        <video src=\"https://example.org/v\"></video><math><mi>x</mi></math><pre>\n\na</pre><ruby>a<rt>b</rt></ruby>";
    assert_eq!(in_body(body), [""; 0]);
}

#[test]
fn languages_are_judged() {
    assert_eq!(
        in_body(
            "<p lang=\"he-IL\" dir=\"rtl\">a</p><p lang=\"lv-LV\">b</p><p lang=\"ar\" dir=\"auto\">c</p>"
        ),
        [""; 0]
    );
    assert_eq!(in_body("<p lang=\"he-IL\">a</p>"), ["lang he-IL with dir ltr, not rtl"]);
    assert_eq!(in_body("<p lang=\"fr-fr\">a</p>"), ["lang \"fr-fr\" is no tag in canonical form"]);
    assert_eq!(in_body("<p lang=\"\">a</p>"), ["lang \"\" is no tag in canonical form"]);
    let bare = "<!DOCTYPE html><html><head><title></title></head><body><h1>a</h1></body></html>";
    assert_eq!(
        findings(&[("index.html", bare)]),
        [
            "index.html: html without lang",
            "index.html: no Content-Security-Policy",
            "index.html: no title, or several"
        ]
    );
}

fn alternate(language: &str, url: &str) -> String {
    format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{url}\">")
}

#[test]
fn alternates_are_judged() {
    let both =
        alternate("en-US", "/en-us/") + &alternate("he-IL", "/he-il/") + &alternate("x-default", "/en-us/");
    let sound = page(&both, "");
    assert_eq!(findings(&[("en-us/index.html", &sound), ("he-il/index.html", &sound)]), [""; 0]);

    let alone = page(&alternate("he-IL", "/he-il/"), "");
    assert_eq!(
        findings(&[("en-us/index.html", &sound), ("he-il/index.html", &alone)]),
        ["en-us/index.html: hreflang he-IL: he-il/index.html does not name this page in return",]
    );
    let relative = page(&alternate("en-US", "./"), "");
    assert_eq!(
        findings(&[("en-us/index.html", &relative)]),
        ["en-us/index.html: ./: alternate must be absolute or root-relative"]
    );
    let hidden =
        page(&("<meta name=\"robots\" content=\"NOINDEX\">".to_owned() + &alternate("en-US", "/en-us/")), "");
    assert_eq!(
        findings(&[("en-us/index.html", &hidden)]),
        ["en-us/index.html: hreflang on a page that is not to be indexed"]
    );
}

#[test]
fn a_base_url_is_part_of_the_site() {
    let root = page("<link rel=\"canonical\" href=\"https://example.org/docs/\">", "");
    let sound = page(
        "<link rel=\"canonical\" href=\"https://example.org/docs/a/\">",
        "<a href=\"/docs/a/\">a</a><a href=\"https://example.org/\">b</a>",
    );
    assert_eq!(findings(&[("index.html", &root), ("a/index.html", &sound)]), [""; 0]);
    let broken =
        page("<link rel=\"canonical\" href=\"https://example.org/docs/b/\">", "<a href=\"/a/\">a</a>");
    assert_eq!(
        findings(&[("index.html", &root), ("a/index.html", &broken)]),
        [
            "a/index.html: /a/: leaves the base path",
            "a/index.html: https://example.org/docs/b/: is not there"
        ]
    );
}
