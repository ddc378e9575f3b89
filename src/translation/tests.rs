//! The states of translations, with a source and without. Not where they are shown.

use super::*;
use crate::catalog::Options;
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
    let facts =
        TodoFacts { behind: &behind, changed: &changed, in_progress: &InProgress::new(), visits: None };
    assert!(todo(&catalog, &translations, &facts, LocaleIndex(0)).is_empty());
}
