//! Opening articles by custom ID: the pages below `/open/`, and `ids.json` of each locale.

use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

use crate::harness::{Need, Test, browser_folder, need, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    one_article_is_listed_in_every_locale,
    several_articles_are_listed_in_the_words_of_each_locale,
    no_list_takes_the_place_of_a_page,
    ids_that_differ_in_case_share_a_page_and_a_fallback_is_opened_too,
    no_id_leaves_the_folder,
    real_articles_are_opened_in_four_locales,
    every_id_has_a_page,
    the_best_locale_is_opened,
    what_is_not_found_is_said_in_the_language_of_the_reader,
];

fn page(dir: &Path, path: &str) -> Html {
    let file = dir.join(path).join("index.html");
    Html::parse_document(
        &fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())),
    )
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let value = |element: &ElementRef<'_>| element.attr(name).unwrap_or_default().to_owned();
    select(page, selector).iter().map(value).collect()
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let text = |element: &ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
    select(page, selector).iter().map(text).collect()
}

fn ids(dir: &Path, slug: &str) -> Value {
    serde_json::from_slice(&fs::read(dir.join(slug).join("ids.json")).unwrap()).unwrap()
}

/// Builds a project of articles: path below `content/`, title, the line of custom IDs.
fn build(configuration: &str, articles: &[(&str, &str, &str)]) -> site::Built {
    let folder = tempfile::TempDir::new().unwrap();
    fs::write(folder.path().join("faqtory.toml"), configuration).unwrap();
    for (path, title, custom_ids) in articles {
        let file = folder.path().join("content").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, format!("---\ntitle: {title}\n{custom_ids}\n---\n\nText.\n")).unwrap();
    }
    site::build(folder.path(), &[])
}

const BOTH: &str = "custom_ids: [9357, 77]";

/// A help without a source: six locales, one article that all have, and some that few have.
fn small() -> site::Built {
    build(
        "[site]\ndefault_locale = \"lv-LV\"\n[locales.lv-LV]\nfallback = [\"he-IL\"]\n",
        &[
            ("he-IL/reset.md", "איפוס הסיסמה", BOTH),
            ("lv-LV/reset.md", "Paroles atiestatīšana", BOTH),
            ("nb-NO/reset.md", "Tilbakestill passordet", BOTH),
            ("pt-BR/reset.md", "Redefinir a senha", BOTH),
            ("sr-Latn-RS/reset.md", "Resetovanje lozinke", BOTH),
            ("zh-TW/reset.md", "重設密碼", BOTH),
            ("he-IL/refunds.md", "החזר כספי", "custom_ids: [77, Billing-1]"),
            ("lv-LV/refunds.md", "Naudas atmaksa", "custom_ids: [77, Billing-1]"),
            ("he-IL/numbers.md", "מספרים", &format!("ms.custom: {}", "1".repeat(300))),
            ("he-IL/invoices.md", "חשבוניות", "custom_ids: [500, BILLING-1, index]"),
        ],
    )
}

fn one_article_is_listed_in_every_locale() {
    let built = small();
    let page = page(&built.dir(), "open/9357");
    assert_eq!(attributes(&page, "html", "lang"), ["lv-LV"]);
    assert_eq!(attributes(&page, "meta[name=robots]", "content"), ["noindex"]);
    assert_eq!(select(&page, "link[rel=canonical], link[rel=alternate], h2").len(), 0);
    let mut links: Vec<_> = attributes(&page, ".choose a", "href")
        .into_iter()
        .zip(attributes(&page, ".choose a", "hreflang"))
        .zip(attributes(&page, ".choose a", "dir"))
        .map(|((href, language), dir)| format!("{href} {language} {dir}"))
        .collect();
    links.sort();
    assert_eq!(
        links,
        [
            "../../he-il/reset/ he-IL rtl",
            "../../lv-lv/reset/ lv-LV ltr",
            "../../nb-no/reset/ nb-NO ltr",
            "../../pt-br/reset/ pt-BR ltr",
            "../../sr-latn-rs/reset/ sr-Latn-RS ltr",
            "../../zh-tw/reset/ zh-TW ltr",
        ]
    );
    let texts = texts(&page, ".choose a");
    for text in ["עברית", "latviešu"] {
        assert!(texts.iter().any(|found| found == text), "{text} is not in {texts:?}");
    }
}

fn several_articles_are_listed_in_the_words_of_each_locale() {
    let built = small();
    let shared = page(&built.dir(), "open/77");
    let mut links = attributes(&shared, ".choose a", "href");
    links.sort();
    // Two languages have both articles; in the others the ID opens one.
    assert_eq!(
        links,
        [
            "../../he-il/open/77/",
            "../../lv-lv/open/77/",
            "../../nb-no/reset/",
            "../../pt-br/reset/",
            "../../sr-latn-rs/reset/",
            "../../zh-tw/reset/",
        ]
    );
    let list = page(&built.dir(), "lv-lv/open/77");
    assert_eq!(attributes(&list, "html", "lang"), ["lv-LV"]);
    assert_eq!(attributes(&list, "meta[name=robots]", "content"), ["noindex"]);
    // By title, in the words of the locale.
    assert_eq!(texts(&list, ".links a"), ["Naudas atmaksa", "Paroles atiestatīšana"]);
    assert_eq!(attributes(&list, ".links a", "href"), ["../../refunds/", "../../reset/"]);
    assert_eq!(attributes(&list, ".languages a", "href").len(), 6);
    assert_eq!(attributes(&list, ".languages [aria-current=page]", "hreflang"), ["lv-LV"]);
    assert!(attributes(&list, ".languages a", "href").contains(&"../../../he-il/open/77/".to_owned()));
    assert_eq!(attributes(&list, ".crumbs a", "href"), ["../../"]);
    // Readers of an article come to the list of their language.
    let article = page(&built.dir(), "lv-lv/reset");
    assert_eq!(attributes(&article, ".ids a", "href"), ["../../open/9357/#_languages", "../open/77/"]);
    assert_eq!(
        ids(&built.dir(), "lv-lv")["77"],
        json!([
            {"title": "Naudas atmaksa", "url": "refunds/"},
            {"title": "Paroles atiestatīšana", "url": "reset/"},
        ])
    );
    assert_eq!(
        ids(&built.dir(), "pt-br"),
        json!({
            "77": [{"title": "Redefinir a senha", "url": "reset/"}],
            "9357": [{"title": "Redefinir a senha", "url": "reset/"}],
        })
    );
}

fn no_list_takes_the_place_of_a_page() {
    let built = build(
        "[site]\nsource_locale = \"en-US\"\n",
        &[
            ("en-US/a.md", "A", "custom_ids: [77, one, 12]"),
            ("en-US/b.md", "B", "custom_ids: [77, one, 12]"),
            ("en-US/open/77.md", "Mine", "redirect_from: [/open/12]"),
            ("en-US/open/one/c.md", "C", ""),
        ],
    );
    assert_eq!(texts(&page(&built.dir(), "en-us/open/77"), "article h1"), ["Mine"]);
    assert_eq!(attributes(&page(&built.dir(), "open/77"), ".choose a", "href"), ["../../en-us/a/"]);
    assert!(texts(&page(&built.dir(), "en-us/open/one"), "main a").contains(&"C".to_owned()));
    // An old address is the site's own now.
    assert_eq!(texts(&page(&built.dir(), "en-us/open/12"), ".links a"), ["A", "B"]);
}

fn ids_that_differ_in_case_share_a_page_and_a_fallback_is_opened_too() {
    let built = small();
    let page = page(&built.dir(), "open/billing-1");
    assert!(texts(&page, "h1")[0].ends_with("BILLING-1, Billing-1"));
    assert!(attributes(&page, ".choose a", "href").contains(&"../../lv-lv/open/billing-1/".to_owned()));
    let list = self::page(&built.dir(), "lv-lv/open/billing-1");
    // What is written in the locale comes first.
    assert_eq!(attributes(&list, ".links a", "lang"), ["", "he-IL"]);
    let latvian = ids(&built.dir(), "lv-lv");
    assert_eq!(latvian["500"], json!([{"title": "חשבוניות", "url": "invoices/", "lang": "he-IL"}]));
    assert_eq!(latvian["Billing-1"], json!([{"title": "Naudas atmaksa", "url": "refunds/"}]));
}

fn no_id_leaves_the_folder() {
    let built = small();
    let files = site::files(&built.dir());
    let opened: Vec<&str> = files.iter().filter_map(|path| path.strip_prefix("open/")).collect();
    let expected = ["500", "77", "9357", "billing-1", "index"].map(|id| format!("{id}/index.html"));
    assert_eq!(opened, expected);
    // No file can be called like that, but the locale's list has it.
    let long = "1".repeat(300);
    assert_eq!(ids(&built.dir(), "he-il")[&long][0]["url"], "numbers/");
    let article = page(&built.dir(), "he-il/numbers");
    assert_eq!(texts(&article, ".ids code"), [long]);
    assert_eq!(attributes(&article, ".ids a", "href"), [""; 0]);
    let article = page(&built.dir(), "he-il/invoices");
    assert_eq!(
        attributes(&article, ".ids a", "href"),
        ["../../open/500/#_languages", "../open/billing-1/", "../../open/index/#_languages"]
    );
}

fn real_articles_are_opened_in_four_locales() {
    let input = shared("seeds");
    let built = site::build(&input, &[]);
    for id in ["9357", "9003259"] {
        let mut links = attributes(&page(&built.dir(), &format!("open/{id}")), ".choose a", "href");
        links.sort();
        let expected = ["he-il", "lv-lv", "ro-ro", "sl-si"];
        assert_eq!(links, expected.map(|slug| format!("../../{slug}/user-reset-password-setup/")));
    }
    for id in ["9002464", "4769"] {
        let links = attributes(&page(&built.dir(), &format!("open/{id}")), ".choose a", "href");
        assert_eq!(links, ["../../he-il/self-service-password-reset-sspr/"]);
        assert_eq!(ids(&built.dir(), "he-il")[id][0]["url"], "self-service-password-reset-sspr/");
    }
}

fn every_id_has_a_page() {
    let input = shared("corpus");
    let built = site::build(&input, &[]);
    let files = site::files(&built.dir());
    let opened = files.iter().filter(|path| path.starts_with("open/")).count();
    // Front matter that is read although it is damaged has more of them than the sound one.
    assert!(opened >= 3925, "{opened}");
    let mut most = 0;
    for slug in ["he-il", "lv-lv", "ro-ro", "sl-si"] {
        for (id, articles) in ids(&built.dir(), slug).as_object().unwrap() {
            assert!(files.binary_search(&format!("open/{}/index.html", id.to_lowercase())).is_ok(), "{id}");
            most = most.max(articles.as_array().unwrap().len());
        }
    }
    assert!(most > 40, "{most}");
}

/// What the browser tells of each case.
fn open(dir: &Path, cases: &[Value]) -> Vec<Value> {
    let mut command = Command::new("node");
    let cases = serde_json::to_string(cases).unwrap();
    command.arg("open.mjs").arg(dir).arg(cases).current_dir(browser_folder());
    let output = command.output().unwrap();
    assert!(output.status.success(), "open.mjs: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn the_best_locale_is_opened() {
    need(Need::Browser);
    let built = small();
    let by_languages = |path: &str, languages: &[&str]| json!({"path": path, "languages": languages});
    let cases = [
        (by_languages("open/9357/?locale=he-IL", &["pt-BR"]), "he-il/reset/"),
        (by_languages("open/9357/?locale=he_il", &[]), "he-il/reset/"),
        (by_languages("open/9357/?locale=fr-FR", &["pt"]), "pt-br/reset/"),
        (by_languages("open/9357/?locale=x%00%22%3C", &["lv"]), "lv-lv/reset/"),
        (by_languages("open/9357/", &["fr", "iw"]), "he-il/reset/"),
        (by_languages("open/9357/", &["no"]), "nb-no/reset/"),
        (by_languages("open/9357/", &["zh-Hant-HK"]), "zh-tw/reset/"),
        (by_languages("open/9357/", &["zh-CN", "pt-PT"]), "pt-br/reset/"),
        (by_languages("open/9357/", &["sr-Latn"]), "sr-latn-rs/reset/"),
        (by_languages("open/9357/", &["sr", "lv"]), "lv-lv/reset/"),
        (json!({"path": "open/9357/", "languages": ["lv"], "remembered": "he-IL"}), "he-il/reset/"),
        (
            json!({"path": "open/9357/?locale=zh-TW", "languages": ["lv"], "remembered": "he-IL"}),
            "zh-tw/reset/",
        ),
        // Latvian shows the Hebrew article.
        (by_languages("open/500/", &["lv"]), "lv-lv/invoices/"),
        // Two articles have the ID, but only one of them is there in Portuguese.
        (by_languages("open/77/", &["pt"]), "pt-br/reset/"),
        (by_languages("open/77/", &["he", "pt"]), "he-il/open/77/"),
        (by_languages("open/77/?locale=lv", &["he"]), "lv-lv/open/77/"),
        (by_languages("open/9357/", &["fr", "sr", "zh-CN"]), "open/9357/"),
        (by_languages("open/9357/#_languages", &["he"]), "open/9357/#_languages"),
        (json!({"path": "open/9357/", "languages": ["he"], "from": "lv-lv/reset/"}), "open/9357/"),
        (json!({"path": "open/9357/", "languages": ["he"], "script": false}), "open/9357/"),
        (by_languages("", &["fr", "iw"]), "he-il/"),
        (json!({"path": "", "languages": ["he"], "from": "lv-lv/reset/"}), ""),
        (json!({"path": "", "languages": ["he"], "script": false}), ""),
        (json!({"path": "index.html", "languages": ["he"], "disk": true}), "he-il/index.html"),
        (
            json!({"path": "open/9357/index.html", "languages": ["lv"], "disk": true}),
            "lv-lv/reset/index.html",
        ),
    ];
    let asked: Vec<Value> = cases.iter().map(|(case, _)| case.clone()).collect();
    for (found, (case, expected)) in open(&built.dir(), &asked).iter().zip(&cases) {
        assert_eq!(found["path"], *expected, "{case}");
        assert_eq!(found["complaints"], json!([]), "{case}");
        let links = found["links"].as_array().unwrap().len();
        let shown = match *expected {
            "" | "open/9357/" | "open/9357/#_languages" => 6,
            _ => 0,
        };
        assert_eq!(links, shown, "{case}");
        // Said only to readers whose languages were asked for in vain.
        let in_vain = *expected == "open/9357/" && case["languages"][0] == "fr";
        assert_eq!(found["none"], in_vain, "{case}");
    }
}

fn what_is_not_found_is_said_in_the_language_of_the_reader() {
    need(Need::Browser);
    let built = build(
        "[site]\nbase_url = \"https://help.example.com/docs/\"\n",
        &[
            ("ar-SA/reset.md", "A", "custom_ids: 77"),
            ("de-DE/reset.md", "A", "custom_ids: 77"),
            ("zh-TW/reset.md", "A", "custom_ids: 77"),
        ],
    );
    let case = |path: &str, languages: &[&str]| json!({"path": path, "languages": languages});
    let cases = [
        (
            case("de-de/reset-my_pass%C3%A9/", &["ar"]),
            "de-de/404.html#/de-de/reset-my_pass%C3%A9/",
            "de-DE",
            "reset my passé",
        ),
        (
            case("old/reset-me.html", &["fr", "zh-Hant"]),
            "zh-tw/404.html#/old/reset-me.html",
            "zh-TW",
            "reset me",
        ),
        (case("open/9999/", &["de"]), "de-de/404.html#/open/9999/", "de-DE", "9999"),
        (case("open/%D9%A7%D9%A7/", &["de"]), "de-de/reset/", "de-DE", ""),
        (case("open/#77", &["de"]), "de-de/reset/", "de-DE", ""),
        (
            json!({"path": "x/", "languages": ["de"], "from": "ar-sa/reset/"}),
            "de-de/404.html#/x/",
            "de-DE",
            "x",
        ),
        (
            json!({"path": "x/", "languages": ["de"], "remembered": "zh-TW"}),
            "zh-tw/404.html#/x/",
            "zh-TW",
            "x",
        ),
        // No language of the reader, or no script: the page that was sent.
        (case("x-y/", &["fr"]), "x-y/", "ar-SA", "x y"),
        (json!({"path": "x-y/", "languages": ["de"], "script": false}), "x-y/", "ar-SA", ""),
    ];
    let asked: Vec<Value> = cases.iter().map(|(case, ..)| case.clone()).collect();
    for (found, (case, path, language, field)) in open(&built.dir(), &asked).iter().zip(&cases) {
        assert_eq!(found["path"], *path, "{case}");
        assert_eq!(found["language"], *language, "{case}");
        assert_eq!(found["field"].as_str().unwrap_or_default(), *field, "{case}");
        assert_eq!(found["complaints"], json!([]), "{case}");
    }
}
