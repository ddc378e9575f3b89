//! What links to the addresses of a generator's site mean.

use super::{catalog, meaning};
use crate::catalog::{Catalog, Options};
use crate::locale::Locale;

#[test]
fn links_from_the_root_may_begin_with_the_folder_that_the_site_is_published_in() {
    let files = [
        ("zola.toml", "base_url = \"https://example.org/base/\"\n[languages.fr]\n"),
        ("content/a.md", "# A\n"),
        ("content/b.md", "# B\n"),
        ("content/b.fr.md", "# B\n"),
        ("content/base/c.md", "# C\n"),
        ("static/d.png", ""),
    ];
    let catalog = catalog("content", &files, &Options::default());
    let links = [
        "/b/",
        "/base/b/",
        "/base/fr/b/",
        "/fr/b/",
        "/base/c/",
        "/base/base/c/",
        "/base/d.png",
        "/base/",
        "/basement/b/",
    ];
    let meanings = links.map(|link| format!("{link} {}", meaning(&catalog, "content/a.md", link)));
    insta::assert_snapshot!(meanings.join("\n"), @"
    /b/ en content/b.md
    /base/b/ en content/b.md
    /base/fr/b/ en content/b.md not fr
    /fr/b/ en content/b.md not fr
    /base/c/ en content/base/c.md
    /base/base/c/ en content/base/c.md
    /base/d.png asset static/d.png
    /base/ home en
    /basement/b/ Missing
    ");
}

#[test]
fn generators_take_addresses_from_keys_of_their_own() {
    let files = [
        ("zola/zola.toml", "base_url = \"/\"\n"),
        ("zola/content/a.md", "# A\n"),
        ("zola/content/x/b.md", "+++\npath = \"whole/b\"\nslug = \"no\"\n+++\n# B\n"),
        ("docusaurus/docusaurus.config.js", "module.exports = { presets: [['classic', {}]] }"),
        ("docusaurus/docs/a.md", "---\nslug: /\n---\n# A\n"),
        ("docusaurus/docs/x/b.md", "---\nid: other\n---\n# B\n"),
        ("docusaurus/docs/x/c.md", "---\nid: other-c\nslug: named\n---\n# C\n"),
        ("docusaurus/docs/x/d.md", "---\nslug: /top/d\n---\n# D\n"),
        ("docusaurus/blog/2024-03-15-e.md", "# E\n"),
        ("docusaurus/blog/2024/2024-03-15-f.md", "---\nslug: post\n---\n# F\n"),
        ("star/astro.config.mjs", "export default { integrations: [starlight({ title: 'x' })] }"),
        ("star/src/content/docs/a.md", "# A\n"),
        ("star/src/content/docs/x/b.md", "---\nslug: whole/b\n---\n# B\n"),
    ];
    let catalog = catalog("", &files, &Options::default());
    let meanings = [
        ("zola/content/a.md", ["/whole/b/", "x/b.md", "/x/no/"].as_slice()),
        (
            "docusaurus/docs/x/b.md",
            &[
                "/docs/",
                "/docs/x/other",
                "/docs/x/named",
                "/docs/top/d",
                "/blog/2024/03/15/e",
                "/blog/post",
                "/top/d",
            ],
        ),
        ("star/src/content/docs/a.md", &["/whole/b/", "/x/whole/b/"]),
    ];
    let meanings = meanings.into_iter().flat_map(|(path, links)| {
        links.iter().map(|link| format!("{link} {}", meaning(&catalog, path, link))).collect::<Vec<_>>()
    });
    insta::assert_snapshot!(meanings.collect::<Vec<_>>().join("\n"), @"
    /whole/b/ en zola/content/x/b.md
    x/b.md en zola/content/x/b.md
    /x/no/ Missing
    /docs/ en docusaurus/docs/a.md
    /docs/x/other en docusaurus/docs/x/b.md
    /docs/x/named en docusaurus/docs/x/c.md
    /docs/top/d en docusaurus/docs/x/d.md
    /blog/2024/03/15/e en docusaurus/blog/2024-03-15-e.md
    /blog/post en docusaurus/blog/2024/2024-03-15-f.md
    /top/d Missing
    /whole/b/ en-US star/src/content/docs/x/b.md
    /x/whole/b/ Missing
    ");
}

/// A line for each link, as a reader of `de` finds it.
fn meanings(catalog: &Catalog, links: &[&str]) -> String {
    links.iter().map(|link| format!("{link} {}\n", meaning(catalog, "content/de/a.md", link))).collect()
}

const HASH: &str = "source_hash: 0123456789012345678901234567890123456789";

fn site(base_url: &str) -> Catalog {
    let translation = |text: &str| format!("---\n{HASH}\n---\n{text}");
    let (a, b, c) =
        (translation("# A\n\n## Hier\n\nx\n"), translation("# B\n\n## Teil\n\nx\n"), translation("# C\n"));
    let files = [
        ("content/en/a.md", "# A\n"),
        ("content/en/b.md", "---\ncustom_ids: [\"9357\"]\ndate: 2026-01-02\n---\n# B\n\n## Part\n\nx\n"),
        ("content/en/only.md", "# Only\n"),
        ("content/en/s/c.md", "# C\n"),
        ("content/en/p.png", ""),
        ("content/de/a.md", &a),
        ("content/de/b.md", &b),
        ("content/de/s/c.md", &c),
        ("static/img/x.png", ""),
    ];
    let options = Options {
        base_url: Some(base_url.to_owned()),
        source_locale: Locale::parse("en").ok(),
        statics: vec!["static".to_owned()],
        ..Options::default()
    };
    catalog("content", &files, &options)
}

const OWN_ADDRESSES: [&str; 21] = [
    "https://h.example/docs/de/b/",
    "https://h.example/docs/b",
    "https://h.example/de/docs/b/",
    "https://h.example/docs/de/b/index.html#part",
    "//h.example/docs/de/b/?x=1#teil",
    "http://h.example/docs/de/b/",
    "HTTPS://WWW.H.EXAMPLE:443/docs/de/b/",
    "https://h.example/docs",
    "https://h.example/docs/de/nope/",
    "https://h.example/docs/fr/b/",
    "https://h.example/docs/img/x.png",
    "https://h.example/docs/img/y.png",
    "https://h.example/shop/",
    "https://h.example/",
    "https://h.example.org/docs/de/b/",
    "/docs/de/b/",
    "/docs/b/",
    "/docs/img/x.png",
    "/docs/de/nope/",
    "/docs/",
    "/de/b/",
];

#[test]
fn the_site_knows_its_own_addresses() {
    insta::assert_snapshot!(meanings(&site("https://h.example/docs/"), &OWN_ADDRESSES), @r#"
    https://h.example/docs/de/b/ de content/de/b.md
    https://h.example/docs/b de content/de/b.md
    https://h.example/de/docs/b/ de content/de/b.md
    https://h.example/docs/de/b/index.html#part de content/de/b.md #part
    //h.example/docs/de/b/?x=1#teil de content/de/b.md ?x=1 #teil
    http://h.example/docs/de/b/ de content/de/b.md
    HTTPS://WWW.H.EXAMPLE:443/docs/de/b/ de content/de/b.md
    https://h.example/docs home de
    https://h.example/docs/de/nope/ Missing
    https://h.example/docs/fr/b/ Missing
    https://h.example/docs/img/x.png asset static/img/x.png
    https://h.example/docs/img/y.png Missing
    https://h.example/shop/ External("https://h.example/shop/")
    https://h.example/ External("https://h.example/")
    https://h.example.org/docs/de/b/ External("https://h.example.org/docs/de/b/")
    /docs/de/b/ de content/de/b.md
    /docs/b/ de content/de/b.md
    /docs/img/x.png asset static/img/x.png
    /docs/de/nope/ Missing
    /docs/ home de
    /de/b/ de content/de/b.md
    "#);
    let links = OWN_ADDRESSES.map(|link| link.replace("/docs", ""));
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    insta::assert_snapshot!(meanings(&site("https://www.h.example"), &links), @r#"
    https://h.example/de/b/ de content/de/b.md
    https://h.example/b de content/de/b.md
    https://h.example/de/b/ de content/de/b.md
    https://h.example/de/b/index.html#part de content/de/b.md #part
    //h.example/de/b/?x=1#teil de content/de/b.md ?x=1 #teil
    http://h.example/de/b/ de content/de/b.md
    HTTPS://WWW.H.EXAMPLE:443/de/b/ de content/de/b.md
    https://h.example home de
    https://h.example/de/nope/ Missing
    https://h.example/fr/b/ External("https://h.example/fr/b/")
    https://h.example/img/x.png asset static/img/x.png
    https://h.example/img/y.png Missing
    https://h.example/shop/ External("https://h.example/shop/")
    https://h.example/ home de
    https://h.example.org/de/b/ External("https://h.example.org/de/b/")
    /de/b/ de content/de/b.md
    /b/ de content/de/b.md
    /img/x.png asset static/img/x.png
    /de/nope/ Missing
    / home de
    /de/b/ de content/de/b.md
    "#);
}

#[test]
fn what_the_site_makes_can_be_linked() {
    let links = [
        "/open/9357/",
        "/docs/open/9357/#_languages",
        "/de/open/9357",
        "../../open/9357/",
        "https://h.example/docs/open/9357/",
        "/open/9358/",
        "/open/",
        "/all/",
        "/en/all/index.html",
        "all/",
        "/all/2/",
        "/search/?q=x",
        "/404.html",
        "/de/404.html",
        "/robots.txt",
        "/sitemap.xml",
        "/de/sitemap.xml",
        "/en/feed.xml",
        "/feed.xml",
        "/llms.txt",
        "/ids.json",
        "/de/ids.json#x",
        "/status/",
        "/s/",
        "/",
        "/de/",
    ];
    insta::assert_snapshot!(meanings(&site("https://h.example/docs/"), &links), @r#"
    /open/9357/ Made("open/9357/")
    /docs/open/9357/#_languages Made("open/9357/") #_languages
    /de/open/9357 Made("open/9357/")
    ../../open/9357/ Made("open/9357/")
    https://h.example/docs/open/9357/ Made("open/9357/")
    /open/9358/ Missing
    /open/ Missing
    /all/ home de
    /en/all/index.html home en
    all/ home de
    /all/2/ Missing
    /search/?q=x home de ?q=x
    /404.html Made("404.html")
    /de/404.html Made("de/404.html")
    /robots.txt Made("robots.txt")
    /sitemap.xml Made("sitemap.xml")
    /de/sitemap.xml Made("de/sitemap.xml")
    /en/feed.xml Made("en/feed.xml")
    /feed.xml Missing
    /llms.txt Made("de/llms.txt")
    /ids.json Made("de/ids.json")
    /de/ids.json#x Made("de/ids.json") no #x
    /status/ Missing
    /s/ Section { locale: LocaleIndex(0), url: "s" }
    / home de
    /de/ home de
    "#);
}

#[test]
fn old_paths_take_no_page_of_the_site() {
    let claims = "redirect_from: [/sec/, /open/9357/, /de/open/9357/, /robots.txt, /all, /gone/]";
    let other = format!("---\n{claims}\n---\n# B\n");
    let files = [
        ("content/de/a.md", "---\ncustom_ids: 9357\n---\n# A\n"),
        ("content/de/sec/c.md", "# C\n"),
        ("content/en/b.md", &*other),
    ];
    let catalog = catalog("content", &files, &Options::default());
    let links = ["/sec/", "sec", "/de/sec/", "/open/9357", "/robots.txt", "/all", "/gone/"];
    insta::assert_snapshot!(meanings(&catalog, &links), @r#"
    /sec/ Section { locale: LocaleIndex(0), url: "sec" }
    sec Section { locale: LocaleIndex(0), url: "sec" }
    /de/sec/ Section { locale: LocaleIndex(0), url: "sec" }
    /open/9357 Made("open/9357/")
    /robots.txt Made("robots.txt")
    /all home de
    /gone/ en content/en/b.md redirected
    "#);
}

#[test]
fn a_link_to_another_locale_leads_to_the_readers_own() {
    let links = [
        "../en/b.md#part",
        "/en/b/#nope",
        "../../content/en/b.md?x=1#:~:text=y",
        "https://h.example/docs/en/b/",
        "/en/s/",
        "/en/s/c",
        // Meant for that locale.
        "/en/a/",
        "../en/a.md",
        "/en/",
        // The reader has none.
        "/en/only/",
        "../en/only.md",
    ];
    insta::assert_snapshot!(meanings(&site("https://h.example/docs/"), &links), @r#"
    ../en/b.md#part de content/de/b.md #part not en
    /en/b/#nope de content/de/b.md no #nope not en
    ../../content/en/b.md?x=1#:~:text=y de content/de/b.md ?x=1 :~:text=y not en
    https://h.example/docs/en/b/ de content/de/b.md not en
    /en/s/ Section { locale: LocaleIndex(0), url: "s" } not en
    /en/s/c de content/de/s/c.md not en
    /en/a/ en content/en/a.md
    ../en/a.md en content/en/a.md
    /en/ home en
    /en/only/ en content/en/only.md
    ../en/only.md en content/en/only.md
    "#);
}

#[test]
fn queries_and_fragments_stay() {
    let links = [
        "b.md?view=x#teil",
        "b.md#TEIL",
        "b.md#t%65il",
        "b.md#top",
        "#TOP",
        "#:~:text=foo",
        "b.md#:~:text=foo,bar",
        "b.md#teil:~:text=f%C3%BCr",
        "b.md#nope:~:text=foo",
        "?tab=2",
        "?tab=2#hier",
        "b.md?",
        "b.md#",
        "../p.png?v=1#x",
        "/img/x.png?v=1#x",
        "/s/#x",
        "#",
    ];
    insta::assert_snapshot!(meanings(&site("https://h.example/docs/"), &links), @r#"
    b.md?view=x#teil de content/de/b.md ?view=x #teil
    b.md#TEIL de content/de/b.md #teil
    b.md#t%65il de content/de/b.md #teil
    b.md#top de content/de/b.md #top
    #TOP Here #top
    #:~:text=foo Here :~:text=foo
    b.md#:~:text=foo,bar de content/de/b.md :~:text=foo,bar
    b.md#teil:~:text=f%C3%BCr de content/de/b.md #teil :~:text=f%C3%BCr
    b.md#nope:~:text=foo de content/de/b.md no #nope :~:text=foo
    ?tab=2 Here ?tab=2
    ?tab=2#hier Here ?tab=2 #hier
    b.md? de content/de/b.md
    b.md# de content/de/b.md
    ../p.png?v=1#x asset content/en/p.png ?v=1 in it #x
    /img/x.png?v=1#x asset static/img/x.png ?v=1 in it #x
    /s/#x Section { locale: LocaleIndex(0), url: "s" } no #x
    # Empty
    "#);
}

#[test]
fn characters_that_nobody_sees_are_taken_out() {
    let marks =
        "\u{200e}\u{200f}\u{61c}\u{200b}\u{200c}\u{200d}\u{feff}\u{ad}\u{202b}\u{2067}\u{202c}\u{2060}";
    let site = site("https://h.example/docs/");
    for mark in marks.chars() {
        let encoded: String = mark.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect();
        for mark in [mark.to_string(), encoded] {
            for (link, plain) in [
                (format!("{mark}b.md"), "b.md"),
                (format!("b.md{mark}"), "b.md"),
                (format!("b{mark}.md#t{mark}eil"), "b.md#teil"),
                (format!("#{mark}hier"), "#hier"),
                (format!("{mark}https://e.example/x"), "https://e.example/x"),
                (format!("https://e.example/x{mark}"), "https://e.example/x"),
                (format!("/docs/{mark}de/b/"), "/docs/de/b/"),
                (format!("/img/x{mark}.png"), "/img/x.png"),
            ] {
                let found = meaning(&site, "content/de/a.md", &link);
                let found = found.split(" without ").collect::<Vec<_>>();
                assert_eq!(found.len(), 2, "{link:?}");
                assert_eq!(found[0], meaning(&site, "content/de/a.md", plain), "{link:?}");
            }
        }
    }
}
