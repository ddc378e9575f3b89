//! A finished site always verifies, whatever was contributed: articles with names, characters and markup that nobody
//! would write, in one site each and all together.

use std::fs;
use std::path::Path;

use faqtory::diagnostic::Severity;
use faqtory::verify::{self, Coverage, Request};
use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    anchors_that_can_be_no_id,
    headings_named_like_parts_of_the_page,
    an_anchor_of_the_source_is_that_of_its_translations,
    characters_that_html_forbids,
    a_name_of_the_site_and_messages,
    questions_and_answers_are_what_the_page_shows,
    questions_in_markup_that_is_broken,
    what_stands_in_an_include_is_an_answer,
    notes_of_what_is_included_in_a_sentence,
    a_note_that_is_defined_twice,
    robots_as_nobody_writes_them,
];

/// What `--verify` finds at error level in the site of these articles, as `path code: message`; and the site.
fn build(articles: &[(&str, &str)]) -> (TempDir, Vec<String>) {
    let project = TempDir::new().unwrap();
    let configuration = "[site]\nbase_url = \"https://help.example.org\"\nsource_locale = \"en-US\"\n";
    fs::write(project.path().join("faqtory.toml"), configuration).unwrap();
    for (path, text) in articles {
        let to = project.path().join("content").join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, text).unwrap();
    }
    let dir = project.path().join("public");
    site::build_into(project.path(), &dir, &[]);
    let base_url = Some("https://help.example.org/");
    let verified = verify::site(&Request { dir: &dir, base_url, coverage: Coverage::Whole }, &|| ()).unwrap();
    let found = verified.findings.into_iter().map(|finding| finding.diagnostic);
    let errors = found.filter(|found| found.severity == Severity::Error);
    let line =
        |found: faqtory::diagnostic::Diagnostic| format!("{} {}: {}", found.path, found.code, found.message);
    (project, errors.map(line).collect())
}

fn page(project: &TempDir, path: &str) -> String {
    fs::read_to_string(Path::new(project.path()).join("public").join(path).join("index.html")).unwrap()
}

/// The page of an article of one text, which has to verify.
#[track_caller]
fn sound(text: &str) -> String {
    let (project, errors) = build(&[("en-US/a.md", text)]);
    assert!(errors.is_empty(), "{text:?}:\n{}", errors.join("\n"));
    page(&project, "en-us/a")
}

/// The JSON-LD of a page.
fn printed(page: &str) -> serde_json::Value {
    let (_, script) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let json: serde_json::Value = serde_json::from_str(script.split_once("</script>").unwrap().0).unwrap();
    json.get("@graph").map_or(json.clone(), |graph| graph[0].clone())
}

/// Questions and answers of the page of an article of one text.
#[track_caller]
fn asked(text: &str) -> Vec<(String, String)> {
    let printed = printed(&sound(text));
    let questions = printed["mainEntity"].as_array().cloned().unwrap_or_default();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    questions.iter().map(|it| (text(&it["name"]), text(&it["acceptedAnswer"]["text"]))).collect()
}

fn anchors_that_can_be_no_id() {
    let names = [
        "a b",
        "a\tb",
        "&lt;",
        "&quot;",
        "%zz",
        "%20",
        "{",
        "#",
        "`",
        "a|b",
        "\u{a0}",
        "\u{202e}x",
        "\u{200b}",
        "\0",
        "&#0;",
        "&#x1F;",
        "\u{85}",
        "\u{ffff}",
        "_copy",
        "_contents",
        "fn:1",
        "fnref:1",
        "x&amp;lt;y",
        "",
    ];
    for name in names {
        let encoded = name.replace(' ', "%20");
        sound(&format!(
            "# <a name=\"{name}\"></a>T[^1]\n\n## <a id=\"{name} 1\"></a>A\n\n## B {{#{name}}}\n\n## C\n\n<p id=\"2 {name}\">x</p>\n\n\
             [l](<#{name}>) [m](#{encoded}%201)\n\n[^1]: n\n"
        ));
    }
    let page = sound("# T\n\n## <a name=\"a b\"></a>One\n\n## Two\n\n## Three\n\n[x](#a%20b) [y](<#a b>)\n");
    assert!(page.contains("<h2 id=\"a-b\">") && page.contains("aria-labelledby=\"_copy a-b\""), "{page}");
    assert_eq!(page.matches("href=\"#a-b\"").count(), 4, "{page}");
}

fn headings_named_like_parts_of_the_page() {
    sound("# \\_content\n\n## \\_copy\n\n## \\_contents\n\n## \\_related\n\n[x](#_copy)\n");
}

fn an_anchor_of_the_source_is_that_of_its_translations() {
    let source = "# T\n\n## <a name=\"one two\"></a>A\n\n## B\n\n## C\n\n[x](#one%20two)\n";
    let translation = "# T\n\n## D\n\n## E\n\n## F\n\n[x](#one%20two)\n";
    let (project, errors) = build(&[("en-US/a.md", source), ("de-DE/a.md", translation)]);
    assert_eq!(errors, [""; 0]);
    for locale in ["en-us", "de-de"] {
        let page = page(&project, &format!("{locale}/a"));
        assert!(
            page.contains("<h2 id=\"one-two\">") && page.contains("<a href=\"#one-two\">x</a>"),
            "{page}"
        );
    }
}

fn characters_that_html_forbids() {
    for character in
        ["\0", "\u{1}", "\u{c}", "\u{7f}", "\u{85}", "\u{fffe}", "\u{fdd0}", "\u{1ffff}", "\u{2028}"]
    {
        let c = character;
        let text = format!(
            "---\ndescription: d{c}d\n---\n# T{c}\n\n## Q{c}?\n\na{c} `b{c}` [c{c}](d{c}.md \"t{c}\") ![e{c}](https://e.example/f{c}.png \"g{c}\")\n\n\
             ## R?\n\n| {c} |\n|---|\n| {c}x |\n\n```{c}\n{c}\n```\n\n<p title=\"{c}\">{c}</p>\n\n<a href=\"https://e.example/{c}\">{c}</a>\n"
        );
        let page = sound(&text);
        assert!(!page.contains(c) || c == "\u{2028}", "{c:?}: {page}");
    }
    let escaped = "---\ntitle: \"\\0 \\x01 \\uFFFE t\"\ndescription: \"\\0\"\nms.custom: \"\\0\"\nkeywords: [\"\\0\"]\n---\nText &#0; &#x1F; &#xD800; &#x110000; &#x80;\n";
    assert!(sound(escaped).contains("<title>\u{fffd} \u{fffd} \u{fffd} t"));
}

fn a_name_of_the_site_and_messages() {
    let project = TempDir::new().unwrap();
    for (path, text) in [
        ("faqtory.toml", "[site]\ntitle = \"a b\"\n"),
        ("locales/en-US/main.ftl", "updated = \u{1} { $date }\nhome = \u{0}h\n"),
        ("content/en-US/a.md", "---\ndate: 2026-01-02\n---\n# T\n\n[!INCLUDE [x](i.md)]\n"),
        ("content/en-US/i.md", "i\0\n"),
        ("content/en-US/TOC.yml", "- name: \"n\\0\"\n  items:\n  - name: m\n    href: a.md\n"),
    ] {
        let to = project.path().join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, text).unwrap();
    }
    let dir = project.path().join("public");
    site::build_into(project.path(), &dir, &[]);
    let verified =
        verify::site(&Request { dir: &dir, base_url: None, coverage: Coverage::Whole }, &|| ()).unwrap();
    assert!(verified.findings.is_empty(), "{:?}", verified.findings);
}

fn questions_and_answers_are_what_the_page_shows() {
    let text = "# T ![i](nope.png)\n\n## Why ![x](nope.png)?\n\na ![y](nope.png) b\n\n## How [!VIDEO https://www.youtube.com/embed/x]?\n\n\
                text [!VIDEO https://www.youtube.com/embed/x] more[^1]\n\n[^1]: note\n";
    let page = sound(text);
    assert_eq!(printed(&page)["name"], "T i");
    let first = asked(text).remove(0);
    assert_eq!(first, ("Why x?".to_owned(), "a y b".to_owned()));
}

fn questions_in_markup_that_is_broken() {
    for text in [
        "## ?\n\na\n\n## m<h2>?\n\nb\n",
        "## :<h2>？\n\n## ？\n\na\n\n## b?\n\nc\n",
        "# :::image \n",
        "# <img>\n",
        "# ![]()\n",
        "# [!INCLUDE[]()]\n",
        "## a?\n[^1]:r\n\n.\n## b?\ne\n",
        "[^2]:# ?\n.\n## ?\ns\n## c?\nd",
        "## &#x85;?\nx\n1. # ?\ny\n",
        "## a?\nw<img alt=\"z\">:\n## b?\nN",
        "## a?\n<br>x<br/>y\n## b?\n<ruby>k<rt>r</rt></ruby>\n",
        "## a?\n> [!NOTE]\n> x\n## b?\n<details><summary>s?</summary>t</details>\n",
        "## a?\n\n:::image type=\"complex\" source=\"x.png\" alt-text=\"y\":::\nlong\n:::image-end:::\n\n## b?\n\n- [ ] c\n\n## c\u{ad}\u{202e}?\n\nd&shy;&zwj;\n",
        "## a?\n\n<span data-ttu-id=\"1\">t</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">s</span></span>\n\n## b?\n\nc\n",
        "**a?**\n\nb\n\n**c?**\n\n<b>d <i>e</b> f</i>\n",
    ] {
        sound(text);
    }
}

fn what_stands_in_an_include_is_an_answer() {
    let articles = [
        ("en-US/a.md", "# T\n\n## Why?\n\n[!INCLUDE [x](includes/i.md)]\n\n## How?\n\nSo.\n"),
        ("en-US/includes/i.md", "Because.\n"),
    ];
    let (project, errors) = build(&articles);
    assert_eq!(errors, [""; 0]);
    let printed = printed(&page(&project, "en-us/a"));
    assert_eq!(printed["mainEntity"][0]["acceptedAnswer"]["text"], "Because.");
}

fn notes_of_what_is_included_in_a_sentence() {
    let articles = [
        ("en-US/a.md", "# T\n\nText [!INCLUDE [x](includes/i.md)] and[^1]\n\n[^1]: n\n"),
        ("en-US/includes/i.md", "Included[^1]\n\n[^1]: m\n"),
    ];
    let (project, errors) = build(&articles);
    assert_eq!(errors, [""; 0]);
    assert!(page(&project, "en-us/a").contains("Text Included and<sup"));
}

fn a_note_that_is_defined_twice() {
    let page = sound("# T\n\n## One\n\nx[^n]\n\n## Two\n\n[^n]: # First\n\n[^n]: # Second\n");
    assert_eq!(page.matches("<li id=\"fn:1\">").count(), 1);
    assert!(page.contains(">First</h2>") && page.contains(">Second</h2>"), "{page}");
}

fn robots_as_nobody_writes_them() {
    let translation = "---\nROBOTS: \": : NOINDEX\"\n---\n# T\n";
    let (project, errors) = build(&[
        ("en-US/a.md", "---\nrobots: 'max-image-preview: none'\n---\n# T\n"),
        ("de-DE/a.md", translation),
    ]);
    assert_eq!(errors, [""; 0]);
    assert!(page(&project, "de-de/a").contains("content=\"NOINDEX\""));
}
