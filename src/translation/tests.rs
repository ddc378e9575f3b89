//! The states of translations, with a source and without. Not where they are shown.

use super::*;
use crate::catalog::Options;
use crate::locale::Locale;
use crate::sources::Sources;

const SOURCE: &str = "---\ntitle: T\n---\n\n# T\n\nText.\n";

fn catalog(files: &[(&str, String)]) -> Catalog {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.texts.insert(format!("{path}.md").into(), text.clone().into_bytes());
    }
    Catalog::new(&sources, &Options::default())
}

fn translation(hash: &str, translated: &str) -> String {
    format!("---\ntitle: T\nsource_hash: {hash}\ntranslated: {translated}\n---\n\n# T\n")
}

/// `path: state` of every article.
fn states(catalog: &Catalog) -> Vec<String> {
    let translations = Translations::new(catalog);
    let name = |article: ArticleIndex| catalog.articles[article].file.path.trim_end_matches(".md").to_owned();
    catalog
        .articles
        .indices()
        .map(|article| match translations.state(article) {
            State::Outdated { newest } => format!("{}: outdated by {}", name(article), name(newest)),
            state => format!("{}: {}", name(article), format!("{state:?}").to_lowercase()),
        })
        .collect()
}

#[test]
fn with_a_source_every_state_is_exact() {
    let [crlf, lf, _] = source_hashes(SOURCE);
    let old = "0".repeat(40);
    let files = [
        ("en/a", SOURCE.to_owned()),
        ("en/b", SOURCE.to_owned()),
        ("en/c", SOURCE.to_owned()),
        ("lv/a", translation(&crlf, "2026-01-01")),
        ("lv/b", translation(&lf, "2026-01-01")),
        ("lv/extra", translation(&old, "2026-01-01")),
        ("ro/a", translation(&old, "2026-09-01")),
        ("ro/b", "---\ntitle: T\n---\n# T\n".to_owned()),
    ];
    let catalog = catalog(&files);
    assert_eq!(
        states(&catalog),
        [
            "en/a: source",
            "en/b: source",
            "en/c: source",
            "lv/a: current",
            "lv/b: current",
            "lv/extra: orphaned",
            "ro/a: outdated by en/a",
            "ro/b: untracked",
        ]
    );
    let translations = Translations::new(&catalog);
    let coverage = |locale| translations.coverage(&catalog, locale);
    assert_eq!(coverage(LocaleIndex(0)), Coverage { articles: 3, ..Coverage::default() });
    assert_eq!(
        coverage(LocaleIndex(1)),
        Coverage { articles: 3, current: 2, missing: 1, orphaned: 1, ..Coverage::default() }
    );
    assert_eq!(
        coverage(LocaleIndex(2)),
        Coverage { articles: 2, outdated: 1, untracked: 1, missing: 1, ..Coverage::default() }
    );
}

#[test]
fn without_a_source_the_newest_hand_off_counts() {
    let [one, two] = ["1".repeat(40), "2".repeat(40)];
    let files = [
        ("he/a", translation(&one, "2026-03-01")),
        ("he/b", translation(&one, "2026-03-01")),
        ("he/only", translation(&one, "2020-01-01")),
        ("lv/a", translation(&two, "2026-02-01")),
        ("lv/b", translation(&two, "2026-03-01")),
        ("ro/a", translation(&one, "2026-01-01")),
        ("ro/b", translation(&two, "2026-02-01")),
        ("sl/b", "---\ntitle: T\n---\n# T\n".to_owned()),
        ("sl/c", translation(&one, "2026-01-01")),
        ("sl/own", SOURCE.to_owned()),
    ];
    let catalog = catalog(&files);
    assert_eq!(catalog.source, None);
    assert_eq!(
        states(&catalog),
        [
            "he/a: current",
            "he/b: outdated by lv/b",
            "he/only: current",
            "lv/a: outdated by he/a",
            "lv/b: current",
            "ro/a: current",
            "ro/b: current",
            "sl/b: untracked",
            "sl/c: current",
            "sl/own: current",
        ]
    );
    assert_eq!(Translations::new(&catalog).coverage(&catalog, LocaleIndex(3)).missing, 2);
}

#[test]
fn a_project_of_one_locale_has_nothing_to_translate() {
    let catalog = catalog(&[("en/a", SOURCE.to_owned()), ("en/b", SOURCE.to_owned())]);
    let translations = Translations::new(&catalog);
    assert_eq!(
        translations.coverage(&catalog, LocaleIndex(0)),
        Coverage { articles: 2, current: 2, ..Coverage::default() }
    );
    let (behind, changed) = (BTreeMap::new(), BTreeMap::new());
    let in_progress = InProgress::new();
    let facts = TodoFacts {
        behind: &behind,
        changed: &changed,
        shown: &changed,
        in_progress: &in_progress,
        visits: None,
        files: &[],
    };
    assert!(todo(&catalog, &translations, &facts, LocaleIndex(0)).is_empty());
}

fn catalog_of(files: &[(&str, &str)]) -> Catalog {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.texts.insert((*path).into(), text.as_bytes().to_vec());
    }
    let options = Options { source_locale: Locale::parse("en").ok(), ..Options::default() };
    Catalog::new(&sources, &options)
}

/// `id locale: state because` of all that is no article and not current.
fn file_states(catalog: &Catalog, files: &[TranslatedFile]) -> Vec<String> {
    let state = |file: &TranslatedFile| {
        let (tag, target) =
            (catalog.locales[file.locale].locale.tag(), file.target.as_deref().unwrap_or("-"));
        Some(format!("{} {tag}: {} {target} [{}]", file.id, file.state?.name(), file.because.join(", ")))
    };
    files.iter().filter_map(state).collect()
}

/// `path: causes` of all articles that are outdated by what they include.
fn outdated(catalog: &Catalog, translations: &Translations) -> Vec<String> {
    let one = |article: ArticleIndex| {
        let causes: Vec<&str> = translations.causes(article).iter().map(|cause| &*cause.path).collect();
        let is_outdated = matches!(translations.state(article), State::Outdated { .. });
        let path = &catalog.articles[article].file.path;
        is_outdated.then(|| format!("{path}: {}", causes.join(" ")))
    };
    catalog.articles.indices().filter_map(one).collect()
}

/// A source and a current translation of it.
fn current(body: &str) -> (String, String) {
    let source = format!("---\ntitle: T\n---\n\n# T\n\n{body}\n");
    let [hash, ..] = source_hashes(&source);
    let own = format!("---\ntitle: T\nsource_hash: {hash}\n---\n\n# T\n\n{body}\n");
    (source, own)
}

#[test]
fn includes_outdate_what_includes_them() {
    let (source, own) = current("[!INCLUDE [a](includes/a.md)]\n\n[!INCLUDE [c](includes/c.md)]");
    let (whole, whole_own) = current("[!INCLUDE [b](b.md)]");
    let old = format!("---\nsource_hash: {}\n---\nA.\n", "0".repeat(40));
    let old_article = translation(&"0".repeat(40), "2026-01-01");
    let files = [
        ("content/en/a.md", source.as_str()),
        // The two include each other.
        ("content/en/includes/a.md", "A.\n\n[!INCLUDE [b](b.md)]\n"),
        ("content/en/includes/b.md", "B.\n\n[!INCLUDE [a](a.md)]\n"),
        // No words: nothing to translate.
        ("content/en/includes/c.md", "```\nrun\n```\n\n---\n"),
        ("content/en/includes/unused.md", "U.\n"),
        ("content/en/b.md", SOURCE),
        // A whole article as an include.
        ("content/en/whole.md", &whole),
        ("content/lv/a.md", &own),
        ("content/lv/includes/a.md", &old),
        ("content/lv/includes/b.md", "B.\n\n[!INCLUDE [a](a.md)]\n"),
        ("content/lv/b.md", &old_article),
        ("content/lv/whole.md", &whole_own),
        // Those of these are of nobody knows what.
        ("content/ro/a.md", &own),
        ("content/ro/includes/a.md", "A.\n\n[!INCLUDE [b](b.md)]\n"),
        ("content/ro/includes/b.md", "B.\n\n[!INCLUDE [a](a.md)]\n"),
        ("content/sl/a.md", &own),
        ("content/sl/includes/a.md", "A.\n"),
        ("content/sl/includes/gone.md", "A.\n"),
        ("content/sv/b.md", "# T\n\nEn text.\n"),
    ];
    let catalog = catalog_of(&files);
    let translations = Translations::new(&catalog);
    assert_eq!(
        outdated(&catalog, &translations),
        [
            "content/lv/a.md: content/lv/includes/a.md",
            "content/lv/b.md: ",
            "content/lv/whole.md: content/lv/b.md",
        ]
    );
    let files = translations.include_files(&catalog);
    assert_eq!(
        file_states(&catalog, &files),
        [
            "includes/a.md lv: outdated content/lv/includes/a.md []",
            "includes/a.md ro: untracked content/ro/includes/a.md []",
            "includes/a.md sl: untracked content/sl/includes/a.md []",
            "includes/a.md sv: missing content/sv/includes/a.md []",
            "includes/b.md lv: untracked content/lv/includes/b.md []",
            "includes/b.md ro: untracked content/ro/includes/b.md []",
            "includes/b.md sv: missing content/sv/includes/b.md []",
            "includes/gone.md sl: orphaned content/sl/includes/gone.md []",
        ]
    );
    // The hash that stands beside the project counts as one that stands in the file.
    let mut made_from = MadeFrom::default();
    made_from.put("content/ro/includes/b.md", &"1".repeat(40));
    let mut translations = Translations::with(&catalog, made_from);
    let of_ro = "content/ro/a.md: content/ro/includes/b.md".to_owned();
    assert!(outdated(&catalog, &translations).contains(&of_ro));
    let include = catalog.include_at("content/ro/includes/b.md").unwrap();
    translations.touch(&catalog, [], [include]);
    assert!(!outdated(&catalog, &translations).contains(&of_ro));
}

#[test]
fn an_include_that_is_not_translated_outdates_too() {
    let (source, own) = current("[!INCLUDE [a](includes/a.md)]");
    let catalog = catalog_of(&[
        ("content/en/a.md", source.as_str()),
        ("content/en/includes/a.md", "Some words.\n"),
        ("content/lv/a.md", &own),
        ("content/ro/a.md", "# T\n\nUn text.\n\n[!INCLUDE [a](includes/a.md)]\n"),
    ]);
    let translations = Translations::new(&catalog);
    assert_eq!(outdated(&catalog, &translations), ["content/lv/a.md: content/en/includes/a.md"]);
    // What says nothing of itself stays so.
    assert_eq!(translations.state(catalog.article_at("content/ro/a.md").unwrap()), State::Untracked);
}

#[test]
fn names_fall_back_one_by_one() {
    let states = |files: &[(&str, &str)]| {
        let catalog = catalog_of(files);
        let made_from = MadeFrom::default();
        let found = named_files(&catalog, &made_from, FileKind::Names, &catalog.name_files());
        file_states(&catalog, &found)
    };
    let docs = "i18n/fr/docusaurus-plugin-content-docs";
    let (json, article) = (format!("{docs}/current.json"), format!("{docs}/current/guide/b.md"));
    let mut files = vec![
        (
            "docusaurus.config.js",
            "module.exports = { i18n: { defaultLocale: 'en' }, presets: [['classic', { docs: { routeBasePath: '/' } }]] }",
        ),
        ("docs/start/_category_.json", "{\"label\": \"First Steps\"}"),
        ("docs/start/a.md", "# A\n\nOne.\n"),
        ("docs/guide/_category_.json", "{\"label\": \"Guide\"}"),
        ("docs/guide/b.md", "# B\n\nTwo.\n"),
        (&article, "# B\n\nDeux.\n"),
    ];
    assert_eq!(states(&files), [format!("current.json fr: missing {json} []")]);
    files.push((&json, "{\"sidebar.x.category.First Steps\": {\"message\": \"Premiers pas\"}}"));
    assert_eq!(states(&files), [format!("current.json fr: outdated {json} [Guide]")]);
    let whole = "{\"sidebar.x.category.First Steps\": {\"message\": \"Premiers pas\"}, \"sidebar.x.category.Guide\": {\"message\": \"Manuel\"}}";
    files.last_mut().unwrap().1 = whole;
    assert_eq!(states(&files), Vec::<String>::new());
    // The names of the source, as `docusaurus write-translations` writes them.
    let of_source = "{\"sidebar.x.category.Other\": {\"message\": \"Other\"}}";
    files.push(("i18n/en/docusaurus-plugin-content-docs/current.json", of_source));
    assert_eq!(states(&files), [format!("current.json fr: outdated {json} [Other]")]);

    let site = "site_name: X\nnav:\n- Start: index.md\n- Pay: pay.md\nplugins:\n- i18n:\n    docs_structure: folder\n    languages:\n    - locale: en\n      default: true\n    - locale: fr\n      nav_translations:\n        Start: Début\n";
    let files = [
        ("mkdocs.yml", site),
        ("docs/en/index.md", "# A\n\nOne.\n"),
        ("docs/en/pay.md", "# A\n\nOne.\n"),
        ("docs/en/pay/.pages", "title: Money\nnav:\n- Cash: cash.md\n"),
        ("docs/fr/index.md", "# A\n\nUn.\n"),
        ("docs/fr/pay/.pages", "title: Argent\n"),
    ];
    assert_eq!(
        states(&files),
        ["mkdocs.yml fr: outdated mkdocs.yml [Pay]", "pay/.pages fr: outdated docs/fr/pay/.pages [Cash]"]
    );
}
