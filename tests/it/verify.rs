//! `faqtory build --verify`: whole sites have nothing wrong, and what is broken in a finished site by hand is found, with
//! its place and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use faqtory::verify::{self, Coverage, Request, Verified};
use scraper::{Html, Selector};
use tempfile::TempDir;

use crate::harness::{Test, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    sample,
    every_kind_of_page,
    seeds,
    corpus_with_source,
    corpus,
    a_sound_site_has_nothing,
    a_site_that_is_read_from_the_disk_has_nothing,
    links_of_a_site_that_is_read_from_the_disk_name_files,
    a_file_that_is_gone,
    parts_of_the_search_that_are_gone,
    what_a_style_sheet_loads,
    a_page_that_is_gone,
    a_place_that_is_gone,
    a_file_of_others_is_not_judged,
    an_id_twice,
    a_second_h1_and_none,
    a_language_that_is_gone,
    an_alternate_that_is_gone,
    a_canonical_url_that_is_wrong,
    json_ld_that_differs,
    what_the_policy_refuses,
    a_page_that_ends_too_early,
    files_for_machines_that_are_damaged,
    files_for_machines_that_lead_nowhere,
    a_build_tells_what_it_found,
    a_part_alone_leads_to_parts_that_are_not_there,
];

const BASE: &str = "https://help.example.org/docs/";

/// Questions, translations, a picture, a redirect, a custom ID, a date, a link to a place.
const FILES: &[(&str, &str)] = &[
    (
        "faqtory.toml",
        "[site]\nbase_url = \"https://help.example.org/docs\"\nsource_locale = \"en-US\"\n[api]\narticles = true\nmarkdown = true\nhelp = true\n",
    ),
    (
        "content/en-US/faq.md",
        "---\ntitle: Questions\ndate: 2026-03-08\ncustom_ids: [4711]\nredirect_from: old\n---\n# Questions\n\n\
         ## Why?\n\nBecause.\n\n## How?\n\nAs [before](more.md#part).\n\n![A key](key.svg)\n",
    ),
    ("content/en-US/key.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"),
    ("content/en-US/more.md", "---\ntitle: More\n---\n# More\n\n## Part\n\nText.\n"),
    ("content/he-IL/faq.md", "---\ntitle: שאלות\n---\n# שאלות\n\nטקסט.\n"),
];

/// The site of [`FILES`], with its project.
struct Small {
    _project: TempDir,
    dir: PathBuf,
}

fn small() -> Small {
    let project = TempDir::new().unwrap();
    for (path, text) in FILES {
        let to = project.path().join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, text).unwrap();
    }
    let dir = project.path().join("public");
    site::build_into(project.path(), &dir, &[]);
    Small { _project: project, dir }
}

impl Small {
    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.dir.join(name)).unwrap()
    }

    /// Puts `to` in the place of `from`, which has to be there.
    fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.text(name);
        assert!(text.contains(from), "{name} has no {from}:\n{text}");
        fs::write(self.dir.join(name), text.replacen(from, to, 1)).unwrap();
    }

    /// What is found, as `path code`.
    fn found(&self) -> Vec<String> {
        let found = verified(&self.dir, Some(BASE)).findings.into_iter().map(|finding| finding.diagnostic);
        found.map(|found| format!("{} {}", found.path, found.code)).collect()
    }
}

fn verified(dir: &Path, base_url: Option<&str>) -> Verified {
    verify::site(&Request { dir, base_url, coverage: Coverage::Whole }, &|| ()).unwrap()
}

/// What is found in the small site after one replacement in one file.
fn after(name: &str, from: &str, to: &str) -> Vec<String> {
    let small = small();
    small.replace(name, from, to);
    small.found()
}

const FAQ: &str = "en-us/faq/index.html";

fn is_sound(input: &Path) {
    let built = site::build(input, &["--verify"]);
    let verified = &built.summary["verify"];
    assert_eq!(verified["findings"], serde_json::json!([]));
    assert_eq!(verified["pages"], built.summary["pages"]);
}

fn sample() {
    is_sound(&site::sample());
}

fn every_kind_of_page() {
    is_sound(site::pages().path());
}

fn seeds() {
    is_sound(&shared("seeds"));
}

fn corpus_with_source() {
    is_sound(&shared("corpus-with-source"));
}

fn corpus() {
    is_sound(&shared("corpus"));
}

fn a_sound_site_has_nothing() {
    let small = small();
    assert_eq!(small.found(), [""; 0]);
    assert!(small.text(FAQ).contains("FAQPage"), "what is damaged below has to be there");
}

fn a_site_that_is_read_from_the_disk_has_nothing() {
    let project = TempDir::new().unwrap();
    for (path, text) in FILES {
        let to = project.path().join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, text.replace("base_url = \"https://help.example.org/docs\"", "links = \"file\""))
            .unwrap();
    }
    is_sound(project.path());
}

fn links_of_a_site_that_is_read_from_the_disk_name_files() {
    let project = site::pages();
    fs::write(project.path().join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\nlinks = \"file\"\n")
        .unwrap();
    let built = site::build(project.path(), &[]);
    let links = Selector::parse("a[href]").unwrap();
    for file in site::files(&built.dir()).iter().filter(|file| file.ends_with(".html")) {
        let page = Html::parse_document(&fs::read_to_string(built.dir().join(file)).unwrap());
        for href in page.select(&links).filter_map(|link| link.attr("href")) {
            let path = href.split(['?', '#']).next().unwrap();
            assert!(path.contains("://") || !path.ends_with('/'), "{file}: {href}");
        }
    }
}

fn a_file_that_is_gone() {
    let small = small();
    let picture = site::files(&small.dir).into_iter().find(|name| name.contains("key.")).unwrap();
    fs::remove_file(small.dir.join(picture)).unwrap();
    // The page that shows it. An article as data has it in its HTML.
    assert_eq!(small.found(), [format!("{FAQ} page-link-broken")]);
}

fn parts_of_the_search_that_are_gone() {
    for name in ["r0.js", "t0.js"] {
        let small = small();
        fs::remove_file(small.dir.join("en-us/search").join(name)).unwrap();
        assert_eq!(small.found(), ["en-us/search/index.js site-entry-broken"]);
    }
    let small = small();
    fs::remove_file(small.dir.join("he-il/search/index.js")).unwrap();
    let found = small.found();
    assert!(
        found.iter().all(|found| found.starts_with("he-il/") && found.ends_with(" page-link-broken")),
        "{found:?}"
    );
    assert!(!found.is_empty());
}

fn what_a_style_sheet_loads() {
    let small = small();
    let style = site::files(&small.dir).into_iter().find(|name| name.starts_with("assets/style.")).unwrap();
    let text = small.text(&style) + "p{background:url(key.png)}q{background:url('data:image/png;base64,AA')}";
    fs::write(small.dir.join(&style), text).unwrap();
    assert_eq!(small.found(), [format!("{style} page-link-broken")]);
}

fn a_page_that_is_gone() {
    let small = small();
    fs::remove_file(small.dir.join("en-us/more/index.html")).unwrap();
    let found = small.found();
    for expected in [
        "en-us/faq/index.html page-link-broken",
        "en-us/search/r0.js site-entry-broken",
        "en-us/sitemap.xml site-entry-broken",
        "en-us/llms.txt site-entry-broken",
        "en-us/more/index.json site-entry-broken",
        "he-il/more/index.html page-canonical-wrong",
    ] {
        assert!(found.iter().any(|found| found == expected), "{expected}: {found:#?}");
    }
}

fn a_place_that_is_gone() {
    assert_eq!(
        after("en-us/more/index.html", "id=\"part\"", "id=\"other\"").first().unwrap(),
        &format!("{FAQ} page-anchor-missing")
    );
    assert_eq!(after(FAQ, "id=\"_content\"", "id=\"_other\""), [format!("{FAQ} page-anchor-missing")]);
}

fn a_file_of_others_is_not_judged() {
    let small = small();
    fs::write(small.dir.join("google0123.html"), "google-site-verification: google0123.html").unwrap();
    fs::write(small.dir.join("en-us/notes.json"), "{").unwrap();
    assert_eq!(small.found(), [""; 0]);
    small.replace(FAQ, "<main", "<a href=\"../../google0123.html\">x</a><main");
    assert_eq!(small.found(), [""; 0]);
}

fn an_id_twice() {
    assert_eq!(
        after(FAQ, "<footer class=\"bar\">", "<footer class=\"bar\" id=\"_content\">"),
        [format!("{FAQ} page-id-repeated")]
    );
}

fn a_second_h1_and_none() {
    assert_eq!(after("404.html", "<main", "<h1>x</h1><main"), ["404.html page-h1-repeated"]);
    let small = small();
    small.replace("404.html", "<h1", "<p");
    small.replace("404.html", "</h1>", "</p>");
    assert_eq!(small.found(), ["404.html page-h1-missing"]);
}

fn a_language_that_is_gone() {
    assert_eq!(after("404.html", " lang=\"en-US\"", ""), ["404.html page-language-wrong"]);
    let hebrew = "he-il/404.html";
    assert_eq!(
        after(hebrew, "lang=\"he-IL\" dir=\"rtl\"", "lang=\"he-IL\" dir=\"ltr\"")[0],
        format!("{hebrew} page-language-wrong")
    );
}

fn an_alternate_that_is_gone() {
    let small = small();
    let text = small.text("he-il/faq/index.html");
    let line = text.lines().find(|line| line.contains("hreflang=\"en-US\" href=\"http")).unwrap();
    small.replace("he-il/faq/index.html", line, "");
    assert_eq!(
        small.found(),
        [
            format!("{FAQ} page-alternate-wrong"),
            // Its default is none of its alternates now.
            "he-il/faq/index.html page-alternate-wrong".to_owned()
        ]
    );
}

fn a_canonical_url_that_is_wrong() {
    let canonical = format!("<link rel=\"canonical\" href=\"{BASE}en-us/faq/\">");
    let gone = ["page-canonical-wrong", "page-data-differs"].map(|code| format!("{FAQ} {code}"));
    let found = after(FAQ, &canonical, "");
    assert_eq!(found[..2], gone);
    assert_eq!(found[2..], ["en-us/feed.xml site-entry-broken", "en-us/sitemap.xml site-entry-broken"]);
}

fn json_ld_that_differs() {
    for (from, to) in [
        ("\"text\":\"Because.\"", "\"text\":\"Why not.\""),
        ("\"name\":\"Why?\"", "\"name\":\"Where?\""),
        ("{\"@context\"", "{{\"@context\""),
    ] {
        assert_eq!(after(FAQ, from, to), [format!("{FAQ} page-data-differs")], "{to}");
    }
    assert_eq!(after(FAQ, "<p>Because.</p>", ""), [format!("{FAQ} page-data-differs")]);
}

fn what_the_policy_refuses() {
    for bad in [
        "<script>alert(1)</script>",
        "<p style=\"color:red\"></p>",
        "<style>p{}</style>",
        "<p onclick=\"x()\"></p>",
        "<script src=\"https://cdn.example.com/x.js\"></script>",
    ] {
        assert_eq!(
            after(FAQ, "<main", &format!("{bad}<main")),
            [format!("{FAQ} page-policy-broken")],
            "{bad}"
        );
    }
    let small = small();
    let policy =
        small.text(FAQ).lines().find(|line| line.contains("Content-Security-Policy")).unwrap().to_owned();
    small.replace(FAQ, &policy, "");
    assert_eq!(small.found(), [format!("{FAQ} page-policy-missing")]);
}

fn a_page_that_ends_too_early() {
    let small = small();
    let text = small.text("404.html");
    fs::write(small.dir.join("404.html"), &text[..text.find("</main>").unwrap()]).unwrap();
    assert_eq!(small.found(), ["404.html page-html-damaged"]);
}

fn files_for_machines_that_are_damaged() {
    for (name, from, to) in [
        ("en-us/sitemap.xml", "</urlset>", ""),
        ("en-us/ids.json", "[{", "[{{"),
        ("en-us/search/r0.js", "faqtorySearch", "search"),
        ("en-us/search/index.js", "]", ""),
        ("en-us/faq/index.json", "\"", ""),
        ("en-us/faq/index.md", "---", ""),
        ("faqtory-help.js", "const locales = [", "const locales = "),
        ("en-us/feed.xml", "<entry>", ""),
        ("staticwebapp.config.json", "]", ""),
    ] {
        assert_eq!(after(name, from, to), [format!("{name} site-file-damaged")]);
    }
}

fn files_for_machines_that_lead_nowhere() {
    for (name, from, to) in [
        ("en-us/sitemap.xml", "en-us/more/", "en-us/less/"),
        ("en-us/sitemap.xml", "en-us/more/", "en-us/404.html"),
        ("en-us/feed.xml", "en-us/faq/\"", "en-us/fax/\""),
        ("en-us/ids.json", "faq/", "fax/"),
        ("en-us/search/r0.js", "\"faq/", "\"fax/"),
        ("en-us/llms.txt", "faq/", "fax/"),
        ("llms.txt", "en-us/llms.txt", "en-us/llm.txt"),
        ("en-us/faq/index.md", "en-us/faq/", "en-us/fax/"),
        ("faqtory-help.js", "he-IL", "he"),
        ("robots.txt", "sitemap.xml", "sitemap.html"),
        ("sitemap.xml", "en-us/sitemap.xml", "en-us/map.xml"),
    ] {
        assert_eq!(after(name, from, to), [format!("{name} site-entry-broken")], "{name}");
    }
    for name in ["_redirects", "staticwebapp.config.json"] {
        assert_eq!(
            after(name, "/docs/en-us/faq/", "/docs/en-us/fax/"),
            [format!("{name} site-redirect-broken")]
        );
    }
    let old = "en-us/old/index.html";
    assert_eq!(after(old, "url=../faq/", "url=../fax/"), [format!("{old} page-link-broken")]);
}

/// Runs a build with `--verify` of a project whose theme writes an inline script.
fn a_build_tells_what_it_found() {
    let project = TempDir::new().unwrap();
    fs::create_dir_all(project.path().join("content/en-US")).unwrap();
    fs::write(project.path().join("content/en-US/a.md"), "---\ntitle: A\n---\n# A\n\nText.\n").unwrap();
    let templates = project.path().join("themes/own/templates");
    fs::create_dir_all(&templates).unwrap();
    let own =
        "{% extends \"default/article.html\" %}{% block footer %}<script>alert(1)</script>{% endblock %}";
    fs::write(templates.join("article.html"), own).unwrap();
    fs::write(project.path().join("faqtory.toml"), "[site]\ntheme = \"own\"\n").unwrap();
    let out = project.path().join("public");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        command.arg("build").arg(project.path()).arg("--out").arg(&out).args(arguments).output().unwrap()
    };
    let plain = run(&[]);
    assert_eq!(plain.status.code(), Some(0));
    assert!(!String::from_utf8(plain.stdout).unwrap().contains("verif"));

    let human = run(&["--verify"]);
    assert_eq!(human.status.code(), Some(1));
    let printed = String::from_utf8(human.stderr).unwrap();
    let place = format!("{}/en-us/a/index.html:", out.display());
    assert!(
        printed.contains(&place)
            && printed.contains("error[page-policy-broken]: the policy of the page blocks an inline script"),
        "{printed}"
    );
    assert!(printed.contains("<script>alert(1)</script>"), "{printed}");
    let summary = String::from_utf8(human.stdout).unwrap();
    assert!(summary.contains("1 error, 0 warnings") && summary.contains("verify 0."), "{summary}");

    let json: serde_json::Value =
        serde_json::from_slice(&run(&["--verify", "--format", "json"]).stdout).unwrap();
    let found = &json["verify"]["findings"][0];
    assert_eq!(
        (found["code"].as_str(), found["path"].as_str()),
        (Some("page-policy-broken"), Some("en-us/a/index.html"))
    );
    assert!(found["line"].as_u64() > Some(1) && json["verify"]["seconds"].is_number());
}

fn a_part_alone_leads_to_parts_that_are_not_there() {
    let small = small();
    let project = small.dir.parent().unwrap();
    let out = TempDir::new().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        command
            .arg("build")
            .arg(project)
            .arg("--out")
            .arg(out.path().join("x"))
            .arg("--verify")
            .args(arguments);
        let output = command.output().unwrap();
        let printed = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{printed}");
        String::from_utf8(output.stdout).unwrap()
    };
    let missing = "links to parts that are not built were not followed: ";
    let hebrew = run(&["--locale", "he-IL"]);
    assert!(hebrew.contains(&format!("{missing}assets, en-us, index.html\n")), "{hebrew}");
    let english = run(&["--locale", "en-US"]);
    assert!(english.contains(&format!("{missing}assets, index.html, open\n")), "{english}");
    assert!(!run(&["--root"]).contains(missing));
}
