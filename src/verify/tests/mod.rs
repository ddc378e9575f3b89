//! Small sites written by hand: what is sound is found sound, and each flaw is found by itself.

mod any;

use std::fs;

use tempfile::TempDir;

use super::*;

/// A page with this in its head and body.
fn page(head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en-US\" dir=\"ltr\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\"><meta name=\"robots\" \
         content=\"noindex\"><title>T</title>{head}</head><body><h1>H</h1>{body}</body></html>"
    )
}

/// A page that search engines may show.
fn shown(canonical: &str, head: &str) -> String {
    let canonical = format!("<link rel=\"canonical\" href=\"{canonical}\">{head}");
    page(&canonical, "").replace("<meta name=\"robots\" content=\"noindex\">", "")
}

fn verified(files: &[(&str, &[u8])], base_url: Option<&str>) -> Verified {
    let dir = TempDir::new().unwrap();
    for (name, bytes) in files {
        fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    site(&Request { dir: dir.path(), base_url, coverage: Coverage::Whole }, &|| ()).unwrap()
}

/// What is found in a site of these pages, as `path code: message`.
fn findings(pages: &[(&str, &str)], base_url: Option<&str>) -> Vec<String> {
    let files: Vec<(&str, &[u8])> = pages.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let found = verified(&files, base_url).findings.into_iter().map(|finding| finding.diagnostic);
    found.map(|found| format!("{} {}: {}", found.path, found.code, found.message)).collect()
}

/// What is found in one page of this body, beside a sound page `a b/index.html` with the place `here`.
fn in_body(body: &str) -> Vec<String> {
    let other = page("", "<p id=\"here\"></p>");
    let found = findings(&[("a b/index.html", &other), ("x/index.html", &page("", body))], None);
    found.into_iter().map(|what| what.trim_start_matches("x/index.html ").to_owned()).collect()
}

/// The codes alone.
fn codes(body: &str) -> Vec<String> {
    in_body(body).iter().filter_map(|found| Some(found.split_once(':')?.0.to_owned())).collect()
}

#[test]
fn sound_pages_are_found_sound() {
    let links: String =
        ["../a%20b/?q=1#here", "#", "#top", "#own", "#name", "./", "#:~:text=x", "https://a.b/"]
            .map(|url| format!("<a href=\"{url}\">a</a>"))
            .concat();
    let body = format!(
        "<p id=\"own\">{links}<a name=\"name\"></a></p><noscript><p><a href=\"../a%20b/\">a</a></p></noscript>\
         <table><tbody><tr><td>a<td>b</table><ul><li>a<li>b</ul><svg viewBox=\"0 0 1 1\"><title>a</title>\
         <path d=\"M0 0\"/></svg><details><summary>a</summary>b</details><p>a<br>b &amp; c &nbsp; d</p>\
         <template><p>a</p></template><script type=\"application/ld+json\">{{\"a\":\"<b>\"}}</script>\
         <pre>\n\na</pre><p lang=\"he-IL\" dir=\"rtl\">a</p><p lang=\"lv-LV\">b</p><p lang=\"ar\" dir=\"auto\">c</p>\
         <label for=\"own\">x\u{1}\u{fdd0}</label><img alt=\"\" src=\"../a%20b/\"><a href=\"data.json\" download>x</a>"
    );
    let found = findings(
        &[
            ("a b/index.html", &page("", "<p id=\"here\"></p>")),
            ("x/index.html", &page("", &body)),
            ("x/data.json", "[1, {}]"),
        ],
        None,
    );
    assert_eq!(found, [""; 0]);
}

#[test]
fn links_that_lead_nowhere() {
    assert_eq!(
        in_body("<a href=\"../a b/\">a</a><a href=\"y/\">a</a>"),
        [
            "page-link-broken: `../a b/` contains ' ', which must be percent-encoded",
            "page-link-broken: `y/` leads to a file that the site does not have: `x/y/index.html`"
        ]
    );
    assert_eq!(in_body("<a href=\"\">a</a>"), ["page-link-broken: `href` of `<a>` is empty"]);
    assert_eq!(
        codes("<img alt=\"\" src=\"a.png\" srcset=\"b.png 1x, ../a%20b/ 2x\">"),
        ["page-link-broken", "page-link-broken"]
    );
    assert_eq!(codes("<noscript><a href=\"y\">a</a></noscript>"), ["page-link-broken"]);
    assert_eq!(
        in_body("<a href=\"../a%20b/#there\">a</a><a href=\"#here\">b</a>"),
        [
            "page-anchor-missing: `a b/index.html` does not have the anchor that the link leads to",
            "page-anchor-missing: `#here` leads to an anchor that the page does not have"
        ]
    );
    assert_eq!(
        in_body("<a href=\"javascript:alert(1)\">a</a>"),
        ["page-policy-broken: `javascript:alert(1)` is not allowed as a URL in a page"]
    );
}

#[test]
fn pictures_in_the_page_need_a_policy() {
    let picture = "<img alt=\"\" src=\"data:image/png;base64,AAAA\">";
    assert_eq!(
        in_body(picture),
        ["page-policy-broken: the policy of the page blocks the image `data:image/png;base64,AAAA`"]
    );
    let open = page("", picture).replace("'self'", "'self' data:");
    assert_eq!(findings(&[("index.html", &open)], None), [""; 0]);
    assert_eq!(codes("<img alt=\"\" src=\"data:image/svg+xml,a\">"), ["page-policy-broken"]);
}

#[test]
fn flaws_of_one_page() {
    for (body, code) in [
        ("<p id=\"a\"></p><p id=\"a\"></p>", "page-id-repeated"),
        ("<p id=\"a b\"></p>", "page-id-repeated"),
        ("<label for=\"q\">a</label>", "page-id-missing"),
        ("<h1>second</h1>", "page-h1-repeated"),
        ("<img src=\"./\">", "page-alt-missing"),
        ("<script>alert(1)</script>", "page-policy-broken"),
        ("<script src=\"https://a.b/x.js\"></script>", "page-policy-broken"),
        ("<p style=\"a\"></p>", "page-policy-broken"),
        ("<p onclick=\"a\"></p>", "page-policy-broken"),
        ("<style>a{}</style>", "page-policy-broken"),
        ("<p lang=\"he-IL\">a</p>", "page-passage-language"),
        ("<p lang=\"english\">a</p>", "page-passage-language"),
        ("<p></div>", "page-html-damaged"),
        ("<div><b></div>", "page-html-damaged"),
        ("<div>", "page-html-damaged"),
        ("<p title=\"a\"b>", "page-html-damaged"),
        ("<p title=\"a\" title=\"a\">", "page-html-damaged"),
        ("<br></br>", "page-html-damaged"),
        ("<p>\u{0}", "page-html-damaged"),
        ("<script type=\"application/ld+json\">{</script>", "page-data-differs"),
    ] {
        assert_eq!(codes(body), [code], "{body}");
    }
}

#[test]
fn what_every_page_has() {
    let bare =
        "<!DOCTYPE html><html><head><meta name=\"robots\" content=\"none\"></head><body></body></html>";
    assert_eq!(
        findings(&[("index.html", bare)], None),
        [
            "index.html page-h1-missing: the page has no `h1`",
            "index.html page-policy-missing: the page has no Content-Security-Policy",
            "index.html page-title-missing: the page has no title",
            "index.html page-language-wrong: the page does not state its language: `<html>` has no `lang`",
        ]
    );
    for (from, to, what) in [
        ("en-US", "en_US", "page-language-wrong: `en_US` is not a language tag; did you mean `en-US`?"),
        ("en-US", "ar", "page-language-wrong: `ar` is written rtl, but `dir` is ltr here"),
        (
            " dir=\"ltr\"",
            "",
            "page-language-wrong: the page does not state its direction: `<html>` has no `dir`",
        ),
        ("<title>", "<title></title><title>", "page-title-missing: the page has several titles"),
    ] {
        let damaged = page("", "").replace(from, to);
        assert_eq!(findings(&[("index.html", &damaged)], None), [format!("index.html {what}")]);
    }
    let late = page("", "").replace("<meta charset", "<script src=\"./\"></script><meta charset");
    assert_eq!(
        findings(&[("index.html", &late)], None),
        [
            "index.html page-policy-missing: this comes before the Content-Security-Policy, which does not apply to it"
        ]
    );
}

fn alternate(language: &str, url: &str) -> String {
    format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{url}\">")
}

#[test]
fn alternates_name_each_other() {
    let both =
        alternate("en-US", "/en-us/") + &alternate("he-IL", "/he-il/") + &alternate("x-default", "/en-us/");
    let english = shown("/en-us/", &both);
    let hebrew = |head: &str| {
        shown("/he-il/", head).replace("lang=\"en-US\" dir=\"ltr\"", "lang=\"he-IL\" dir=\"rtl\"")
    };
    let found = |english: &str, hebrew: &str| {
        findings(&[("en-us/index.html", english), ("he-il/index.html", hebrew)], None)
    };
    assert_eq!(found(&english, &hebrew(&both)), [""; 0]);
    assert_eq!(
        found(&english, &hebrew(&alternate("he-IL", "/he-il/"))),
        ["en-us/index.html page-alternate-wrong: `he-il/index.html` does not list this page in return"]
    );
    let without_default = both.rsplit_once("<link").unwrap().0;
    assert_eq!(
        found(&english, &hebrew(without_default)),
        [
            "en-us/index.html page-alternate-wrong: `he-il/index.html` does not list the same alternates as this page",
            "he-il/index.html page-alternate-wrong: `en-us/index.html` does not list the same alternates as this page"
        ]
    );
    assert_eq!(
        found(
            &english,
            &hebrew(&both)
                .replace("lang=\"he-IL\"", "lang=\"ar\"")
                .replace("hreflang=\"ar\"", "hreflang=\"he-IL\"")
        ),
        [
            "en-us/index.html page-alternate-wrong: `he-il/index.html` is in another language than `hreflang` says",
            "he-il/index.html page-alternate-wrong: `he-il/index.html` is in another language than `hreflang` says"
        ]
    );
    let alone = |head: &str| findings(&[("en-us/index.html", &shown("/en-us/", head))], None);
    assert_eq!(
        alone(&alternate("en-US", "./")),
        ["en-us/index.html page-alternate-wrong: `./` must be absolute or root-relative"]
    );
    let own = alternate("en-US", "/en-us/");
    assert_eq!(
        alone(&(own.clone() + &own)),
        ["en-us/index.html page-alternate-wrong: the page has two alternates in the same language"]
    );
    assert_eq!(
        findings(&[("en-us/index.html", &page(&own, ""))], None),
        ["en-us/index.html page-alternate-wrong: the page has alternates, but is itself marked noindex"]
    );
}

#[test]
fn canonical_urls_are_those_of_the_pages() {
    let base = Some("https://example.org/docs/");
    let root = shown("https://example.org/docs/", "");
    let with = |page: &str| findings(&[("index.html", &root), ("a/index.html", page)], base);
    assert_eq!(with(&shown("https://example.org/docs/a/", "")), [""; 0]);
    for (canonical, why) in [
        (
            "https://example.org/docs/b/",
            "`https://example.org/docs/b/` leads to a file that the site does not have: `b/index.html`",
        ),
        ("/docs/a/", "`/docs/a/` must be absolute"),
        (
            "https://example.org/docs/",
            "search engines may show the page, but its canonical URL is another page",
        ),
    ] {
        assert_eq!(with(&shown(canonical, "")), [format!("a/index.html page-canonical-wrong: {why}")]);
    }
    let none = page("", "").replace("noindex", "nofollow");
    assert_eq!(with(&none), ["a/index.html page-canonical-wrong: the page has no canonical URL"]);
    let link = page("", "<a href=\"/a/\">a</a>");
    assert_eq!(with(&link), ["a/index.html page-link-broken: `/a/` leads out of the base path of the site"]);
}

const FAQ: &str = r#"{"@context":"https://schema.org","@type":"FAQPage","name":"H","inLanguage":"en-US","mainEntity":[
    {"name":"Why so?","acceptedAnswer":{"text":"Because.\nTwice"}},{"name":"How?","acceptedAnswer":{"text":"So"}}]}"#;

/// What is found in a page of two questions, described thus.
fn described(json: &str) -> Vec<String> {
    in_body(&format!(
        "<script type=\"application/ld+json\">{json}</script><h2>Why  so?</h2><p>Because<sup class=\"footnote\">1</sup>.</p>\
         <ul><li>Twice</li></ul><h2>How?</h2><p>So</p>"
    ))
}

#[test]
fn what_machines_read_is_what_readers_see() {
    assert_eq!(described(FAQ), [""; 0]);
    for (from, to, why) in [
        ("\"H\"", "\"I\"", "the JSON-LD gives the heading as `I`, but the page shows another one"),
        ("en-US", "he-IL", "the JSON-LD gives the language as `he-IL`, but the article is in `en-US`"),
        ("Why so?", "Why not?", "the JSON-LD asks `Why not?`, which is not a heading there"),
        ("Twice", "Thrice", "the JSON-LD answers `Thrice`, which the page does not show there"),
        ("Because.", " ", "the JSON-LD answers `Twice`, which the page does not show there"),
        ("\"So\"", "\"\"", "the JSON-LD has no answer to `How?`"),
        (
            "https://schema.org",
            "https://example.org",
            "the `@context` of the JSON-LD is not https://schema.org",
        ),
        ("\"mainEntity\"", "\"other\"", "the JSON-LD is a FAQPage without questions"),
    ] {
        let found = described(&FAQ.replacen(from, to, 1));
        if from == "Because." {
            assert_eq!(found, [""; 0], "an empty line is no answer, and nothing wrong");
        } else {
            assert_eq!(found, [format!("page-data-differs: {why}")]);
        }
    }
    assert_eq!(described("{\"@type\":\"Organization\",\"name\":\"X\"}"), [""; 0]);
}

#[test]
fn the_way_to_a_page_is_the_one_it_shows() {
    const PATH: &str = r#"{"@context":"https://schema.org","@graph":[{"@type":"Article","headline":"H","inLanguage":"en-US"},
        {"@type":"BreadcrumbList","itemListElement":[{"position":1,"name":"Home","item":"https://e.example/"},
        {"position":2,"name":"H","item":"https://e.example/a/"}]}]}"#;
    let found = |json: &str| {
        let head = "<link rel=\"canonical\" href=\"https://e.example/a/\">";
        let script = format!("<script type=\"application/ld+json\">{json}</script>");
        // The names of the path stand before the heading.
        let text = page(head, &script).replace("<h1>", "<p>Home</p><h1>");
        let files = [("a/index.html", text.as_bytes()), ("index.html", text.as_bytes())];
        let findings = verified(&files, Some("https://e.example")).findings;
        let data = findings.iter().filter(|found| found.diagnostic.path.starts_with("a/"));
        data.filter(|found| found.diagnostic.code == "page-data-differs")
            .map(|found| found.diagnostic.message.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(found(PATH), [""; 0]);
    for (from, to, why) in [
        ("\"Home\"", "\"House\"", "the JSON-LD has `House` in its breadcrumbs, but the page does not"),
        ("\"position\":2", "\"position\":3", "`H` of the breadcrumbs in the JSON-LD is not number 2"),
        ("example/a/\"", "example/\"", "the breadcrumbs of the JSON-LD do not end at the canonical URL"),
        (
            "\"https://e.example/\"",
            "\"/no\"",
            "the JSON-LD names `/no`, which leads to a file that the site does not have: `no`",
        ),
    ] {
        assert_eq!(found(&PATH.replacen(from, to, 1)), [why]);
    }
}

#[test]
fn places_are_lines_and_columns() {
    let text = page("", "\nשלום <a href=\"y/\">a</a>\n<h1>b</h1>\n<a href=\"z/\">a</a>");
    let found = verified(&[("index.html", text.as_bytes())], None).findings;
    let places: Vec<_> =
        found.iter().map(|found| (found.line, found.column, found.diagnostic.code)).collect();
    assert_eq!(
        places,
        [(2, 15, "page-link-broken"), (3, 1, "page-h1-repeated"), (4, 10, "page-link-broken")]
    );
}

#[test]
fn long_articles_and_heavy_pages_are_different() {
    // Letters that no packer makes smaller, and the same on every machine.
    let noise = |length: usize| {
        let mut seed = 7_u32;
        let letter = |_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'0' + (seed >> 24) as u8 % 64).to_string().replace(['<', '>', '&', '"', '`'], "x")
        };
        (0..length).map(letter).collect::<String>()
    };
    let article = page("", &format!("<article><p>{}</p></article>", noise(30_000)));
    let frame = page("", &format!("<p>{}</p><article><p>a</p></article>", noise(30_000)));
    let list = page("", &format!("<p>{}</p>", noise(30_000)));
    let found = verified(
        &[("a.html", article.as_bytes()), ("b.html", frame.as_bytes()), ("c.html", list.as_bytes())],
        None,
    );
    let codes: Vec<_> =
        found.findings.iter().map(|found| (&*found.diagnostic.path, found.diagnostic.code)).collect();
    assert_eq!(codes, [("b.html", "page-too-large")]);
    assert_eq!((found.long, found.longest[0].0.as_str()), (1, "a.html"));
}
