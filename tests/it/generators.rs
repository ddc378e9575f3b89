//! Repositories of generators as their teams keep them, in `tests/generators/`: what each file is taken for, which links are
//! broken, and what is built of it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    docusaurus,
    docusaurus_in_a_folder,
    starlight,
    starlight_in_a_folder,
    vuepress,
    vuepress_with_another_root,
    mkdocs_with_languages_in_names,
    mkdocs_with_folders,
    hugo,
    hugo_with_a_folder_of_configuration,
    jekyll,
    jekyll_with_folders,
    zola,
    zola_with_a_list_of_languages,
    several_sites_side_by_side,
];

/// Writes the files of a repository.
fn write(name: &str, folder: &Path) {
    let repositories = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/generators");
    site::write_parts(&repositories.join(name).with_extension("txt"), folder);
}

/// Files, findings, pages and sections of a repository. The site that is built of it is sound.
fn look(folder: &Path) -> String {
    let mut seen = String::new();
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_faqtory")).current_dir(folder).args(arguments).output().unwrap()
    };
    let listed = run(&["files"]);
    seen += &String::from_utf8(listed.stderr).unwrap();
    seen += &String::from_utf8(listed.stdout).unwrap();
    let checked = run(&["check", "--format", "json"]);
    let report: Value = serde_json::from_slice(&checked.stdout).unwrap();
    seen.push('\n');
    let of_translations = ["translation-missing", "translation-untracked"];
    for found in report["diagnostics"].as_array().unwrap() {
        let text = |key: &str| found[key].as_str().unwrap_or_default();
        if !of_translations.contains(&text("code")) {
            let (path, line, column) = (text("path"), &found["line"], &found["column"]);
            writeln!(seen, "{path}:{line}:{column} {}: {}", text("code"), text("message")).unwrap();
        }
    }
    let built = site::build(folder, &[]);
    assert_eq!(site::findings(&built.dir(), None), Vec::<String>::new());
    seen + "\n" + &pages(&built.dir())
}

/// The languages of each article, and the entries of each section and home, in order.
fn pages(site: &Path) -> String {
    let mut seen = String::new();
    for path in site::files(site) {
        let Some(page) = path.strip_suffix("/index.html") else { continue };
        let html = fs::read_to_string(site.join(&path)).unwrap();
        if html.contains("http-equiv=\"refresh\"") || page.ends_with("/all") {
            continue;
        }
        let html = Html::parse_document(&html);
        let select = |selector: &str| {
            let selector = Selector::parse(selector).unwrap();
            html.select(&selector).map(|found| (found.text().collect::<String>(), found)).collect::<Vec<_>>()
        };
        let mut languages: BTreeSet<String> = select(".languages nav > ul:first-child a[hreflang]")
            .iter()
            .filter_map(|(_, link)| Some(link.attr("hreflang")?.to_owned()))
            .collect();
        // Of what is shown in another language, or to nobody else, there are no translations.
        if languages.len() == 1 || !select("meta[name=robots]").is_empty() {
            languages.clear();
        }
        let title =
            select("h1").into_iter().next().map(|(text, _)| text.trim().to_owned()).unwrap_or_default();
        let entries: Vec<String> = select(".cards a, .links a")
            .iter()
            .filter(|(_, link)| !is_related(*link))
            .map(|(text, link)| format!("{} → {}", text.trim(), link.attr("href").unwrap_or_default()))
            .collect();
        let languages = Vec::from_iter(languages).join(" ");
        writeln!(seen, "{page}: {title} [{languages}] {}", entries.join(", ")).unwrap();
    }
    seen
}

/// Whether a link is one to an article about something similar.
fn is_related(link: ElementRef<'_>) -> bool {
    link.ancestors().filter_map(ElementRef::wrap).any(|element| element.attr("class") == Some("related"))
}

macro_rules! repositories {
    ($($test:ident: $name:literal,)*) => {
        $(fn $test() {
            let folder = TempDir::new().unwrap();
            write($name, folder.path());
            insta::assert_snapshot!($name, look(folder.path()));
        })*
    };
}

repositories! {
    docusaurus: "docusaurus",
    docusaurus_in_a_folder: "docusaurus-in-a-folder",
    starlight: "starlight",
    starlight_in_a_folder: "starlight-in-a-folder",
    vuepress: "vuepress",
    vuepress_with_another_root: "vuepress-root",
    mkdocs_with_languages_in_names: "mkdocs-suffix",
    mkdocs_with_folders: "mkdocs-folder",
    hugo: "hugo",
    hugo_with_a_folder_of_configuration: "hugo-config-folder",
    jekyll: "jekyll",
    jekyll_with_folders: "jekyll-folders",
    zola: "zola",
    zola_with_a_list_of_languages: "zola-list",
}

/// Links are those of each site: side by side, they are broken where they are alone.
fn several_sites_side_by_side() {
    let broken = |folder: &Path| {
        let mut check = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        let output = check.current_dir(folder).args(["check", "--format", "json"]).output().unwrap();
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let found = report["diagnostics"].as_array().unwrap().iter();
        let found = found.filter(|found| found["code"].as_str().unwrap().ends_with("-not-found"));
        let found = found.map(|found| format!("{}:{}", found["path"].as_str().unwrap(), found["line"]));
        found.collect::<BTreeSet<String>>()
    };
    let folder = TempDir::new().unwrap();
    let mut alone = BTreeSet::new();
    for name in ["docusaurus", "starlight", "vuepress", "mkdocs-suffix", "hugo", "zola"] {
        let site = folder.path().join(name);
        write(name, &site);
        alone.extend(broken(&site).into_iter().map(|place| format!("{name}/{place}")));
    }
    assert_eq!(broken(folder.path()), alone);
    let built = site::build(folder.path(), &[]);
    assert_eq!(site::findings(&built.dir(), None), Vec::<String>::new());
}
