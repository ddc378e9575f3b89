//! Projects of other generators, as they are: whose files are whose translations, what is built, and that nothing is lost.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use faqtory::catalog::{Catalog, Options};
use faqtory::sources::{self, Scope, is_markdown};
use serde_json::Value;

use crate::harness::{Test, shared, tests};
use crate::site::{self, Built};

pub(crate) const TESTS: &[Test] = tests![
    hugo_with_a_folder_for_each_language,
    hugo_with_languages_in_names,
    zola,
    mkdocs_with_languages_in_names,
    mkdocs_with_a_folder_for_each_language,
    mkdocs_with_a_site_for_each_language,
    jekyll,
    languages_in_names_without_a_generator,
    folders_in_a_folder,
    titles_that_nobody_wrote,
    every_file_has_its_place,
    every_file_of_real_repositories_has_its_place,
];

/// An article; its words are its title's.
fn article(title: &str) -> String {
    article_with(title, "")
}

fn article_with(title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\n---\n\n# {title}\n\n{title} {title}.\n\n{text}\n")
}

/// Builds a project: `locale articles fallbacks` of each locale, and the site, whose links and addresses are proven.
#[track_caller]
fn build(files: &[(&str, String)]) -> (Vec<String>, Built) {
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let project = site::project(&files);
    assert_eq!(findings(project.path()), Vec::<String>::new());
    let built = site::build(project.path(), &[]);
    let locales = built.summary["locales"].as_object().unwrap().iter();
    let line =
        |(tag, counts): (&String, &Value)| format!("{tag} {} {}", counts["articles"], counts["fallbacks"]);
    assert_eq!(site::findings(&built.dir(), None), Vec::<String>::new());
    (locales.map(line).collect(), built)
}

/// What `check` finds, but for translations that are not there or that nobody tracks.
fn findings(project: &Path) -> Vec<String> {
    let mut check = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let output = check.arg("check").arg(project).args(["--format", "json"]).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter();
    let is_of_layout =
        |found: &&Value| found["code"] != "translation-untracked" && found["code"] != "translation-missing";
    let found = found.filter(is_of_layout);
    found.map(|found| format!("{} {}: {}", found["path"], found["code"], found["message"])).collect()
}

/// The pages of articles that there are, and in which languages each is offered.
fn pages(built: &Built) -> Vec<String> {
    let mut pages = Vec::new();
    for path in site::files(&built.dir()) {
        let Some(page) = path.strip_suffix("/index.html") else { continue };
        let html = fs::read_to_string(built.dir().join(&path)).unwrap();
        if !html.contains("<article") {
            continue;
        }
        let languages: BTreeSet<&str> =
            html.split("hreflang=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        pages.push(format!("{page}: {}", languages.into_iter().collect::<Vec<_>>().join(" ")));
    }
    pages
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn hugo_with_a_folder_for_each_language() {
    let configuration = "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"en\"\n\n[languages.en]\n\
                         contentDir = \"content/en\"\n\n[languages.fr]\ncontentDir = \"content/french\"\n";
    let (locales, built) = build(&[
        ("site/hugo.toml", text(configuration)),
        ("site/content/en/_index.md", article_with("Welcome", "See [the guide](guide/).")),
        ("site/content/en/guide/_index.md", article("Guide")),
        ("site/content/en/guide/install/index.md", article_with("Install", "Back to [the guide](../).")),
        ("site/content/en/guide/update.md", article("Update")),
        ("site/content/french/_index.md", article("Bienvenue")),
        ("site/content/french/guide/install/index.md", article("Installer")),
    ]);
    assert_eq!(locales, ["en 4 0", "fr 2 2"]);
    insta::assert_snapshot!(pages(&built).join("\n"), @"
    en/guide: en fr
    en/guide/install: en fr
    en/guide/update: en fr
    fr/guide: en fr
    fr/guide/install: en fr
    fr/guide/update: en fr
    ");
}

fn hugo_with_languages_in_names() {
    let (locales, built) = build(&[
        (
            "site/hugo.yaml",
            text("defaultContentLanguage: fr\nlanguages:\n  fr: {weight: 1}\n  en: {weight: 2}\n"),
        ),
        ("site/content/_index.md", article("Accueil")),
        ("site/content/_index.en.md", article("Welcome")),
        ("site/content/guide/index.md", article_with("Guide des débuts", "Voir [la suite](../suite/).")),
        ("site/content/guide/index.en.md", article_with("First steps", "See [what is next](../suite.md).")),
        ("site/content/suite.md", article("La suite")),
    ]);
    assert_eq!(locales, ["en 2 1", "fr 3 0"]);
    insta::assert_snapshot!(pages(&built).join("\n"), @"
    en/guide: en fr
    en/suite: en fr
    fr/guide: en fr
    fr/suite: en fr
    ");
}

fn zola() {
    let configuration = "base_url = \"https://example.org\"\ndefault_language = \"en\"\n\n[languages.de]\n";
    let (locales, built) = build(&[
        ("site/config.toml", text(configuration)),
        ("site/content/_index.md", article("Welcome")),
        ("site/content/_index.de.md", article("Willkommen")),
        ("site/content/guide/_index.md", article("Guide")),
        ("site/content/guide/install.md", article("Install")),
        ("site/content/guide/install.de.md", article("Einrichten")),
    ]);
    assert_eq!(locales, ["de 2 1", "en 3 0"]);
    insta::assert_snapshot!(pages(&built).join("\n"), @"
    de/guide: de en
    de/guide/install: de en
    en/guide: de en
    en/guide/install: de en
    ");
}

fn mkdocs_with_languages_in_names() {
    let configuration = "site_name: x\nmarkdown_extensions:\n- pymdownx.emoji:\n    emoji_index: !!python/name:x.y\n\
                         plugins:\n- i18n:\n    languages:\n    - locale: en\n      default: true\n    - locale: pt-BR\n";
    let (locales, built) = build(&[
        ("mkdocs.yml", text(configuration)),
        ("docs/README.md", article_with("Welcome", "See [the setup](setup.md).")),
        ("docs/README.pt-BR.md", article_with("Boas-vindas", "Veja [a configuração](setup.md).")),
        ("docs/setup.md", article("Setup")),
        ("docs/setup.pt-BR.md", article("Configuração")),
        ("README.md", article("The repository")),
    ]);
    assert_eq!(locales, ["en 2 0", "pt-BR 2 0"]);
    insta::assert_snapshot!(pages(&built).join("\n"), @"
    en/setup: en pt-BR
    pt-br/setup: en pt-BR
    ");
}

fn mkdocs_with_a_folder_for_each_language() {
    let configuration = "plugins:\n- i18n:\n    docs_structure: folder\n    languages:\n    - locale: de\n      default: true\n    - locale: en\n";
    let (locales, built) = build(&[
        ("mkdocs.yml", text(configuration)),
        ("docs/de/index.md", article("Willkommen")),
        ("docs/de/setup.md", article_with("Einrichten", "![Bild](pictures/a.png)")),
        ("docs/de/pictures/a.png", text("x")),
        ("docs/en/setup.md", article_with("Setup", "![Picture](pictures/a.png)")),
        ("docs/assets/notes.md", article("Notes")),
    ]);
    assert_eq!(locales, ["de 2 0", "en 1 1"]);
    insta::assert_snapshot!(pages(&built).join("\n"), @"
    de/setup: de en
    en/setup: de en
    ");
}

fn mkdocs_with_a_site_for_each_language() {
    let (locales, built) = build(&[
        ("docs/en/mkdocs.yml", text("theme:\n  language: en\n")),
        ("docs/de/mkdocs.yml", text("INHERIT: ../en/mkdocs.yml\n")),
        ("docs/en/docs/index.md", article("Welcome")),
        ("docs/en/docs/setup.md", article_with("Setup", "![Picture](/img/a.png)")),
        ("docs/en/docs/img/a.png", text("x")),
        ("docs/de/docs/setup.md", article_with("Einrichten", "![Bild](/img/a.png) ![Bild](img/a.png)")),
        ("docs/ja/docs/setup.md", article("設定")),
        ("README.md", article("The repository")),
    ]);
    assert_eq!(locales, ["de 1 1", "en 2 0", "ja 1 1"]);
    insta::assert_snapshot!(pages(&built).join("\n"), @"
    de/setup: de en ja
    en/setup: de en ja
    ja/setup: de en ja
    ");
}

fn jekyll() {
    let (locales, built) = build(&[
        ("_config.yml", text("lang: en\nexclude:\n- CONTRIBUTING.md\n")),
        ("README.md", article_with("Welcome", "See [more](about.md).")),
        ("about.md", article("About")),
        ("fr/about.md", article("À propos")),
        ("fr/README.md", article("Bienvenue")),
        (
            "ueber.md",
            text("---\ntitle: Über uns\nlocale: de\narticle_id: about\n---\n\n# Über uns\n\nWir.\n"),
        ),
        ("_posts/2020-01-01-news.md", article("News")),
        ("CONTRIBUTING.md", article("Contributing")),
    ]);
    assert_eq!(locales, ["de 1 1", "en 2 0", "fr 2 0"]);
    insta::assert_snapshot!(pages(&built).join("\n"), @"
    de/about: de en fr
    en/about: de en fr
    fr/about: de en fr
    ");
}

fn languages_in_names_without_a_generator() {
    let files = [
        ("guide.md", article_with("Guide", "See [the rest](rest.md).")),
        ("guide.fr.md", article_with("Guide en français", "Voir [le reste](rest.md).")),
        ("rest.md", article("Rest")),
        ("rest.fr.md", article("Reste")),
        ("alone.md", article("Alone")),
    ];
    let (locales, built) = build(&files);
    assert_eq!(locales, ["en-US 3 0", "fr 2 1"]);
    insta::assert_snapshot!(pages(&built).join("\n"), @"
    en-us/alone: en-US fr
    en-us/guide: en-US fr
    en-us/rest: en-US fr
    fr/alone: en-US fr
    fr/guide: en-US fr
    fr/rest: en-US fr
    ");
    let named = ("faqtory.toml", text("[site]\nsource_locale = \"en\"\n"));
    let (locales, _) = build(&files.into_iter().chain([named]).collect::<Vec<_>>());
    assert_eq!(locales, ["en 3 0", "fr 2 1"]);
}

fn folders_in_a_folder() {
    let (locales, built) = build(&[
        ("faqtory.toml", text("[site]\nsource_locale = \"en\"\n")),
        ("docs/en/guide.md", article("Guide")),
        ("docs/en/api/cs/a.md", article("In C#")),
        ("docs/en/api/ts/a.md", article("In TypeScript")),
        ("docs/zh-Hans/guide.md", article("指南")),
    ]);
    assert_eq!(locales, ["en 3 0", "zh-Hans 1 2"]);
    insta::assert_snapshot!(pages(&built).join("\n"), @"
    en/api/cs/a: en zh-Hans
    en/api/ts/a: en zh-Hans
    en/guide: en zh-Hans
    zh-hans/api/cs/a: en zh-Hans
    zh-hans/api/ts/a: en zh-Hans
    zh-hans/guide: en zh-Hans
    ");
}

fn titles_that_nobody_wrote() {
    let project = site::project(&[
        ("docs/en/a-guide/index.md", "Text."),
        ("docs/en/client-kontact.md", "Text."),
        ("docs/fr/client-kontact.md", "Texte."),
    ]);
    let built = site::build(project.path(), &[]);
    let title = |path: &str| {
        let page = fs::read_to_string(built.dir().join(path).join("index.html")).unwrap();
        page.split("<h1").nth(1).unwrap().split(['>', '<']).nth(1).unwrap().to_owned()
    };
    assert_eq!(title("en/client-kontact"), "Client kontact");
    assert_eq!(title("en/a-guide"), "A guide");
}

/// The layouts of a folder; each Markdown file in it is an article, a part of one, or named with the reason.
#[track_caller]
fn layouts(folder: &Path) -> (Vec<&'static str>, BTreeSet<String>) {
    let out = folder.join("public");
    let sources = sources::load(folder, Scope::new(&out)).unwrap();
    let catalog = Catalog::new(&sources, &Options::default());
    let files = catalog.files().map(|file| &file.path).chain(catalog.tocs.iter().map(|toc| &toc.file.path));
    let known: BTreeSet<_> = files.chain(catalog.not_placed.keys()).collect();
    let lost = sources.texts.keys().filter(|path| is_markdown(path) && !known.contains(path));
    assert_eq!(lost.collect::<Vec<_>>(), Vec::<&std::sync::Arc<str>>::new(), "{}", folder.display());
    let twice = catalog.files().filter(|file| catalog.not_placed.contains_key(&file.path));
    assert_eq!(twice.count(), 0, "{}", folder.display());
    let tops = catalog.articles.iter().filter_map(|article| article.file.path.split('/').next());
    let tops = tops.map(str::to_owned).collect();
    (catalog.layouts.iter().map(|layout| layout.name()).collect(), tops)
}

fn every_file_has_its_place() {
    let files = [
        ("a/hugo.toml", "[languages.en]\n[languages.fr]\ndisabled = true\n"),
        ("a/content/x.md", ""),
        ("a/content/x.fr.md", ""),
        ("a/content/y.md", "---\ndraft: true\n---\n"),
        ("a/static/z.md", ""),
        ("a/themes/t/README.md", ""),
        ("b/_config.yml", ""),
        ("b/_posts/x.md", ""),
        ("b/x.md", ""),
        ("c/mkdocs.yml", "exclude_docs: x.md\n"),
        ("c/docs/x.md", ""),
        ("c/docs/README.md", ""),
        ("c/docs/index.md", ""),
        ("d/en/x.md", ""),
        ("d/fr/x.md", ""),
        ("d/includes/x.md", ""),
        ("d/x.md", ""),
        ("README.md", ""),
    ];
    let project = site::project(&files);
    assert_eq!(layouts(project.path()).0, ["Hugo", "MkDocs", "Jekyll", "folders"]);
    for folder in ["a", "b", "c", "d"] {
        layouts(&project.path().join(folder));
    }
}

fn every_file_of_real_repositories_has_its_place() {
    let field = shared("field");
    let sites = [
        "hugo-folders",
        "hugo-suffix",
        "learn-docsets",
        "learn-toc-md",
        "mkdocs-suffix",
        "starlight",
        "vitepress",
    ];
    let (found, tops) = layouts(&field);
    for layout in ["Learn", "Hugo", "Starlight", "MkDocs"] {
        assert!(found.contains(&layout), "{found:?}");
    }
    assert_eq!(tops.iter().map(String::as_str).collect::<Vec<_>>(), sites);
    for name in sites {
        layouts(&field.join(name));
    }
}
