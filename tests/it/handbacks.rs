//! What `benches/history` says of findings, on histories that are made here: its judgement is no part of the program.

#[path = "../../benches/history/case.rs"]
mod case;
#[path = "../../benches/history/checked.rs"]
mod checked;
#[path = "../../benches/history/judge.rs"]
mod judge;
#[path = "../../benches/history/place.rs"]
mod place;
#[path = "../../benches/history/replay.rs"]
mod replay;
#[path = "../../benches/history/repository.rs"]
mod repository;
#[path = "../../benches/history/table.rs"]
mod table;

use std::fs;
use std::path::Path;

use faqtory::markdown::Dialect;

use crate::harness::{Test, tests};
use crate::site;
use case::{Case, Version};
use judge::judge;

pub(crate) const TESTS: &[Test] = tests![
    an_edit_confirms_or_contradicts,
    a_flaw_that_moves_is_followed,
    what_the_source_changes_says_nothing,
    the_hand_back_that_removes_the_flaw_decides,
    a_flaw_of_the_source_is_not_the_translators,
    keys_of_front_matter_are_places,
    a_comparison_with_the_source_is_judged_too,
    the_table_and_the_list,
    a_folder_of_hand_backs_is_read,
    a_repository_is_read,
    only_so_many_commits_are_read,
];

/// A translation into German and its versions: source and translation, of paragraphs.
fn case(versions: &[(&[&str], &[&str])]) -> Case {
    let version = |(source, translation): &(&[&str], &[&str])| {
        let source = format!("# Refunds\n\n{}\n", source.join("\n\n"));
        let hash = faqtory::source_hash(&source);
        let fields = format!("source_hash: {hash}\ntranslation_type: HT\n");
        let translation = format!("---\n{fields}---\n# Erstattungen\n\n{}\n", translation.join("\n\n"));
        Version { source: source.into(), translation: translation.into() }
    };
    Case {
        name: "a".to_owned(),
        source_locale: "en-US".to_owned(),
        locale: "de-DE".to_owned(),
        path: "refunds.md".to_owned(),
        dialect: Dialect::Plain,
        versions: versions.iter().map(version).collect(),
    }
}

/// Code, line, fate and version of every verdict.
fn verdicts(case: &Case) -> Vec<String> {
    let line = |verdict: judge::Verdict| {
        let judge::Verdict { code, line, fate, version, .. } = verdict;
        format!("{code} {line} {fate:?} {version}")
    };
    let mut lines: Vec<String> = judge(case).into_iter().map(line).collect();
    lines.sort();
    lines
}

/// Three paragraphs of a source that says the same for ever.
const SOURCE: [&str; 3] = [
    "Open **Settings** and choose a plan.",
    "You get the money back within **ten days** after that.",
    "Ask [us](https://example.com/help) whenever you need more time than that.",
];

fn an_edit_confirms_or_contradicts() {
    let old = [
        "Öffnen Sie** Einstellungen** und wählen Sie einen Tarif.",
        "Das Geld kommt danach in** zehn Tagen** zurück.",
        "Fragen Sie [](https://example.com/help) uns, wenn Sie länger brauchen.",
    ];
    let new = [
        "Öffnen Sie **Einstellungen** und wählen Sie einen Tarif.",
        "Sie erhalten Ihr Geld danach in** zehn Tagen** zurück.",
        "Fragen Sie [](https://example.com/help) uns, wenn Sie länger brauchen.",
    ];
    assert_eq!(
        verdicts(&case(&[(&SOURCE, &old), (&SOURCE, &new)])),
        [
            "emphasis-not-rendered 7 Confirmed 2",
            "emphasis-not-rendered 9 Contradicted 2",
            "link-text-missing 11 Untouched 2",
        ]
    );
}

fn a_flaw_that_moves_is_followed() {
    let flawed = "Öffnen Sie** Einstellungen** und wählen Sie einen Tarif.";
    let second = "Das Geld kommt danach in **zehn Tagen** zurück.";
    let third = "Fragen Sie [uns](https://example.com/help), wenn Sie länger brauchen.";
    let moved = [SOURCE[1], SOURCE[2], SOURCE[0]];
    let versions: [(&[&str], &[&str]); 2] =
        [(&SOURCE, &[flawed, second, third]), (&moved, &[second, third, flawed])];
    assert_eq!(verdicts(&case(&versions)), ["emphasis-not-rendered 7 Untouched 2"]);
}

fn what_the_source_changes_says_nothing() {
    let old = [
        "Öffnen Sie** Einstellungen** und wählen Sie einen Tarif.",
        "Das Geld kommt danach in **zehn Tagen** zurück.",
        "Fragen Sie [](https://example.com/help) uns, wenn Sie länger brauchen.",
    ];
    let changed = ["Open **Settings** and then **Billing** to choose another plan.", SOURCE[1]];
    let new =
        ["Öffnen Sie **Einstellungen** und dann **Abrechnung**, um einen anderen Tarif zu wählen.", old[1]];
    assert_eq!(
        verdicts(&case(&[(&SOURCE, &old), (&changed, &new)])),
        ["emphasis-not-rendered 7 Gone 2", "link-text-missing 11 Gone 2"]
    );
}

fn the_hand_back_that_removes_the_flaw_decides() {
    let flawed = "Öffnen Sie** Einstellungen** und wählen Sie einen Tarif.";
    let edited = "Bitte öffnen Sie** Einstellungen** und wählen Sie einen Tarif.";
    let sound = "Bitte öffnen Sie **Einstellungen** und wählen Sie einen Tarif.";
    let of = |texts: &[&str]| {
        let translations: Vec<[&str; 1]> = texts.iter().map(|text| [*text]).collect();
        let versions: Vec<(&[&str], &[&str])> =
            translations.iter().map(|translation| (&SOURCE[..1], translation.as_slice())).collect();
        verdicts(&case(&versions))
    };
    assert_eq!(of(&[flawed, flawed, sound]), ["emphasis-not-rendered 7 Confirmed 3"]);
    assert_eq!(of(&[flawed, edited, sound]), ["emphasis-not-rendered 7 Confirmed 3"]);
    assert_eq!(of(&[flawed, edited, edited]), ["emphasis-not-rendered 7 Contradicted 2"]);
    assert_eq!(of(&[flawed, flawed, flawed]), ["emphasis-not-rendered 7 Untouched 3"]);
    // It comes with the last version, so nobody had it in hand.
    assert_eq!(of(&[sound, flawed]), Vec::<String>::new());
    assert_eq!(of(&[flawed]), Vec::<String>::new());
}

fn a_flaw_of_the_source_is_not_the_translators() {
    let source = ["Open the [](https://example.com/help) page of the shop."];
    let old = ["Öffnen Sie die Seite [](https://example.com/help) des Ladens."];
    let new = ["Öffnen Sie die [Seite](https://example.com/help) des Ladens."];
    assert_eq!(verdicts(&case(&[(&source, &old), (&source, &new)])), Vec::<String>::new());
}

fn keys_of_front_matter_are_places() {
    let version = |date: &str| Version {
        source: "---\ntitle: Refunds\n---\n# Refunds\n\nText.\n".into(),
        translation: format!("---\ntitle: Erstattungen\ndate: {date}\n---\n# Erstattungen\n\nText.\n").into(),
    };
    let of = |dates: [&str; 2]| verdicts(&Case { versions: dates.map(version).to_vec(), ..case(&[]) });
    assert_eq!(of(["2024-31-31", "2024-01-31"]), ["invalid-date 3 Confirmed 2"]);
    assert_eq!(of(["2024-31-31", "2024-32-31"]), ["invalid-date 3 Contradicted 2"]);
    assert_eq!(of(["2024-31-31", "2024-31-31"]), ["invalid-date 3 Untouched 2"]);
}

fn a_comparison_with_the_source_is_judged_too() {
    let source = ["Pay **45** euros until Friday.", SOURCE[1]];
    let old = ["Zahlen Sie bis Freitag **54** Euro.", "Das Geld kommt danach in **zehn Tagen** zurück."];
    let new = ["Zahlen Sie bis Freitag **45** Euro.", old[1]];
    assert_eq!(verdicts(&case(&[(&source, &old), (&source, &new)])), ["numbers-differ 7 Confirmed 2"]);
}

fn the_table_and_the_list() {
    let old = ["Öffnen Sie** Einstellungen** und wählen\u{7} Sie einen Tarif."];
    let new = ["Öffnen Sie **Einstellungen** und wählen\u{7} Sie einen Tarif."];
    let case = Case { name: "a\u{1b}".to_owned(), ..case(&[(&SOURCE[..1], &old), (&SOURCE[..1], &new)]) };
    let judged = judge(&case);
    let of_code: Vec<_> =
        judged.iter().filter(|verdict| verdict.code == "emphasis-not-rendered").cloned().collect();
    insta::assert_snapshot!(table::table(&of_code), @"
    code                         findings  confirmed  human  machine  contradicted  human  machine  untouched  gone  share   human
    emphasis-not-rendered               1          1      1        0             0      0        0          0     0  100 %   100 %
    all                                 1          1      1        0             0      0        0          0     0  100 %   100 %
    ");
    insta::assert_snapshot!(table::place(&case, &of_code[0]), @"
    emphasis-not-rendered: confirmed (human, version 2): de-DE refunds.md (a�), line 7: `** Einstellungen**` is shown with its asterisks: there is whitespace after the opening ones
      source      Open **Settings** and choose a plan.
      translation Öffnen Sie** Einstellungen** und wählen� Sie einen Tarif.
        then      Öffnen Sie **Einstellungen** und wählen� Sie einen Tarif.
    ");
    assert_eq!(table::table(&[]).lines().count(), 2);
}

fn put(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}

fn a_folder_of_hand_backs_is_read() {
    let folder = tempfile::TempDir::new().unwrap();
    let handback = |name: &str, path: &str| {
        let about = format!("{{\"path\": \"{path}\", \"old\": \"MT\", \"new\": \"HT\"}}");
        put(folder.path(), &[(&format!("de-DE/{name}/handback.json"), &about)]);
        for text in ["old-source", "new-source", "old-translation", "new-translation"] {
            put(folder.path(), &[(&format!("de-DE/{name}/{text}.md"), &format!("{name} {text}"))]);
        }
    };
    handback("0001", "shop/refunds.md");
    handback("0002", "shop/orders.md");
    handback("0003", "shop/refunds.md");
    put(folder.path(), &[("README.md", "What is here."), ("de-DE/notes/a.md", "No hand-back.")]);
    let read = replay::read(folder.path()).unwrap();
    let case = |case: &Case| {
        let texts = |version: &Version| format!("{} | {}", version.source, version.translation);
        let versions: Vec<String> = case.versions.iter().map(texts).collect();
        format!("{} {} ({}): {}", case.locale, case.path, case.name, versions.join(", "))
    };
    insta::assert_snapshot!(read.iter().map(case).collect::<Vec<_>>().join("\n"), @"
    de-DE shop/orders.md (0002): 0002 old-source | 0002 old-translation, 0002 new-source | 0002 new-translation
    de-DE shop/refunds.md (0001, 0003): 0001 old-source | 0001 old-translation, 0001 new-source | 0001 new-translation, 0003 old-source | 0003 old-translation, 0003 new-source | 0003 new-translation
    ");
    fs::remove_file(folder.path().join("de-DE/0001/new-source.md")).unwrap();
    assert!(replay::read(folder.path()).is_err());
}

/// A repository whose source changes once, and its translation twice.
fn repository() -> tempfile::TempDir {
    let first = "# Maksājumi\n\nAtveriet [](https://example.com/help) lapu.\n";
    let folder = site::project(&[
        ("content/en-US/pay.md", "# Payments\n\nOpen the [page](https://example.com/help).\n"),
        ("content/lv-LV/pay.md", first),
        ("content/lv-LV/only-here.md", "# Tikai šeit\n"),
    ]);
    let at = folder.path();
    let commit = || {
        site::git(at, None, &["add", "-A"]);
        site::git(at, None, &["commit", "-qm", "Articles"]);
    };
    site::git(at, None, &["init", "-q", "-b", "main"]);
    commit();
    let hash = faqtory::source_hash(&fs::read_to_string(at.join("content/en-US/pay.md")).unwrap());
    put(at, &[("content/en-US/pay.md", "# Payments\n\nOpen the [page](https://example.com/help) soon.\n")]);
    commit();
    let second =
        format!("---\nsource_hash: {hash}\n---\n# Maksājumi\n\nAtveriet [lapu](https://example.com/help).\n");
    put(at, &[("content/lv-LV/pay.md", &second)]);
    commit();
    put(at, &[("content/lv-LV/pay.md", "# Maksājumi\n\nDrīz atveriet [lapu](https://example.com/help).\n")]);
    commit();
    folder
}

fn a_repository_is_read() {
    let folder = repository();
    let cases = repository::read(folder.path(), Some("en-US"), 100).unwrap();
    assert_eq!(cases.len(), 1);
    let Case { name, source_locale, locale, path, versions, .. } = &cases[0];
    assert_eq!([&**name, source_locale, locale, path], ["content/lv-LV/pay.md", "en-US", "lv-LV", "pay.md"]);
    // The second says what it was made from; the third was made of what was there.
    let sources: Vec<bool> = versions.iter().map(|version| version.source.contains("soon")).collect();
    assert_eq!(sources, [false, false, true]);
    assert_eq!(verdicts(&cases[0]), ["link-text-missing 3 Confirmed 2"]);
}

fn only_so_many_commits_are_read() {
    let folder = repository();
    let versions = |commits| {
        let cases = repository::read(folder.path(), Some("en-US"), commits).unwrap();
        cases.first().map_or(0, |case| case.versions.len())
    };
    assert_eq!([1, 2, 3, 4].map(versions), [2, 3, 3, 3]);
}
