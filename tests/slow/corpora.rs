//! Real repositories: every article has its page, translations belong together, readers get what they should.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use faqtory::catalog::{Catalog, Options};
use faqtory::front_matter::FrontMatter;
use faqtory::markdown::Document;
use faqtory::sources::{self, Scope, is_markdown};
use scraper::{Html, Selector};
use serde_json::json;

use crate::faults::targets;
use crate::harness::{Test, shared, tests};
use crate::queries::reach;
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    every_article_is_read,
    every_file_has_its_place,
    four_localised_repositories,
    a_source_and_its_translations,
    old_addresses_lead_on,
    a_mixed_folder_of_four_locales,
    the_summary_has_the_shape_that_scripts_read,
];

fn page(dir: &Path, path: &str) -> Html {
    let file = dir.join(path).join("index.html");
    Html::parse_document(
        &fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())),
    )
}

/// The attribute of every element that the selector finds.
fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|element| element.attr(name).unwrap_or_default().to_owned()).collect()
}

fn text(page: &Html, selector: &str) -> String {
    page.select(&Selector::parse(selector).unwrap()).flat_map(|element| element.text()).collect()
}

/// Articles, fallback pages of a locale.
fn counts(summary: &serde_json::Value, locale: &str) -> (u64, u64) {
    let counts = &summary["locales"][locale];
    (counts["articles"].as_u64().unwrap(), counts["fallbacks"].as_u64().unwrap())
}

fn every_article_is_read() {
    for folder in ["corpus", "corpus-with-source", "seeds"].map(shared) {
        for name in site::files(&folder).iter().filter(|name| name.ends_with(".md")) {
            let bytes = fs::read(folder.join(name)).unwrap();
            for target in [targets::front_matter, targets::markdown] {
                let is_sound = std::panic::catch_unwind(|| target(&bytes)).is_ok();
                assert!(is_sound, "{name}");
            }
            let text = String::from_utf8_lossy(&bytes);
            let document = Document::parse(&text, FrontMatter::parse(&text).body_start as usize);
            for lookup in &document.lookups {
                assert!(!document.text.contains(&*lookup.source_text), "{name}: {}", lookup.source_text);
            }
        }
    }
}

fn every_file_has_its_place() {
    for folder in ["corpus", "corpus-with-source", "seeds"].map(shared) {
        let out = folder.join("public");
        let sources = sources::load(&folder, Scope::new(&out)).unwrap();
        let catalog = Catalog::new(&sources, &Options::default());
        let files = catalog.files().map(|file| &file.path);
        let known: BTreeSet<_> = files.chain(catalog.not_placed.keys()).collect();
        let lost: Vec<_> =
            sources.texts.keys().filter(|path| is_markdown(path) && !known.contains(path)).collect();
        assert!(lost.is_empty(), "{}: {lost:?}", folder.display());
    }
}

fn four_localised_repositories() {
    let input = shared("corpus");
    let built = site::build(&input, &[]);
    for (locale, articles) in [("he-IL", 2898), ("lv-LV", 2618), ("ro-RO", 2910), ("sl-SI", 2909)] {
        assert_eq!(counts(&built.summary, locale), (articles, 0), "{locale}");
    }
    let mut ids = BTreeSet::new();
    for path in site::files(&built.dir()) {
        let Some((locale, rest)) = path.split_once('/') else { continue };
        let own_page =
            matches!(locale, "he-il" | "lv-lv" | "ro-ro" | "sl-si") && rest.ends_with("/index.html");
        let is_article = ["all/", "open/", "search/"].iter().all(|other| !rest.starts_with(other));
        if own_page && is_article && rest != "commercial-dialogues/index.html" {
            ids.insert(rest.to_owned());
        }
    }
    // The root index article is the text of the home, not a page of its own.
    assert_eq!(ids.len() + 1, 2934);
    // Front matter folded into one line, keys translated: the title is read all the same.
    for damaged in ["he-il/troubleshoot-presence-issues-outlook", "lv-lv/mailbox-full-error"] {
        let title = text(&page(&built.dir(), damaged), "h1");
        assert!(!title.is_empty() && !title.contains("ms."), "{damaged}: {title}");
    }
    let floors = [("he-il", 22, 24), ("lv-lv", 19, 30), ("ro-ro", 18, 26), ("sl-si", 15, 26)];
    reach(&built.dir(), "corpus", &floors);
}

fn a_source_and_its_translations() {
    let input = shared("corpus-with-source");
    let built = site::build(&input, &[]);
    assert_eq!(counts(&built.summary, "en-US"), (55, 0));
    assert_eq!(counts(&built.summary, "fr-FR"), (53, 2));
    assert_eq!(counts(&built.summary, "pt-BR"), (53, 2));
    let fallback = page(&built.dir(), "fr-fr/manage-search-apps");
    assert_eq!(attributes(&fallback, "html", "lang"), ["fr-FR"]);
    assert_eq!(attributes(&fallback, "article", "lang"), ["en-US"]);
    assert_eq!(attributes(&fallback, "meta[name=robots]", "content"), ["noindex"]);
    let absolute = "link[rel=canonical], link[rel=alternate]";
    assert_eq!(attributes(&fallback, absolute, "href"), Vec::<String>::new(), "there is no base URL");
    assert_eq!(attributes(&fallback, ".notice.fallback a", "hreflang"), ["en-US"]);
    let floors = [("en-us", 26, 29), ("fr-fr", 19, 26), ("pt-br", 25, 28)];
    reach(&built.dir(), "with-source", &floors);
}

fn old_addresses_lead_on() {
    let input = shared("corpus-with-source");
    let built = site::build(&input, &[]);
    let rules = fs::read_to_string(built.dir().join("_redirects")).unwrap();
    for slug in ["en-us", "fr-fr", "pt-br"] {
        let leads = |old: &str| {
            let page = page(&built.dir(), &format!("{slug}/{old}"));
            let content = attributes(&page, "meta[http-equiv=refresh]", "content").concat();
            let url = content.strip_prefix("0; url=").unwrap().to_owned();
            assert_eq!(attributes(&page, "main a", "href"), [url.as_str()]);
            assert_eq!(attributes(&page, "meta[name=robots]", "content"), ["noindex"]);
            url
        };
        for (old, new) in [
            ("create-qas", "manage-qas"),
            ("features", "overview-microsoft-search"),
            ("quick-set-up", "setup-microsoft-search"),
        ] {
            assert_eq!(leads(old), format!("../{new}/"));
            assert!(rules.contains(&format!("/{slug}/{old}/ /{slug}/{new}/ 301\n")), "{rules}");
            assert!(built.dir().join(slug).join(new).join("index.html").is_file());
        }
        // Relative to the old address, not to whoever links to it.
        assert_eq!(leads("test-single-sign-on"), "../");
        let outside = leads("set-default-browser");
        assert_eq!(outside, format!("https://learn.microsoft.com/{slug}/deployedge/edge-default-browser"));
        // Through another redirect.
        assert!(leads("use").starts_with("https://support.office.com/"));
    }
    let routes: serde_json::Value =
        serde_json::from_slice(&fs::read(built.dir().join("staticwebapp.config.json")).unwrap()).unwrap();
    assert!(routes["routes"].as_array().unwrap().iter().all(|route| route["statusCode"] == 301));
    assert_eq!(routes["responseOverrides"]["404"]["rewrite"], "/404.html");
}

fn a_mixed_folder_of_four_locales() {
    let input = shared("seeds");
    let built = site::build(&input, &[]);
    assert_eq!(counts(&built.summary, "he-IL"), (2, 0));
    for locale in ["lv-LV", "ro-RO", "sl-SI"] {
        assert_eq!(counts(&built.summary, locale), (1, 0), "{locale}");
    }
    assert_eq!(built.summary["locales"].as_object().unwrap().len(), 4);
    let slugs = ["he-il", "lv-lv", "ro-ro", "sl-si"];
    for own in slugs {
        let page = page(&built.dir(), &format!("{own}/user-reset-password-setup"));
        let expected = if own == "he-il" { "rtl" } else { "ltr" };
        assert_eq!(attributes(&page, "html", "dir"), [expected]);
        let others = attributes(&page, "details.languages a", "href");
        for other in slugs.iter().filter(|other| **other != own) {
            assert!(
                others.contains(&format!("../../{other}/user-reset-password-setup/")),
                "{own}: {others:?}"
            );
        }
        assert_eq!(attributes(&page, "h1", "id"), ["user-reset-password-setup"]);
    }
    let bilingual = page(&built.dir(), "he-il/self-service-password-reset-sspr");
    // The source stands behind the text, not in it.
    assert!(!text(&bilingual, ".text > ul > li > p").contains("Click here to"));
    assert!(text(&bilingual, ".source").contains("Click here to"));
    let ids = text(&bilingual, ".ids");
    assert!(ids.contains("9002464") && ids.contains("4769"), "{ids}");
}

fn the_summary_has_the_shape_that_scripts_read() {
    let built = site::build(&site::sample(), &[]);
    let summary = &built.summary;
    let keys: Vec<&String> = summary.as_object().unwrap().keys().collect();
    let wanted =
        ["diagnostics", "files", "layout", "locales", "not_read", "pages", "removed", "seconds", "unchanged"];
    assert_eq!(keys, wanted);
    // The sample has translations in every state, on purpose: those are reported as suggestions.
    let found = &summary["diagnostics"];
    assert_eq!((&found["errors"], &found["warnings"]), (&json!(0), &json!(0)));
    assert!(found["suggestions"].as_u64() > Some(0), "{summary}");
    for phase in ["read", "catalog", "check", "search", "render", "total"] {
        assert!(summary["seconds"][phase].is_f64(), "{phase}");
    }
    // Every article of the source has a page in Hebrew too.
    let ((source, _), (translated, fallbacks)) = (counts(summary, "en-US"), counts(summary, "he-IL"));
    assert!(translated > 0 && fallbacks > 0 && translated + fallbacks >= source, "{summary}");
    let pages = site::files(&built.dir()).iter().filter(|path| path.ends_with(".html")).count();
    assert_eq!(summary["pages"], pages);
}
