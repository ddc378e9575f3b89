//! Sites of Docusaurus, Starlight and MkDocs as they are, and tables of contents in Markdown: locales, translations, the names
//! and the order of sections.

use std::fs;
use std::path::Path;

use scraper::{Html, Selector};

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    categories_of_docusaurus_are_sections,
    the_navigation_of_mkdocs_has_a_name_in_every_locale,
    folders_of_starlight_are_locales,
    a_table_of_contents_may_be_markdown,
];

fn build(files: &[(&str, &str)]) -> site::Built {
    let folder = tempfile::TempDir::new().unwrap();
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    site::build(folder.path(), &[])
}

/// `text → href` of every link.
fn links(dir: &Path, page: &str, selector: &str) -> Vec<String> {
    let html = fs::read_to_string(dir.join(page).join("index.html")).unwrap();
    let html = Html::parse_document(&html);
    let selector = Selector::parse(selector).unwrap();
    let text = |link: scraper::ElementRef<'_>| link.text().collect::<String>().trim().to_owned();
    let all = html.select(&selector);
    all.map(|link| format!("{} → {}", text(link), link.attr("href").unwrap())).collect()
}

fn categories_of_docusaurus_are_sections() {
    let french = "{\"sidebar.docs.category.First steps\": {\"message\": \"Premiers pas\"}}";
    let built = build(&[
        (
            "docusaurus.config.js",
            "module.exports = { title: 'X', i18n: { defaultLocale: 'en', locales: ['en', 'fr'] }, presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]] };",
        ),
        ("docs/01-start/_category_.json", "{\"label\": \"First steps\", \"position\": 2}"),
        ("docs/01-start/01-update.md", "# Update\n\nSee [how to install](02-install.md).\n"),
        ("docs/01-start/02-install.md", "# Install\n\nText.\n"),
        ("docs/manual/_category_.json", "{\"label\": \"The manual\", \"position\": 1}"),
        ("docs/manual/zoom.md", "---\nsidebar_position: 1\n---\n\n# Zoom\n\nText.\n"),
        ("docs/manual/alarm.md", "# Alarm\n\nText.\n"),
        ("versioned_docs/version-1/manual/alarm.md", "# Alarm\n\nText.\n"),
        ("i18n/fr/docusaurus-plugin-content-docs/current.json", french),
        ("i18n/fr/docusaurus-plugin-content-docs/current/01-start/02-install.md", "# Installer\n\nTexte.\n"),
    ]);
    let dir = built.dir();
    assert_eq!(built.summary["diagnostics"]["errors"], 0);
    assert_eq!(links(&dir, "en", ".cards a"), ["The manual → manual/", "First steps → start/"]);
    assert_eq!(links(&dir, "fr", ".cards a"), ["The manual → manual/", "Premiers pas → start/"]);
    assert_eq!(links(&dir, "en/manual", ".links a"), ["Zoom → zoom/", "Alarm → alarm/"]);
    assert_eq!(links(&dir, "en/start", ".links a"), ["Update → update/", "Install → install/"]);
    assert_eq!(links(&dir, "fr/start/update", ".text a"), ["how to install → ../install/"]);
}

fn the_navigation_of_mkdocs_has_a_name_in_every_locale() {
    let built = build(&[
        (
            "mkdocs.yml",
            "site_name: X\nnav:\n- index.md\n- First steps:\n  - start/update.md\n  - Install: start/install.md\n- The manual:\n  - zoom.md\nplugins:\n- i18n:\n    \
             docs_structure: suffix\n    languages:\n    - locale: en\n      default: true\n    - locale: fr\n      nav_translations:\n        First steps: Premiers pas\n",
        ),
        ("docs/index.md", "# Home\n\nText.\n"),
        ("docs/start/update.md", "# Update\n\nText.\n"),
        ("docs/start/install.md", "# Install\n\nText.\n"),
        ("docs/start/install.fr.md", "# Installer\n\nTexte.\n"),
        ("docs/zoom.md", "# Zoom\n\nText.\n"),
    ]);
    let dir = built.dir();
    assert_eq!(built.summary["diagnostics"]["errors"], 0);
    assert_eq!(links(&dir, "en", ".cards a"), ["First steps → start/", "The manual → the-manual/"]);
    assert_eq!(links(&dir, "fr", ".cards a"), ["Premiers pas → start/", "The manual → the-manual/"]);
    assert_eq!(links(&dir, "en/start", ".links a"), ["Update → update/", "Install → install/"]);
}

fn folders_of_starlight_are_locales() {
    let built = build(&[
        (
            "astro.config.mjs",
            "import starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ locales: { root: { label: 'English', lang: 'en' }, 'pt-br': { label: 'P', lang: 'pt-BR' } } })] });\n",
        ),
        ("src/content/docs/index.md", "# Home\n\nSee [the guide](/guides/a/).\n"),
        ("src/content/docs/guides/a.md", "---\ntitle: A\nsidebar:\n  order: 2\n---\n\nText.\n"),
        ("src/content/docs/guides/b.md", "---\ntitle: B\nsidebar:\n  order: 1\n  label: Bee\n---\n\nText.\n"),
        ("src/content/docs/pt-br/guides/a.md", "---\ntitle: Um\n---\n\nTexto, veja [b](/pt-br/guides/b/).\n"),
        ("src/content/blog/post.md", "# Post\n"),
    ]);
    assert_eq!(built.summary["diagnostics"]["errors"], 0);
    let locales: Vec<&String> = built.summary["locales"].as_object().unwrap().keys().collect();
    assert_eq!(locales, ["en", "pt-BR"]);
    assert_eq!(links(&built.dir(), "en/guides", ".links a"), ["Bee → b/", "A → a/"]);
    assert_eq!(links(&built.dir(), "pt-br/guides/a", ".text a"), ["b → ../b/"]);
}

fn a_table_of_contents_may_be_markdown() {
    let built = build(&[
        (
            ".openpublishing.publish.config.json",
            "{\"docsets_to_publish\":[{\"build_source_folder\":\"help\",\"locale\":\"en-us\"}]}",
        ),
        (
            "help/toc.md",
            "# First steps\n## [Update](b.md)\n## [Install](a.md)\n# [The manual](manual.md)\n## [Zoom](zoom.md)\n",
        ),
        ("help/a.md", "# Install\n\nText.\n"),
        ("help/b.md", "# Update\n\nText.\n"),
        ("help/manual.md", "# The manual\n\nText.\n"),
        ("help/zoom.md", "# Zoom\n\nText.\n"),
    ]);
    assert_eq!(built.summary["diagnostics"]["errors"], 0);
    assert_eq!(
        links(&built.dir(), "en-us", ".cards a"),
        ["First steps → first-steps/", "The manual → manual/"]
    );
    assert_eq!(links(&built.dir(), "en-us/first-steps", ".links a"), ["Update → ../b/", "Install → ../a/"]);
}
