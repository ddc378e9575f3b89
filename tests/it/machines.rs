//! What machines read of whole sites: sitemaps, feeds, robots.txt, llms.txt, JSON-LD, Open Graph, articles as JSON.
//! Each is read with a parser and held
//! against its own rules; what holds for every site, that they speak the truth of its pages, `verify` proves.

mod files;
mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use page::Facts;
use rayon::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Test, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    sample,
    seeds,
    corpus_with_source,
    corpus,
    without_a_base_url_nothing_is_made_up,
    each_file_says_what_it_should,
    an_index_article_speaks_for_its_page,
    what_machines_read_of_an_article,
    pictures_that_stand_for_the_site,
    no_article_takes_a_name_that_the_site_needs,
];

const BASE: &str = "https://help.example.org/docs/";

/// Flaws shown when a site is broken.
const SHOWN: usize = 30;

/// A project of its own: these folders, and this configuration.
fn project(folders: &[PathBuf], configuration: &str) -> TempDir {
    let project = TempDir::new().unwrap();
    for folder in folders {
        let top = project.path().join(folder.file_name().unwrap());
        for file in site::files(folder) {
            let to = top.join(&file);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(folder.join(&file), to).unwrap();
        }
    }
    fs::write(project.path().join("faqtory.toml"), configuration).unwrap();
    project
}

/// A project of these files.
fn written(files: &[(&str, &str)]) -> TempDir {
    let project = TempDir::new().unwrap();
    for (path, text) in files {
        let to = project.path().join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, text).unwrap();
    }
    project
}

fn with_base_url() -> String {
    format!("[site]\nbase_url = \"{BASE}\"\n[api]\narticles = true\nmarkdown = true\nhelp = true\n")
}

/// The facts of every page of a site, by the URL of its folder; left out are pages without a folder of their own, and
/// those that only send the reader on: they tell machines nothing but where to.
fn pages(dir: &Path) -> BTreeMap<String, Facts> {
    let names: Vec<String> =
        site::files(dir).into_iter().filter(|name| name.ends_with("index.html")).collect();
    let read = |name: &String| {
        let html = fs::read_to_string(dir.join(name)).unwrap();
        let sends_on = name.starts_with("open/") || html.contains("http-equiv=\"refresh\"");
        let url = page::url(BASE, name.trim_end_matches("index.html"));
        (!sends_on).then(|| (url, page::read(&html)))
    };
    names.par_iter().filter_map(read).collect()
}

/// Everything that machines read of the site obeys its rules.
fn obeys(dir: &Path) {
    let pages = pages(dir);
    let mut flaws: Vec<String> =
        pages.par_iter().flat_map_iter(|(url, facts)| facts.flaws(url, BASE)).collect();
    flaws.extend(files::sitemaps(dir, BASE, &pages));
    flaws.extend(files::feeds(dir, BASE, &pages));
    flaws.extend(files::llms(dir, BASE, &pages));
    flaws.extend(files::llms_full(dir, BASE));
    flaws.extend(files::articles(dir, BASE, &pages));
    flaws.extend(files::twins(dir, BASE, &pages));
    flaws.extend(site::findings(dir, Some(BASE)));
    let shown = flaws.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(flaws.is_empty(), "{} flaws\n{shown}", flaws.len());
    let robots = fs::read_to_string(dir.join("robots.txt")).unwrap();
    assert_eq!(robots, format!("User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"));
}

fn folders(dir: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}

/// The URLs that sitemaps and feeds of a site speak of.
fn printed(dir: &Path) -> BTreeSet<String> {
    let files = site::files(dir).into_iter().filter(|name| name.ends_with(".xml"));
    files.flat_map(|name| files::urls(&fs::read_to_string(dir.join(name)).unwrap())).collect()
}

fn sample() {
    let project = project(&[site::sample().join("content")], &with_base_url());
    let built = site::build(project.path(), &[]);
    obeys(&built.dir());

    let apart = TempDir::new().unwrap();
    let out = apart.path().join("public");
    for locale in built.summary["locales"].as_object().unwrap().keys() {
        site::build_into(project.path(), &out, &["--locale", locale]);
    }
    site::build_into(project.path(), &out, &["--root"]);
    let names = site::files(&out);
    assert_eq!(names, site::files(&built.dir()));
    for name in names {
        assert!(fs::read(out.join(&name)).unwrap() == fs::read(built.dir().join(&name)).unwrap(), "{name}");
    }
}

fn seeds() {
    let input = shared("seeds");
    let project = project(&[input], &with_base_url());
    obeys(&site::build(project.path(), &[]).dir());
}

fn corpus_with_source() {
    let input = shared("corpus-with-source");
    let project = project(&folders(&input), &with_base_url());
    obeys(&site::build(project.path(), &[]).dir());
}

fn corpus() {
    let input = shared("corpus");
    let project = project(&folders(&input), &with_base_url());
    let built = site::build(project.path(), &[]);
    obeys(&built.dir());
    // What an article says of itself, read without the program.
    let printed = printed(&built.dir());
    let mut hidden = 0;
    for locale in folders(&input) {
        let slug = locale.file_name().unwrap().to_str().unwrap().to_lowercase();
        let articles = locale.join("AlchemyInsights");
        for name in site::files(&articles).iter().filter(|name| name.ends_with(".md")) {
            let text = fs::read_to_string(articles.join(name)).unwrap_or_default().to_lowercase();
            if text.lines().any(|line| line.starts_with("robots:") && line.contains("noindex")) {
                let path = format!("{}/", name.trim_end_matches(".md").to_lowercase().replace(' ', "-"));
                let path = path.trim_start_matches("index/");
                assert!(!printed.contains(&page::url(BASE, &format!("{slug}/{path}"))), "{slug}: {name}");
                hidden += 1;
            }
        }
    }
    assert!(hidden > 10_000, "{hidden}");
    assert!(printed.len() > 4, "{printed:?}");
}

fn without_a_base_url_nothing_is_made_up() {
    let project = project(&[site::sample().join("content")], "");
    let built = site::build(project.path(), &[]);
    let names = site::files(&built.dir());
    assert!(!names.iter().any(|name| name.ends_with(".xml")), "{names:?}");
    assert_eq!(fs::read_to_string(built.dir().join("robots.txt")).unwrap(), "User-agent: *\nAllow: /\n");
    for name in names.iter().filter(|name| name.ends_with(".html")) {
        let facts = page::read(&fs::read_to_string(built.dir().join(name)).unwrap());
        assert!(facts.feed.is_none() && facts.og("og:url").is_none(), "{name}");
        let json_ld = facts.json_ld.map(|json| json.to_string()).unwrap_or_default();
        assert!(!json_ld.contains("\"url\""), "{name}: {json_ld}");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let output = command.arg("build").arg(project.path()).output().unwrap();
    let summary = String::from_utf8(output.stdout).unwrap();
    assert!(summary.contains("no sitemaps, feeds, canonical or alternate links"), "{summary}");
}

/// Questions, a translation, a hidden article, names that the site uses itself.
fn small() -> TempDir {
    let faq = "---\ntitle: Questions\ndate: 2026-03-08\n---\n# Questions & answers\n\n## Is `</script>` safe?\n\nYes: \
               `</script><!--`.\n\n## Why?\n\n- one\n- two\n\n## No answer?\n";
    written(&[
        (
            "faqtory.toml",
            &(with_base_url() + "source_locale = \"en-US\"\n")
                .replace("[api]\narticles = true\nmarkdown = true\nhelp = true\n", ""),
        ),
        ("content/en-US/faq.md", faq),
        ("content/en-US/hidden.md", "---\ntitle: Hidden\ndate: 2026-03-09\nrobots: noindex\n---\nText.\n"),
        ("content/en-US/feed.xml.md", "---\ntitle: \"Feed \\u0001 & <b>\"\ndate: 2025-01-02\n---\nText.\n"),
        ("content/en-US/sitemap-2.xml/a.md", "---\ntitle: A\n---\nText.\n"),
        ("content/de-DE/faq.md", "---\ntitle: Fragen\n---\n# Fragen\n\nText <b>fett</b>.\n"),
    ])
}

fn each_file_says_what_it_should() {
    let project = small();
    let built = site::build(project.path(), &[]);
    obeys(&built.dir());
    let read = |name: &str| fs::read_to_string(built.dir().join(name)).unwrap();
    let facts = |name: &str| page::read(&read(&format!("{name}/index.html")));

    let faq = facts("en-us/faq").json_ld.unwrap();
    assert_eq!(faq["@type"], "FAQPage");
    assert_eq!(faq["name"], "Questions & answers");
    assert_eq!(faq["dateModified"], "2026-03-08");
    let asked = faq["mainEntity"].as_array().unwrap();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0]["name"], "Is </script> safe?");
    assert_eq!(asked[0]["acceptedAnswer"]["text"], "Yes: </script><!--.");
    assert_eq!(asked[1]["acceptedAnswer"]["text"], "one\ntwo");

    let translated = facts("de-de/faq").json_ld.unwrap();
    assert_eq!(translated["@type"], "Article");
    assert_eq!(translated["headline"], "Fragen");
    assert_eq!(translated["translationOfWork"]["url"], format!("{BASE}en-us/faq/"));
    let fallback = facts("de-de/hidden");
    assert_eq!(fallback.json_ld, None);
    assert_eq!(fallback.og("og:locale").as_deref(), Some("en_US"));

    let feed = read("en-us/feed.xml");
    let titles: Vec<&str> =
        feed.lines().filter(|line| line.starts_with("  <title>")).map(str::trim).collect();
    assert_eq!(titles, ["<title>Questions</title>", "<title>Feed  &amp; &lt;b&gt;</title>"]);
    assert!(!built.dir().join("de-de/feed.xml").exists(), "no article of the locale has a date");
    assert!(!printed(&built.dir()).contains(&format!("{BASE}en-us/hidden/")));
    assert!(printed(&built.dir()).contains(&format!("{BASE}en-us/feed.xml-2/")));
    assert!(!site::files(&built.dir()).iter().any(|name| name.ends_with("index.json")));
}

fn an_index_article_speaks_for_its_page() {
    let hidden = "---\ntitle: X\nrobots: NOINDEX, NOFOLLOW\n---\nText.\n";
    let project = written(&[
        ("faqtory.toml", &with_base_url()),
        ("content/en-US/index.md", hidden),
        ("content/en-US/a/index.md", hidden),
        ("content/en-US/a/b.md", "---\ntitle: B\n---\nText.\n"),
        ("content/de-DE/index.md", "---\ntitle: X\n---\nText.\n"),
    ]);
    let built = site::build(project.path(), &[]);
    obeys(&built.dir());
    let sitemap = fs::read_to_string(built.dir().join("en-us/sitemap.xml")).unwrap();
    let is_named = |page: &str| files::urls(&sitemap).contains(&format!("{BASE}en-us/{page}"));
    assert_eq!(["", "a/", "a/b/"].map(is_named), [false, false, true], "{sitemap}");
    // An article as data is there for every article, those that head a page too.
    let json: Value =
        serde_json::from_str(&fs::read_to_string(built.dir().join("en-us/a/index.json")).unwrap()).unwrap();
    assert_eq!(json["title"], "X");
}

/// Every name that Faqtory itself writes into a locale's folder, and articles that ask for it.
fn no_article_takes_a_name_that_the_site_needs() {
    let configuration =
        format!("[site]\nsource_locale = \"en-US\"\nbase_url = \"{BASE}\"\n[api]\narticles = true\n");
    let mut files = vec![("faqtory.toml".to_owned(), configuration)];
    for number in 0..201 {
        let text = format!("---\ndate: 2026-01-01\n---\n# Article {number}\n\nWords.\n");
        files.push((format!("content/en-US/article/{number}.md"), text));
    }
    let project_of = |files: &[(String, String)]| {
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        written(&files)
    };
    let plain = site::build(project_of(&files).path(), &[]);
    let own: BTreeSet<String> = site::files(&plain.dir().join("en-us"))
        .iter()
        .map(|name| name.split('/').next().unwrap().to_owned())
        .filter(|name| name != "article")
        .collect();
    assert!(own.len() > 5 && own.contains("index.html"), "{own:?}");
    for name in &own {
        let title = format!("# The article {name}\n\nWords.\n");
        files.push((format!("content/en-US/{name}.md"), title.clone()));
        files.push((format!("content/en-US/{name}/below.md"), title));
    }
    let project = project_of(&files);
    let with = site::build(project.path(), &[]);
    for name in &own {
        // An article called `search` stands beside the index of the search.
        let at = if name == "search" { name.clone() } else { format!("{name}-2") };
        for page in [format!("{at}/index.html"), format!("{at}/below/index.html")] {
            let text = fs::read_to_string(with.dir().join("en-us").join(&page));
            assert!(text.is_ok_and(|text| text.contains(&format!("The article {name}"))), "{page}");
        }
    }
    // What the site needs is all there.
    let now = site::files(&with.dir());
    for file in site::files(&plain.dir())
        .iter()
        .filter(|file| !file.contains("/search/") && !file.starts_with("assets/"))
    {
        assert!(now.contains(file), "{file}");
    }
}

fn what_machines_read_of_an_article() {
    let project = written(&[
        ("faqtory.toml", &(with_base_url().replace("[api]", "source_locale = \"en-US\"\n[api]"))),
        ("content/en-US/mail/a.md", "---\ntitle: Reset\ncustom_ids: [1]\n---\n# Reset\n\nText.\n"),
        ("content/en-US/mail/c.md", "---\ntitle: Close\n---\n# Close\n\n## Why?\n\nA.\n\n## How?\n\nB.\n"),
        ("content/en-US/teams/a.md", "---\ntitle: Reset\n---\n# Reset\n\nText.\n"),
        ("content/en-US/x.md", "---\ntitle: Same\ncustom_ids: [7]\n---\nText.\n"),
        ("content/en-US/y.md", "---\ntitle: Same\ncustom_ids: [8]\n---\nText.\n"),
        (
            "content/de-DE/mail/a.md",
            "---\ntitle: Zurücksetzen\ntranslation_type: machine\n---\n# Zurücksetzen\n\nText.\n",
        ),
    ]);
    let built = site::build(project.path(), &[]);
    obeys(&built.dir());
    let read = |name: &str| fs::read_to_string(built.dir().join(name)).unwrap();
    let title = |name: &str| {
        let html = read(&format!("{name}/index.html"));
        html.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0.to_owned()
    };
    // Sections tell articles of one title apart, else IDs do.
    assert_eq!(title("en-us/mail/a"), "Reset (Mail) – Help");
    assert_eq!(title("en-us/teams/a"), "Reset (Teams) – Help");
    assert_eq!(title("en-us/x"), "Same (7) – Help");
    assert_eq!(title("en-us/mail/c"), "Close – Help");

    assert_eq!(
        read("llms.txt"),
        format!(
            "# Help\n\n## Choose a language\n\n- [Deutsch (Deutschland)]({BASE}de-de/llms.txt)\n- [English (United States)]({BASE}en-us/llms.txt)\n"
        )
    );
    assert_eq!(
        read("de-de/mail/a/index.md"),
        format!(
            "---\ntitle: \"Zurücksetzen\"\nlang: \"de-DE\"\ncanonical: \"{BASE}de-de/mail/a/\"\nstate: untracked\ntranslation_type: machine\n---\n\n# Zurücksetzen\n\nText.\n"
        )
    );
    articles_whole_and_their_paths(&read);
    let json: Value = serde_json::from_str(&read("de-de/teams/a/index.json")).unwrap();
    assert_eq!((&json["state"], &json["fallback"]), (&"missing".into(), &true.into()));
    assert_eq!(json["notices"][0]["kind"], "fallback");
    assert_eq!(json["section"]["url"], format!("{BASE}de-de/teams/"));
    let json: Value = serde_json::from_str(&read("de-de/mail/a/index.json")).unwrap();
    assert_eq!(json["notices"][0]["kind"], "machine");
    assert_eq!(json["related"][0]["url"], format!("{BASE}de-de/mail/c/"));
    assert!(read("faqtory-help.js").contains("const locales = [\"en-US\",\"de-DE\"];"));
}

/// The same site to programs that read all of it, and to search engines.
fn articles_whole_and_their_paths(read: &dyn Fn(&str) -> String) {
    assert_eq!(
        read("de-de/llms-full.txt"),
        format!("# Zurücksetzen\n\nSource: {BASE}de-de/mail/a/\n\nText.\n")
    );
    assert_eq!(
        read("llms-full.txt").lines().skip(4).collect::<Vec<_>>(),
        [
            format!("- [Deutsch (Deutschland)]({BASE}de-de/llms-full.txt)"),
            format!("- [English (United States)]({BASE}en-us/llms-full.txt)"),
        ]
    );
    assert!(
        read("de-de/llms.txt")
            .ends_with(&format!("\n## Optional\n\n- [llms-full.txt]({BASE}de-de/llms-full.txt)\n"))
    );
    let page = read("de-de/mail/a/index.html");
    let path = format!(
        r#"{{"@type":"BreadcrumbList","itemListElement":[{{"@type":"ListItem","position":1,"name":"Startseite","item":"{BASE}de-de/"}},{{"@type":"ListItem","position":2,"name":"Mail","item":"{BASE}de-de/mail/"}},{{"@type":"ListItem","position":3,"name":"Zurücksetzen","item":"{BASE}de-de/mail/a/"}}]}}"#
    );
    assert!(page.contains(&path), "{page}");
    // From the home to the article at once: that says nothing.
    assert!(!read("en-us/x/index.html").contains("BreadcrumbList"));
}

/// The smallest PNG that has a beginning.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn pictures_that_stand_for_the_site() {
    let configuration = format!(
        "[site]\nbase_url = \"{BASE}\"\nimage = \"brand/share.png\"\n[theme]\ntouch_icon = \"brand/touch.png\"\n"
    );
    let project = written(&[("faqtory.toml", &configuration), ("content/en-US/a.md", "# A\n\nText.\n")]);
    let build = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        command.arg("build").arg(project.path()).output().unwrap()
    };
    fs::create_dir_all(project.path().join("brand")).unwrap();
    fs::write(project.path().join("brand/share.png"), PNG).unwrap();
    fs::write(project.path().join("brand/touch.png"), "<svg>").unwrap();
    let refused = String::from_utf8(build().stderr).unwrap();
    assert!(
        refused.contains("theme.touch_icon in faqtory.toml is `brand/touch.png`, which is not a PNG image"),
        "{refused}"
    );

    fs::write(project.path().join("brand/touch.png"), PNG).unwrap();
    let built = site::build(project.path(), &[]);
    obeys(&built.dir());
    let html = fs::read_to_string(built.dir().join("en-us/a/index.html")).unwrap();
    let image = page::read(&html).og("og:image").unwrap();
    let file = image.strip_prefix(BASE).unwrap();
    assert_eq!(fs::read(built.dir().join(file)).unwrap(), PNG);
    assert!(html.contains("<link rel=\"apple-touch-icon\" href=\"../../assets/touch-icon."), "{html}");
}
