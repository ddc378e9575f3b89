//! Readers between languages: what stands in for an article that is not translated, what stays out of the site, and
//! where the language switcher leads.

use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Need, Test, browser_folder, need, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    the_chain_decides_which_article_is_shown,
    a_fallback_page_is_shown_and_not_found,
    a_locale_in_preparation_stays_out_of_the_site,
    a_source_in_preparation_stands_in_for_nothing,
    what_the_configuration_names_must_be_there,
    the_switcher_keeps_the_section,
    an_include_in_another_language_says_so,
];

const BASE: &str = "https://help.example.com/";

const CONFIGURATION: &str = "[site]\nsource_locale = \"en-US\"\nbase_url = \"https://help.example.com/\"\n\
    [locales.gl-ES]\nfallback = [\"pt-PT\", \"es-ES\"]\n[locales.fr-FR]\nfallback = [\"he-IL\"]\n\
    [locales.de-DE]\npublish = false\n";

/// Which locale has which articles.
const ARTICLES: [(&str, &[&str]); 13] = [
    ("en-US", &["a", "b", "c", "d"]),
    ("sr", &["a"]),
    ("sr-Latn-RS", &["b"]),
    ("pt-BR", &["a", "b"]),
    ("pt-PT", &["b", "c"]),
    ("zh-CN", &["a"]),
    ("zh-TW", &["b"]),
    ("zh-HK", &["c"]),
    ("gl-ES", &["d"]),
    ("de-DE", &["a", "secret"]),
    ("de-AT", &["b"]),
    ("he-IL", &["a"]),
    ("fr-FR", &["b"]),
];

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// A word that stands in one article of one locale only.
fn word(locale: &str, name: &str) -> String {
    format!("word{}{name}", locale.replace('-', "").to_lowercase())
}

fn project() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "faqtory.toml", CONFIGURATION);
    for (locale, names) in ARTICLES {
        for name in names {
            let number = ["a", "b", "c", "d", "secret"].iter().position(|other| other == name).unwrap();
            let text = format!(
                "---\ntitle: {name} in {locale}\ndate: 2026-01-0{}\ncustom_ids: {}\n---\n# {name} in {locale}\n\n\
                 [other](a.md)\n\n## Part\n\n{}\n",
                number + 1,
                number + 100,
                word(locale, name)
            );
            write(folder.path(), &format!("content/{locale}/{name}.md"), &text);
        }
    }
    folder
}

fn built() -> site::Built {
    site::build(project().path(), &[])
}

fn page(dir: &Path, path: &str) -> Html {
    let text = fs::read_to_string(dir.join(path).join("index.html"));
    Html::parse_document(&text.unwrap_or_else(|error| panic!("{path}: {error}")))
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn attribute(page: &Html, selector: &str, name: &str) -> Option<String> {
    select(page, selector).first().and_then(|element| element.attr(name)).map(str::to_owned)
}

fn the_chain_decides_which_article_is_shown() {
    let built = built();
    for (path, shown, dir) in [
        // Never from one script to another.
        ("sr-latn-rs/a", "en-US", "ltr"),
        ("zh-tw/a", "en-US", "ltr"),
        ("zh-cn/b", "en-US", "ltr"),
        ("sr/b", "en-US", "ltr"),
        // `pt` is `pt-BR`, and `zh-Hant` is `zh-TW`.
        ("pt-pt/a", "pt-BR", "ltr"),
        ("pt-br/c", "en-US", "ltr"),
        ("zh-hk/b", "zh-TW", "ltr"),
        // What is configured, then the source; the chain of another locale does not go on.
        ("gl-es/b", "pt-PT", "ltr"),
        ("gl-es/a", "en-US", "ltr"),
        ("fr-fr/a", "he-IL", "rtl"),
        ("fr-fr/c", "en-US", "ltr"),
        // Not what is in preparation.
        ("de-at/a", "en-US", "ltr"),
    ] {
        let page = page(&built.dir(), path);
        let own = path.split('/').next().unwrap();
        assert_eq!(attribute(&page, "html", "lang").unwrap().to_lowercase(), own, "{path}");
        assert_eq!(attribute(&page, "html", "dir").as_deref(), Some("ltr"), "{path}");
        assert_eq!(attribute(&page, "article", "lang").as_deref(), Some(shown), "{path}");
        assert_eq!(attribute(&page, "article", "dir").as_deref(), Some(dir), "{path}");
        let name = path.split('/').next_back().unwrap();
        let text: String = select(&page, "article .text").iter().flat_map(ElementRef::text).collect();
        assert!(text.contains(&word(shown, name)), "{path}: {text}");
        let notice = select(&page, ".notice.fallback");
        assert_eq!(notice.len(), 1, "{path}");
        assert_eq!(notice[0].attr("lang").unwrap().to_lowercase(), own, "the notice is the reader's");
        let original = format!("{BASE}{}/{name}/", shown.to_lowercase());
        assert_eq!(attribute(&page, "link[rel=canonical]", "href"), Some(original), "{path}");
        assert_eq!(attribute(&page, "meta[name=robots]", "content").as_deref(), Some("noindex"), "{path}");
        assert!(select(&page, "link[hreflang]").is_empty(), "{path}");
        let title = attribute(&page, "meta[property='og:locale']", "content").unwrap();
        assert_eq!(title, if shown == "sr" { shown.to_owned() } else { shown.replace('-', "_") }, "{path}");
    }
    let found = site::findings(&built.dir(), Some(BASE));
    assert!(found.is_empty(), "{found:?}");
}

fn a_fallback_page_is_shown_and_not_found() {
    let built = built();
    let read = |name: &str| fs::read_to_string(built.dir().join(name)).unwrap();
    let sitemap = read("pt-pt/sitemap.xml");
    assert!(sitemap.contains("/pt-pt/b/") && sitemap.contains("/pt-pt/c/"), "{sitemap}");
    assert!(!sitemap.contains("/pt-pt/a/") && !sitemap.contains("/pt-pt/d/"), "{sitemap}");
    let feed = read("pt-pt/feed.xml");
    assert!(feed.contains("b in pt-PT") && !feed.contains("pt-BR") && !feed.contains("en-US"), "{feed}");
    let search: String = site::files(&built.dir().join("pt-pt/search"))
        .iter()
        .filter(|name| name.ends_with(".js"))
        .map(|name| read(&format!("pt-pt/search/{name}")))
        .collect();
    assert!(search.contains("b in pt-PT"), "{search}");
    assert!(!search.contains("in pt-BR") && !search.contains("in en-US"), "{search}");

    // hreflang stands between translations only, each naming all.
    let languages = |path: &str| {
        let page = page(&built.dir(), path);
        let links = select(&page, "link[rel=alternate][hreflang]");
        links.iter().map(|link| link.attr("hreflang").unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(languages("en-us/c"), ["en-US", "pt-PT", "zh-HK", "x-default"]);
    assert_eq!(languages("pt-pt/c"), languages("en-us/c"));

    // The switcher keeps the article, and says which languages lack it.
    let page = page(&built.dir(), "pt-pt/a");
    let lists = select(&page, ".languages ul");
    let tags = |list: &ElementRef<'_>| {
        let links = Selector::parse("a").unwrap();
        list.select(&links).map(|link| link.attr("hreflang").unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(tags(&lists[0]), ["en-US", "pt-BR", "pt-PT", "sr", "he-IL", "zh-CN"]);
    assert_eq!(tags(&lists[1]), ["de-AT", "fr-FR", "gl-ES", "sr-Latn-RS", "zh-HK", "zh-TW"]);
    assert_eq!(attribute(&page, ".languages a[hreflang=zh-TW]", "href").as_deref(), Some("../../zh-tw/a/"));
}

fn a_locale_in_preparation_stays_out_of_the_site() {
    let project = project();
    let built = site::build(project.path(), &[]);
    let names = site::files(&built.dir());
    assert!(!names.iter().any(|name| name.contains("de-de")), "{names:?}");
    assert!(!built.dir().join("open/104").exists(), "an ID of nothing that readers may see");
    for name in &names {
        let text = String::from_utf8_lossy(&fs::read(built.dir().join(name)).unwrap()).into_owned();
        for trace in ["de-DE", "de-de/", "wordded", "Deutschland"] {
            assert!(!text.contains(trace), "{name} has {trace}");
        }
    }
    // It is checked and counted all the same.
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        let output = command.args(arguments).arg(project.path()).args(["--format", "json"]).output().unwrap();
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    assert_eq!(run(&["status"])["locales"]["de-DE"]["articles"], json!(2));
    write(project.path(), "content/de-DE/a.md", "# a\n\n[x](nowhere.md)\n");
    let found = run(&["check"]);
    let found = found["diagnostics"].as_array().unwrap();
    assert!(found.iter().any(|one| one["code"] == "file-not-found" && one["locale"] == "de-DE"), "{found:?}");
}

/// Where a source is in preparation too, nothing of it stands in for anything, and no page leads to its home.
fn a_source_in_preparation_stands_in_for_nothing() {
    let project = TempDir::new().unwrap();
    let file = "[site]\nsource_locale = \"en-US\"\n[locales.en-US]\npublish = false\n";
    write(project.path(), "faqtory.toml", file);
    write(project.path(), "content/en-US/a.md", "# A\n");
    write(project.path(), "content/en-US/b.md", "# B\n");
    write(project.path(), "content/lv-LV/a.md", "# Ā\n\n[b](b.md)\n");
    write(project.path(), "content/ro-RO/a.md", "# Ă\n");
    let built = site::build(project.path(), &[]);
    assert!(!built.dir().join("lv-lv/b").exists() && !built.dir().join("en-us").exists());
    assert_eq!(site::findings(&built.dir(), None), [""; 0]);
    assert_eq!(attribute(&page(&built.dir(), ""), "html", "lang").as_deref(), Some("lv-LV"));
}

/// What `faqtory check` says against a configuration, and its exit code; the project has en-US and he-IL, and ro-RO in
/// preparation.
fn refusal(configuration: &str) -> (Option<i32>, String) {
    let project = TempDir::new().unwrap();
    let at = project.path();
    write(at, "faqtory.toml", &format!("{configuration}\n[locales.ro-RO]\npublish = false\n"));
    for locale in ["en-US", "he-IL", "ro-RO"] {
        write(
            at,
            &format!("content/{locale}/a.md"),
            &format!("---\ntitle: A {locale}\n---\n# A\n\nWords.\n"),
        );
    }
    write(at, "content/fr/draft.md", "---\ntitle: B\ndraft: true\n---\n# B\n");
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let output = command.arg("check").arg(at).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

fn what_the_configuration_names_must_be_there() {
    for (configuration, says) in [
        (
            "[site]\ndefault_locale = \"de\"",
            "site.default_locale is de, but there are no articles in it\nhelp: use one of en-US",
        ),
        (
            "[site]\ndefault_locale = \"ro\"",
            "site.default_locale is ro, but `publish = false` keeps it out of the site",
        ),
        (
            "[search.synonyms]\nja-JP = [\"a, b\"]",
            "search.synonyms has words for ja-JP, but there are no articles in it\nhelp: use one of ",
        ),
        ("[site]\nvisits = \"nope.csv\"", "site.visits is `nope.csv`, but there is no such file\nhelp: "),
        (
            "[search.synonyms]\nen-US = [\"pay, buy\", \"card,  CARD\"]",
            "`card,  CARD` is no group of words: write two or more, with commas between them",
        ),
        (
            "[locales.fr-FR]\npath = \"french\"",
            "locales.fr-FR.path is `french`, but there are no articles in content/french\nhelp: ",
        ),
    ] {
        let (code, said) = refusal(configuration);
        assert!(code == Some(2) && said.contains(says), "{said}");
    }
    for configuration in [
        "[site]\ndefault_locale = \"he\"",
        // A source that is left out is named by the build, and is not a mistake.
        "[site]\nsource_locale = \"de-DE\"\ndefault_locale = \"de-DE\"",
        // All articles may be drafts, or still to be written.
        "[locales.fr-FR]\npath = \"fr\"",
        "[locales.fr-FR]\npath = \"french\"\npublish = false",
    ] {
        let (code, said) = refusal(configuration);
        assert_eq!(code, Some(0), "{configuration}: {said}");
    }
}

fn the_switcher_keeps_the_section() {
    need(Need::Browser);
    let project = TempDir::new().unwrap();
    let at = project.path();
    write(at, "faqtory.toml", "[site]\nsource_locale = \"en-US\"\n");
    let source = |second: &str| {
        let filler = "Words.\n\n".repeat(60);
        format!("# Reset\n\n{filler}## First part\n\n{filler}## {second}\n\n{filler}## Last part\n\n{filler}")
    };
    write(at, "content/en-US/reset.md", &source("Second part"));
    let translation = |source: &str, parts: [&str; 4]| {
        let [hash, ..] = faqtory::front_matter::source_hashes(source);
        let filler = "מילים.\n\n".repeat(60);
        let [title, first, second, last] = parts;
        format!(
            "---\nsource_hash: {hash}\n---\n# {title}\n\n{filler}## {first}\n\n{filler}## {second}\n\n{filler}## {last}\n\n{filler}"
        )
    };
    let hebrew = translation(&source("Second part"), ["איפוס", "חלק ראשון", "חלק שני", "חלק אחרון"]);
    write(at, "content/he-IL/reset.md", &hebrew);
    // Outdated: its source had another second part.
    let latvian =
        translation(&source("Other part"), ["Atiestatīt", "Pirmā daļa", "Otrā daļa", "Pēdējā daļa"]);
    write(at, "content/lv-LV/reset.md", &latvian);
    // It lacks the article.
    write(at, "content/ro-RO/other.md", "# Altul\n\nDa.\n");
    let built = site::build(at, &[]);
    let run = |steps: &[&str]| {
        let output = Command::new("node")
            .arg("switch.mjs")
            .arg(built.dir())
            .args(steps)
            .current_dir(browser_folder())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    let at = |path: &str, hash: &str, heading: &str| json!([path, hash, heading]);
    assert_eq!(
        run(&["en-us/reset/#second-part", "he-IL", "lv-LV", "ro-RO", "en-US"]),
        json!({"script": [
            at("he-il/reset/", "#second-part", "חלק שני"),
            at("lv-lv/reset/", "#second-part", "Otrā daļa"),
            at("ro-ro/reset/", "#second-part", "Second part"),
            at("en-us/reset/", "#second-part", "Second part"),
        ], "plain": [
            // Without script the article stays, and the section is chosen again.
            at("he-il/reset/", "", "איפוס"),
            at("lv-lv/reset/", "", "Atiestatīt"),
            at("ro-ro/reset/", "", "Reset"),
            at("en-us/reset/", "", "Reset"),
        ]})
    );
    // From an address with the words of the translation.
    let own = run(&["he-il/reset/#חלק-אחרון", "lv-LV", "en-US"]);
    assert_eq!(
        own["script"],
        json!([
            at("lv-lv/reset/", "#last-part", "Pēdējā daļa"),
            at("en-us/reset/", "#last-part", "Last part")
        ])
    );
}

fn an_include_in_another_language_says_so() {
    let folder = TempDir::new().unwrap();
    let including = "# A\n\n[!INCLUDE [x](includes/x.md)]\n\nwords [!INCLUDE [x](includes/x.md)] words\n";
    write(folder.path(), "faqtory.toml", "[site]\nsource_locale = \"en-US\"\n");
    for (path, text) in [
        ("en-US/a.md", including),
        ("he-IL/a.md", including),
        ("lv-LV/a.md", including),
        ("en-US/includes/x.md", "> [!NOTE]\n> English\n\nEnglish\n"),
        ("lv-LV/includes/x.md", "Latviski\n"),
    ] {
        write(folder.path(), &format!("content/{path}"), text);
    }
    let built = site::build(folder.path(), &["--verify"]);
    let main = |locale: &str| {
        let page = fs::read_to_string(built.dir().join(locale).join("a/index.html")).unwrap();
        page.split_once("<article").unwrap().1.split_once("</article>").unwrap().0.to_owned()
    };
    let hebrew = main("he-il");
    assert!(hebrew.contains("<div lang=\"en-US\" dir=\"ltr\">"), "{hebrew}");
    assert!(hebrew.contains("words <span lang=\"en-US\" dir=\"ltr\">"), "{hebrew}");
    // The interface speaks the language of the text that it stands in.
    assert!(hebrew.contains("Note"), "{hebrew}");
    for locale in ["en-us", "lv-lv"] {
        let shown = main(locale);
        assert!(!shown.contains("<div lang=") && !shown.contains("<span lang="), "{shown}");
    }
}
