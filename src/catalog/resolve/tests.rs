//! What links mean, over small projects of every layout.

mod addresses;
mod generated;

use super::*;
use crate::assets::Content;
use crate::catalog::{Options, Untranslated};
use crate::locale::Locale;
use crate::sources::{Asset, Sources};

fn catalog(content_dir: &str, files: &[(&str, &str)], options: &Options) -> Catalog {
    let mut sources = Sources { content_dir: content_dir.to_owned(), ..Sources::default() };
    for (path, text) in files {
        if [".md", ".yml", ".json", ".toml", ".js"].iter().any(|extension| path.ends_with(extension)) {
            sources.texts.insert((*path).into(), text.as_bytes().to_vec());
        } else {
            let asset = Asset {
                file: path.into(),
                hash: "0123456789".to_owned(),
                size: Some((3, 4)),
                content: Content::Sound,
            };
            sources.assets.insert((*path).into(), asset);
        }
    }
    Catalog::new(&sources, options)
}

/// What `link`, written in the file at `path`, means: one line.
fn meaning(catalog: &Catalog, path: &str, link: &str) -> String {
    let article = catalog.articles.iter().find(|article| *article.file.path == *path).unwrap();
    let base = Base { file: &article.file, article: Some(article), reader: article.locale };
    let resolved = catalog.resolve(base, link);
    let target = match &resolved.target {
        Target::Article { locale, article } => {
            format!("{} {}", catalog.locales[*locale].locale.tag(), catalog.articles[*article].file.path)
        }
        Target::Home { locale } => format!("home {}", catalog.locales[*locale].locale.tag()),
        Target::Asset(asset) => format!("asset {}", catalog.assets[*asset].path),
        other => format!("{other:?}"),
    };
    let fragment = match &resolved.fragment {
        Fragment::None => String::new(),
        Fragment::Found(id) => format!(" #{id}"),
        Fragment::Missing(name) => format!(" no #{name}"),
        Fragment::OfFile(name) => format!(" in it #{name}"),
    };
    let spelling = match &resolved.spelling {
        Spelling::Exact => String::new(),
        Spelling::OtherCase(path) => format!(" is {path}"),
        Spelling::Redirected => " redirected".to_owned(),
        Spelling::OtherLocale(named) => format!(" not {}", catalog.locales[*named].locale.tag()),
    };
    let query = resolved.query.as_ref().map(|query| format!(" ?{query}")).unwrap_or_default();
    let directive = resolved.directive.as_ref().map(|directive| format!(" {directive}")).unwrap_or_default();
    let invisible =
        resolved.invisible.map(|found| format!(" without {:?}", found.character)).unwrap_or_default();
    format!("{target}{query}{fragment}{directive}{spelling}{invisible}")
}

const FOLDERS: &[(&str, &str)] = &[
    ("content/en-US/index.md", "# Home\n"),
    ("content/en-US/start.md", "# Start\n\n## First step\n\nx\n\n<a name=\"old\"></a>y\n"),
    ("content/en-US/deep/er/Topic.md", "# Topic\n"),
    ("content/en-US/media/plan.png", ""),
    ("content/en-US/only.md", "# Only here\n"),
    (
        "content/lv-LV/start.md",
        "---\nsource_hash: 0123456789012345678901234567890123456789\nredirect_from: [begin]\n---\n# Sākums\n\n## Pirmais solis\n\nx\n",
    ),
    (
        "content/lv-LV/deep/er/Topic.md",
        "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n# Temats\n",
    ),
    ("content/media/shared.svg", ""),
];

#[test]
fn folders_of_locales() {
    let catalog = catalog("content", FOLDERS, &Options::default());
    assert_eq!(
        catalog.source.map(|source| catalog.locales[source].locale.tag().to_owned()).as_deref(),
        Some("en-US")
    );
    let topic = |link| meaning(&catalog, "content/lv-LV/deep/er/Topic.md", link);
    let start = |link| meaning(&catalog, "content/lv-LV/start.md", link);
    assert_eq!(topic("../../start.md"), "lv-LV content/lv-LV/start.md");
    assert_eq!(topic("../../start"), "lv-LV content/lv-LV/start.md");
    assert_eq!(topic("~/start.md?x=1#first-step"), "lv-LV content/lv-LV/start.md ?x=1 #first-step");
    assert_eq!(topic("/start.md#Pirmais%20solis"), "lv-LV content/lv-LV/start.md no #Pirmais solis");
    assert_eq!(topic("/start.md#pirmais-solis"), "lv-LV content/lv-LV/start.md #pirmais-solis");
    assert_eq!(start("deep/er/topic.md"), "lv-LV content/lv-LV/deep/er/Topic.md is deep/er/Topic.md");
    assert_eq!(start("only.md"), "lv-LV content/en-US/only.md");
    assert_eq!(start("media/plan.png"), "asset content/en-US/media/plan.png");
    assert_eq!(start("media/Plan.PNG"), "asset content/en-US/media/plan.png is media/plan.png");
    assert_eq!(start("../media/shared.svg"), "asset content/media/shared.svg");
    assert_eq!(start("../en-US/start.md#old"), "en-US content/en-US/start.md #old");
    assert_eq!(start("/en-us/start"), "en-US content/en-US/start.md");
    assert_eq!(start("begin.md"), "lv-LV content/lv-LV/start.md redirected");
    assert_eq!(start("index.md"), "lv-LV content/en-US/index.md");
    assert_eq!(start("./"), "lv-LV content/en-US/index.md");
    assert_eq!(start("gone.md"), "Missing");
    assert_eq!(start("../../../../etc/passwd"), "Missing");
    assert_eq!(start("#first-step"), "Here #first-step");
    assert_eq!(start("#nowhere"), "Here no #nowhere");
    assert_eq!(start(""), "Empty");
    assert_eq!(start("mailto:a@example.com"), "Special(\"mailto:a@example.com\")");
    assert_eq!(start("ms-settings:windowsupdate"), "Special(\"ms-settings:windowsupdate\")");
    assert_eq!(start("https://example.com/start"), "External(\"https://example.com/start\")");
    assert_eq!(start("//example.com/x"), "External(\"https://example.com/x\")");
}

#[test]
fn without_fallback_links_lead_to_the_original() {
    let options = Options { untranslated: Untranslated::Omit, ..Options::default() };
    let catalog = catalog("content", FOLDERS, &options);
    assert_eq!(meaning(&catalog, "content/lv-LV/start.md", "only.md"), "en-US content/en-US/only.md");
}

#[test]
fn own_absolute_urls_are_links_into_the_site() {
    let options =
        Options { base_url: Some("https://help.example.com/docs/".to_owned()), ..Options::default() };
    let catalog = catalog("content", FOLDERS, &options);
    let start = |link| meaning(&catalog, "content/lv-LV/start.md", link);
    assert_eq!(start("https://help.example.com/docs/only"), "lv-LV content/en-US/only.md");
    assert_eq!(start("https://help.example.com/docs/en-us/only/#x"), "en-US content/en-US/only.md no #x");
    assert_eq!(start("https://help.example.com/docs/nope"), "Missing");
    assert_eq!(start("https://help.example.com/docs/lv-lv/nope/?q#x"), "Missing");
    assert_eq!(start("https://help.example.com/docs/"), "lv-LV content/en-US/index.md");
    assert_eq!(start("https://help.example.com/docs/open/4711/"), "Missing");
    assert_eq!(start("https://help.example.com/other"), "External(\"https://help.example.com/other\")");
}

fn repository(locale: &str) -> String {
    format!("{{\"docsets_to_publish\":[{{\"build_source_folder\":\"Insights\",\"locale\":\"{locale}\"}}]}}")
}

#[test]
fn repositories() {
    let (he, ro) = (repository("he-il"), repository("ro-ro"));
    let redirects = "{\"redirections\":[{\"source_path\":\"Insights/old.md\",\"redirect_url\":\"/Insights/New-Name#top\"},
        {\"source_path\":\"Insights/away.md\",\"redirect_url\":\"https://example.com/a\"},
        {\"source_path\":\"Insights/round.md\",\"redirect_url\":\"/Insights/round\"}]}";
    let files = [
        ("he/.openpublishing.publish.config.json", he.as_str()),
        ("he/.openpublishing.redirection.json", redirects),
        ("he/Insights/new-name.md", "# חדש\n\n## <a name=\"top\"></a>למעלה\n\nx\n"),
        ("he/Insights/other.md", "# אחר\n"),
        ("he/Insights/index.yml", "### YamlMime:Hub\ntitle: x\n"),
        ("he/Insights/TOC.yml", "- name: אחר\n  href: other.md\n"),
        ("ro/.openpublishing.publish.config.json", ro.as_str()),
        ("ro/Insights/new-name.md", "# Nou\n"),
        ("ro/Insights/only.md", "# Doar\n"),
    ];
    let catalog = catalog("", &files, &Options::default());
    assert_eq!(catalog.tocs.len(), 1);
    let other = |link| meaning(&catalog, "he/Insights/other.md", link);
    assert_eq!(other("/Insights/New-Name"), "he-IL he/Insights/new-name.md is new-name.md");
    assert_eq!(other("/insights/new-name#top"), "he-IL he/Insights/new-name.md #top");
    assert_eq!(other("https://docs.microsoft.com/insights/new-name"), "he-IL he/Insights/new-name.md");
    assert_eq!(
        other("https://learn.microsoft.com/en-us/Insights/new-name?view=x#top"),
        "he-IL he/Insights/new-name.md ?view=x #top"
    );
    assert_eq!(
        other("https://docs.microsoft.com/insights/gone"),
        "External(\"https://docs.microsoft.com/insights/gone\")"
    );
    assert_eq!(
        other("/microsoft-365/x#y"),
        "External(\"https://learn.microsoft.com/he-il/microsoft-365/x#y\")"
    );
    assert_eq!(other("old.md"), "he-IL he/Insights/new-name.md #top redirected");
    assert_eq!(other("away"), "External(\"https://example.com/a\") redirected");
    assert_eq!(other("round.md"), "Missing");
    assert_eq!(other("index.yml"), "home he-IL");
    // Another docset may publish it there.
    assert_eq!(other("/Insights/gone"), "External(\"https://learn.microsoft.com/he-il/Insights/gone\")");
    // Only Romanian has it: better a page in another language than none.
    assert_eq!(other("only.md"), "ro-RO ro/Insights/only.md");
}

#[test]
fn a_mixed_folder() {
    let front = |locale: &str| format!("---\nlocale: {locale}\n---\n");
    let a_he = format!("{}# <a name=\"reset\"></a>איפוס\n\n[x](b.md)\n", front("he-IL"));
    let a_lv = format!("{}# <a name=\"reset\"></a>Atiestatīt\n", front("lv-LV"));
    let b_lv = format!("{}# <a name=\"other\"></a>Cits\n", front("lv-LV"));
    let files = [("0.md", a_he.as_str()), ("1.md", a_lv.as_str()), ("b.md", b_lv.as_str())];
    let catalog = catalog("", &files, &Options::default());
    let ids: Vec<&str> = catalog.identities.iter().map(|identity| &*identity.id).collect();
    assert_eq!(ids, ["other", "reset"]);
    // By file name, to the reader's own translation.
    assert_eq!(meaning(&catalog, "b.md", "0.md"), "lv-LV 1.md");
    assert_eq!(meaning(&catalog, "0.md", "b.md"), "lv-LV b.md");
}

#[test]
fn names_with_a_locale() {
    let files = [("a.lv.md", "# A\n"), ("b.lv.md", "# B\n"), ("a.ro.md", "# A\n"), ("b.ro.md", "# B\n")];
    let catalog = catalog("", &files, &Options::default());
    assert_eq!(catalog.identities.len(), 2);
    assert_eq!(meaning(&catalog, "a.lv.md", "b.md"), "lv b.lv.md");
    assert_eq!(meaning(&catalog, "a.lv.md", "b.lv.md"), "lv b.lv.md");
}

#[test]
fn configured_chains_and_unpublished_locales() {
    let locale = |tag: &str| Locale::parse(tag).unwrap();
    let files =
        [("content/pt-BR/a.md", "# A\n"), ("content/pt-PT/b.md", "# B\n"), ("content/fr-FR/b.md", "# B\n")];
    let mut options = Options { unpublished: vec![locale("fr-FR")], ..Options::default() };
    options.fallbacks.insert(locale("pt-PT"), vec![locale("pt-BR")]);
    let catalog = catalog("content", &files, &options);
    assert_eq!(meaning(&catalog, "content/pt-PT/b.md", "a.md"), "pt-PT content/pt-BR/a.md");
    // A locale in preparation has no pages; its links lead to those that have.
    assert_eq!(meaning(&catalog, "content/fr-FR/b.md", "b.md"), "pt-PT content/pt-PT/b.md");
}

#[test]
fn odd_links_do_no_harm() {
    let catalog = catalog("content", FOLDERS, &Options::default());
    for link in [
        "#",
        "?",
        "/",
        "//",
        "~/",
        "%",
        "%ff%fe",
        "C:\\x\\y.md",
        "..",
        "../..",
        "a\0b",
        ":",
        "http:",
        "https://",
        "\u{202e}x",
        "a#b#c",
        "x?y?z",
    ] {
        meaning(&catalog, "content/lv-LV/start.md", link);
    }
}

const HUGO: &[(&str, &str)] = &[
    ("hugo.toml", "defaultContentLanguage = \"en\"\n[languages.en]\n[languages.fr]\n[languages.de]\n"),
    ("content/_index.md", "# Home\n"),
    ("content/guide/_index.md", "# Guide\n"),
    ("content/guide/_index.fr.md", "# Guide\n"),
    ("content/guide/a.md", "# A\n\n## B\n"),
    ("content/guide/a.fr.md", "# A\n\n## B\n"),
    ("content/guide/a.de.md", "# A\n"),
    ("content/b/index.md", "# B\n"),
    ("content/b/README.md", "# no\n"),
    ("content/guide/shot.png", ""),
    ("content/guide/shot.fr.png", ""),
    ("content/guide/only.en.png", ""),
    ("static/img/x.png", ""),
    ("static/img/x.fr.png", ""),
    ("static/fr/img/y.png", ""),
    ("static/demo.html", ""),
];

#[test]
fn static_folders_are_at_the_root() {
    let catalog = catalog("", HUGO, &Options::default());
    let a = |link| meaning(&catalog, "content/guide/a.md", link);
    let fr = |link| meaning(&catalog, "content/guide/a.fr.md", link);
    assert_eq!(a("/img/x.png"), "asset static/img/x.png");
    assert_eq!(a("/img/X.png?v=1"), "asset static/img/x.png ?v=1 is img/x.png");
    assert_eq!(fr("/img/x.png"), "asset static/img/x.fr.png");
    assert_eq!(a("/fr/img/x.png"), "asset static/img/x.png");
    assert_eq!(a("/fr/img/y.png"), "asset static/fr/img/y.png");
    assert_eq!(a("../../static/img/x.png"), "asset static/img/x.png");
    assert_eq!(a("/static/img/x.png"), "asset static/img/x.png");
    assert!(a("/demo.html").starts_with("NotServed"));
    assert_eq!(a("/img/z.png"), "Missing");
    assert_eq!(a("../img/x.png"), "Missing");
}

#[test]
fn images_of_locales() {
    let catalog = catalog("", HUGO, &Options::default());
    let meaning = |file: &str, link| meaning(&catalog, &format!("content/guide/{file}"), link);
    assert_eq!(meaning("a.md", "shot.png"), "asset content/guide/shot.png");
    assert_eq!(meaning("a.fr.md", "shot.png"), "asset content/guide/shot.fr.png");
    assert_eq!(meaning("a.de.md", "shot.png"), "asset content/guide/shot.png");
    assert_eq!(meaning("a.de.md", "only.png"), "asset content/guide/only.en.png");
    assert_eq!(meaning("a.de.md", "shot.fr.png"), "asset content/guide/shot.fr.png");
}

#[test]
fn pages_of_other_generators_are_articles() {
    let catalog = catalog("", HUGO, &Options::default());
    let a = |link| meaning(&catalog, "content/guide/a.md", link);
    assert_eq!(a("/guide/a.html#b"), "en content/guide/a.md #b");
    assert_eq!(a("a/index.html"), "en content/guide/a.md");
    assert_eq!(a("../b/index.html"), "en content/b/index.md");
    assert_eq!(a("../b.HTM"), "en content/b/index.md");
    assert_eq!(a("/fr/guide/a.html"), "fr content/guide/a.fr.md");
    assert_eq!(a("../index.html"), "en content/_index.md");
    assert_eq!(a("a.htmx"), "Missing");
}

#[test]
fn folders_by_their_index() {
    let catalog = catalog("", HUGO, &Options::default());
    let fr = |link| meaning(&catalog, "content/guide/a.fr.md", link);
    for link in ["../b/", "../b", "/b", "../b/index.md"] {
        assert_eq!(fr(link), "fr content/b/index.md", "{link}");
    }
    for link in ["./", "../guide/", "_index.md", "/guide", "_index.fr.md"] {
        assert_eq!(fr(link), "fr content/guide/_index.fr.md", "{link}");
    }
    let mixed: &[(&str, &str)] = &[
        ("a/index.en.md", "---\nlocale: en\n---\n# A\n"),
        ("a/index.fr.md", "# A\n"),
        ("b/index.en.md", "# B\n"),
        ("b/index.fr.md", "# B\n"),
    ];
    let catalog = self::catalog("", mixed, &Options::default());
    assert_eq!(meaning(&catalog, "a/index.fr.md", "../b/"), "fr b/index.fr.md");
    assert_eq!(meaning(&catalog, "a/index.fr.md", "../b"), "fr b/index.fr.md");
    let mixed: &[(&str, &str)] = &[
        ("a/index.md", "---\nlocale: en\narticle_id: a\n---\n# A\n"),
        ("b/README.md", "---\nlocale: en\narticle_id: b\n---\n# B\n"),
        ("c/_index.md", "---\nlocale: en\narticle_id: c\n---\n# C\n"),
    ];
    let catalog = self::catalog("", mixed, &Options::default());
    assert_eq!(meaning(&catalog, "a/index.md", "../b/"), "en b/README.md");
    assert_eq!(meaning(&catalog, "a/index.md", "../c"), "en c/_index.md");
}

#[test]
fn paths_from_the_folder_of_articles() {
    let zola: &[(&str, &str)] = &[
        ("config.toml", "base_url = \"https://example.com\"\ndefault_language = \"en\"\n[languages.fr]\n"),
        ("content/guide/a.md", "# A\n"),
        ("content/guide/a.fr.md", "# A\n"),
        ("content/b.md", "# B\n\n## C\n"),
        ("content/b.fr.md", "# B\n\n## C\n"),
    ];
    let catalog = catalog("", zola, &Options::default());
    assert_eq!(meaning(&catalog, "content/guide/a.fr.md", "@/b.md#c"), "fr content/b.fr.md #c");
    assert_eq!(meaning(&catalog, "content/guide/a.md", "@/b.fr.md"), "en content/b.md");
    assert_eq!(meaning(&catalog, "content/guide/a.md", "@/gone.md"), "Missing");
    let docusaurus: &[(&str, &str)] = &[
        (
            "docusaurus.config.js",
            "module.exports = { i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } };",
        ),
        ("docs/a.md", "# A\n"),
        ("docs/b.md", "# B\n"),
        ("docs/img/x.png", ""),
        ("i18n/fr/docusaurus-plugin-content-docs/current/a.md", "# A\n"),
        ("i18n/fr/docusaurus-plugin-content-docs/current/b.md", "# B\n"),
        ("static/img/y.png", ""),
    ];
    let catalog = self::catalog("", docusaurus, &Options::default());
    let fr = |link| meaning(&catalog, "i18n/fr/docusaurus-plugin-content-docs/current/a.md", link);
    for link in ["@site/docs/b.md", "/docs/b.md", "/docs/b", "b.mdx", "/fr/docs/b"] {
        assert_eq!(fr(link), "fr i18n/fr/docusaurus-plugin-content-docs/current/b.md", "{link}");
    }
    assert_eq!(fr("@site/static/img/y.png"), "asset static/img/y.png");
    assert_eq!(fr("/img/y.png"), "asset static/img/y.png");
    assert_eq!(fr("img/x.png"), "asset docs/img/x.png");
    assert_eq!(fr("@site/docs/img/x.png"), "asset docs/img/x.png");
}

#[test]
fn images_of_the_source_stand_in_wherever_they_are() {
    let files: &[(&str, &str)] = &[
        ("docusaurus.config.js", "module.exports = { i18n: { defaultLocale: 'en' } };"),
        ("docs/a.md", "# A\n"),
        ("static/img/y.png", ""),
        ("i18n/fr/docusaurus-plugin-content-docs/current/a.md", "# A\n"),
    ];
    let catalog = catalog("", files, &Options::default());
    let fr = "i18n/fr/docusaurus-plugin-content-docs/current/a.md";
    assert_eq!(meaning(&catalog, fr, "../static/img/y.png"), "asset static/img/y.png");
}

#[test]
fn articles_by_their_uid() {
    let files = [
        ("content/en/a.md", "# A\n"),
        ("content/en/b.md", "---\nuid: help.b\n---\n# B\n\n## C\n"),
        ("content/fr/a.md", "# A\n"),
        ("content/fr/b.md", "---\nuid: help.b\n---\n# B\n\n## C\n"),
    ];
    let catalog = catalog("content", &files, &Options::default());
    let fr = |link| meaning(&catalog, "content/fr/a.md", link);
    assert_eq!(fr("xref:help.b"), "fr content/fr/b.md");
    assert_eq!(fr("XREF:help%2eb?displayProperty=name#c"), "fr content/fr/b.md #c");
    assert_eq!(fr("xref:System.String"), "Special(\"xref:System.String\")");
}
