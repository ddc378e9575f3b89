//! What all checks have in common, and how the tests of a check are written.

mod stray;

use std::collections::BTreeSet;

use super::*;
use crate::assets::Content;
use crate::catalog::{Catalog, Options};
use crate::diagnostic::{Applicability, Diagnostic, Edit};
use crate::sources::{Asset, Sources, named_files};

/// A project of these files; what has another extension than those of texts is an asset.
pub(super) fn sources(files: &[(&str, &str)]) -> Sources {
    let mut sources = Sources { content_dir: "content".to_owned(), ..Sources::default() };
    for (path, text) in files {
        if [".md", ".mdx", ".yml", ".json"].iter().any(|extension| path.ends_with(extension)) {
            sources.texts.insert((*path).into(), text.as_bytes().to_vec());
        } else {
            let asset = Asset {
                file: path.into(),
                hash: "0123456789".to_owned(),
                size: None,
                content: Content::Sound,
            };
            sources.assets.insert((*path).into(), asset);
        }
    }
    sources.named = named_files(&sources, |_| BTreeSet::new());
    sources
}

/// A repository in English with the article `Help/a.md` and these redirects: old file, new URL.
pub(super) fn repository(redirects: &[(&str, &str)]) -> Vec<(&'static str, &'static str)> {
    let entry =
        |(from, to): &(&str, &str)| format!("  {{\"source_path\": \"{from}\", \"redirect_url\": \"{to}\"}}");
    let entries: Vec<String> = redirects.iter().map(entry).collect();
    let text = format!("{{\"redirections\": [\n{}\n]}}\n", entries.join(",\n"));
    vec![
        (
            "content/.openpublishing.publish.config.json",
            "{\"docsets_to_publish\":[{\"build_source_folder\":\"Help\",\"locale\":\"en-us\"}]}",
        ),
        ("content/.openpublishing.redirection.json", text.leak()),
        ("content/Help/a.md", "# A\n\n## X\n\nx\n"),
    ]
}

/// Translations in every state, beside their source.
pub(super) const STATES: [(&str, &str); 6] = [
    ("content/en/a.md", "# A\n"),
    ("content/en/b.md", "# B\n"),
    ("content/lv/a.md", "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n# Ā\n"),
    ("content/lv/c.md", "# C\n"),
    ("content/sl/a.md", "# Ā\n"),
    ("content/sl/b.md", "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n# B\n"),
];

/// Translations of two versions of a source that is not at hand, and some that do not say what they were made from.
pub(super) const STATES_WITHOUT_SOURCE: [(&str, &str); 5] = [
    (
        "content/he/a.md",
        "---\nsource_hash: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\ntranslated: 2020-01-02\n---\nx\n",
    ),
    (
        "content/lv/a.md",
        "---\nsource_hash: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\ntranslated: 2021-03-04\n---\nx\n",
    ),
    ("content/sl/a.md", "x\n"),
    ("content/sl/b.md", "x\n"),
    ("content/de/b.md", "x\n"),
];

/// The findings of one check on a project of these files, a line each: ``path `text there`: message (help)``, and the
/// fix, if any, below it.
pub(super) fn findings(check: &'static Check, files: &[(&str, &str)]) -> String {
    findings_in(check, &sources(files))
}

/// The findings of one check, those of one flaw once: path, text there, locales.
pub(super) fn once_each(check: &'static Check, files: &[(&str, &str)]) -> String {
    let catalog = Catalog::new(&sources(files), &Options::default());
    let source = catalog.source.map(|source| &catalog.locales[source].locale);
    let found = once(judged(&catalog), source).into_iter().filter(|found| found.code == check.code);
    let line = |found: Diagnostic| {
        let text = catalog.files().find(|file| file.path == found.path).map_or("", |file| &file.text);
        let locales: Vec<&str> = found.locales.iter().map(|locale| locale.tag()).collect();
        let message = &found.message;
        format!("{} `{}`: {message} {}", found.path, found.span.slice(text), locales.join(" "))
    };
    found.map(line).collect::<Vec<_>>().join("\n")
}

pub(super) fn findings_in(check: &'static Check, sources: &Sources) -> String {
    let catalog = Catalog::new(sources, &Options::default());
    let mut lines = Vec::new();
    for diagnostic in judged(&catalog).into_iter().filter(|diagnostic| diagnostic.code == check.code) {
        let text = sources
            .texts
            .get(&*diagnostic.path)
            .map(|bytes| String::from_utf8_lossy(bytes))
            .unwrap_or_default();
        let help = diagnostic.help.map(|help| format!(" ({help})")).unwrap_or_default();
        lines.push(format!(
            "{} `{}`: {}{help}",
            diagnostic.path,
            diagnostic.span.slice(&text),
            diagnostic.message
        ));
        if let Some(fix) = diagnostic.fix {
            let edit = |edit: &Edit| format!("`{}` → `{}`", edit.span.slice(&text), edit.text);
            let edits: Vec<String> = fix.edits.iter().map(edit).collect();
            lines.push(format!("  {:?}: {}", fix.applicability, edits.join(", ")));
        }
    }
    lines.join("\n")
}

/// What all checks find, comments heeded.
pub(super) fn judged(catalog: &Catalog) -> Vec<Diagnostic> {
    let translations = crate::translation::Translations::new(catalog);
    let input = Input {
        catalog,
        translations: &translations,
        messages: &[],
        message_texts: &std::collections::BTreeMap::new(),
    };
    let found = judge(input, &Policy { levels: all_levels(), ..Policy::default() }).diagnostics;
    found.iter().for_each(assert_fix_is_declared);
    found
}

/// Its check says that there are such fixes.
fn assert_fix_is_declared(diagnostic: &Diagnostic) {
    let check = by_code(diagnostic.code).unwrap();
    if let Some(fix) = &diagnostic.fix {
        assert!(check.fixes.contains(&fix.applicability), "{diagnostic:?}");
    }
}

/// Levels at which no check is off.
fn all_levels() -> Levels {
    let off = CHECKS.iter().filter(|check| check.level == Level::Off);
    Levels::new(off.map(|check| (check.code.to_owned(), Level::Suggestion)).collect())
}

#[test]
fn codes_are_in_order_and_explained() {
    let codes: Vec<&str> = CHECKS.iter().map(|check| check.code).collect();
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(codes, sorted);
    for check in CHECKS {
        let code = check.code;
        assert!(code.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()), "{code}");
        assert!(!check.summary.is_empty() && !check.summary.ends_with('.'), "{code}");
        let mut rest = check.explanation;
        for part in ["## What it does\n", "## Why is this bad?\n", "## Example\n```", "## Fix\n"] {
            rest = rest.split_once(part).unwrap_or_else(|| panic!("{code} lacks {part}")).1;
        }
        assert!(rest.ends_with('.') || rest.ends_with("```"), "{code}");
    }
}

/// What a check says of its fixes, its own tests show: [`findings`] writes each fix below its finding.
#[test]
fn declared_fixes_are_in_the_tests_of_the_check() {
    for check in CHECKS {
        let file = format!("{}/src/checks/{}.rs", env!("CARGO_MANIFEST_DIR"), check.code.replace('-', "_"));
        let text = std::fs::read_to_string(&file).unwrap();
        let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
        let is_shown = |fix: &&Applicability| {
            let start = format!("{fix:?}: `");
            lines.iter().any(|line| line.starts_with(&start))
        };
        let shown: Vec<Applicability> =
            [Applicability::Safe, Applicability::Unsafe].iter().filter(is_shown).copied().collect();
        assert_eq!(check.fixes, shown, "{}", check.code);
    }
}

#[test]
fn every_check_says_since_when_it_is_there() {
    for check in CHECKS {
        let numbers: Vec<Option<u32>> = check.since.split('.').map(|number| number.parse().ok()).collect();
        assert!(numbers.len() == 3 && numbers.iter().all(Option::is_some), "{}: {}", check.code, check.since);
    }
}

#[test]
fn a_finding_is_reported_once_with_the_locale_of_its_own_file() {
    let files = [
        ("content/en/a.md", "# A\n\n[!INCLUDE [x](includes/x.md)]\n"),
        ("content/en/includes/x.md", "[gone](../gone.md)\n"),
        (
            "content/lv/a.md",
            "---\ntitle: A\nsource_hash: 0123456789012345678901234567890123456789\n---\n[!INCLUDE [x](includes/x.md)]\n",
        ),
    ];
    let found = judged(&Catalog::new(&sources(&files), &Options::default()));
    let found: Vec<_> = found.iter().filter(|diagnostic| diagnostic.code == "file-not-found").collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].locale.as_ref().map(|locale| locale.tag()), Some("en"));
}

/// Pieces of files that are wrong in many ways.
const PIECES: [&str; 28] = [
    "---\n",
    "title: Ā\n",
    "כותרת: שלום\n",
    "ms,.custom: 1\n",
    "title：設定\n",
    "ms.date: 31/05/2023\n",
    "locale: x y\n",
    "draft: [a\n",
    "# Ā\n\n",
    "[é](B.md#x) ",
    "![é](Mēdia/%C3%89.PNG) ",
    "[a](<b c.md>) ",
    "[a][r]\n\n[r]: nē.md#ž\n\n",
    "<a name=\"x\"></a>",
    "<tenant é> ",
    "[!INCLUDE [t](includes/x.md)]\n\n",
    "> [!הערה]\n> x\n\n",
    ":::rew:::\n\n",
    ":::row:::\n\n",
    "[a](javascript:x) ",
    "[!VIDEO https://é.example/x]\n\n",
    "<script>é</script>\n\n",
    "\u{feff}",
    "\0é`\n",
    "<!-- faqtory-allow: file-not-found, é -- ž -->",
    "> <!-- faqtory-allow-file:\n> removed-html\n> -->\n",
    "# faqtory-allow: invalid-date\n",
    "<!-- faqtory-allow: x",
];

proptest::proptest! {
    #[test]
    fn spans_and_fixes_lie_in_their_file(
        a in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..12),
        b in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..12),
    ) {
        let (a, b) = (a.concat(), b.concat());
        let files = [
            ("content/en/a.md", a.as_str()),
            ("content/en/b.md", b.as_str()),
            ("content/lv/includes/x.md", b.as_str()),
            ("content/lv/a.md", b.as_str()),
            ("content/en/mēdia/é.png", ""),
        ];
        for diagnostic in judged(&Catalog::new(&sources(&files), &Options::default())) {
            let text = files.iter().find(|(path, _)| **path == *diagnostic.path).map_or("", |(_, text)| text);
            let edits = diagnostic.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
            for span in edits.chain([diagnostic.span]) {
                assert!(text.get(span.range()).is_some(), "{diagnostic:?}");
            }
            assert!(!diagnostic.message.ends_with('.') && !diagnostic.message.contains('\n'), "{diagnostic:?}");
        }
    }
}

/// The findings of one check on a source, `content/en/a.md`, and a current translation of it.
pub(super) fn compared(check: &'static Check, source: &str, translation: &str) -> String {
    let [hash, ..] = crate::front_matter::source_hashes(source);
    let translation = stamped(translation, &hash);
    let files =
        [("content/en/a.md", source), ("content/lv/a.md", &translation), ("content/en/b.md", "# B\n")];
    findings(check, &files)
}

/// The findings of one check on translations of one version of a source that is not at hand.
pub(super) fn siblings(check: &'static Check, translations: &[&str; 4]) -> String {
    let texts = translations.map(|text| stamped(text, "0123456789012345678901234567890123456789"));
    let [he, lv, ro, sl] = &texts;
    let files = [
        ("content/he-IL/a.md", he.as_str()),
        ("content/lv-LV/a.md", lv),
        ("content/ro-RO/a.md", ro),
        ("content/sl-SI/a.md", sl),
    ];
    findings(check, &files)
}

/// With a source hash in its front matter.
fn stamped(text: &str, hash: &str) -> String {
    let body = text.strip_prefix("---\n").unwrap_or("---\n");
    let rest = if text.starts_with("---\n") { "" } else { text };
    format!("---\nsource_hash: {hash}\n{body}{rest}")
}
