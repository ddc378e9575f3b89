//! What the engine makes of findings: origin, comments, levels, the baseline.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::*;
use crate::catalog::Options;
use crate::checks::Level;
use crate::checks::tests::sources;
use crate::diagnostic::Severity;
use crate::translation::Translations;

const HASH: &str = "0123456789012345678901234567890123456789";

fn judged(files: &[(&str, &str)], policy: &Policy) -> Judged {
    let catalog = Catalog::new(&sources(files), &Options::default());
    let translations = Translations::new(&catalog);
    let input = Input {
        catalog: &catalog,
        translations: &translations,
        messages: &[],
        message_texts: &BTreeMap::new(),
        external: None,
    };
    judge(input, policy)
}

/// The findings of this code, each once: path, origin, locales.
fn once_each(files: &[(&str, &str)], code: &str, source: Option<&str>) -> String {
    let source = source.and_then(|tag| crate::locale::Locale::parse(tag).ok());
    let mut out = String::new();
    for found in once(judged(files, &Policy::default()).diagnostics, source.as_ref()) {
        if found.code == code {
            let locales: Vec<&str> = found.locales.iter().map(|locale| locale.tag()).collect();
            let _ = writeln!(out, "{} {:?} {}", found.path, found.origin, locales.join(" "));
        }
    }
    out
}

fn translated(body: &str) -> String {
    format!("---\ntitle: A\nsource_hash: {HASH}\n---\n{body}")
}

#[test]
fn what_all_siblings_have_comes_from_the_source() {
    let (both, other) = (translated("[x](gone.md)\n"), translated("[x](gone.md) [y](lost.md)\n"));
    let files = [("content/lv/a.md", both.as_str()), ("content/ro/a.md", &both), ("content/sl/a.md", &other)];
    insta::assert_snapshot!(once_each(&files, "file-not-found", None), @r"
    content/lv/a.md Source lv ro sl
    content/sl/a.md Translation sl
    ");
}

#[test]
fn translations_of_another_version_prove_nothing() {
    let both = translated("[x](gone.md)\n");
    let older = both.replace(HASH, &"9".repeat(40));
    let files = [("content/lv/a.md", both.as_str()), ("content/ro/a.md", &older)];
    insta::assert_snapshot!(once_each(&files, "file-not-found", None), @r"
    content/lv/a.md Translation lv
    content/ro/a.md Translation ro
    ");
}

#[test]
fn the_source_decides_where_it_is_at_hand() {
    let (one, two) = (translated("[x](gone.md)\n"), translated("[x](gone.md) [y](lost.md)\n"));
    let files = [
        ("content/en/a.md", "# A\n\n[x](gone.md)\n"),
        ("content/lv/a.md", one.as_str()),
        ("content/ro/a.md", &two),
        ("content/sl/a.md", &two),
    ];
    insta::assert_snapshot!(once_each(&files, "file-not-found", Some("en")), @r"
    content/en/a.md Source en lv ro sl
    content/ro/a.md Translation ro
    content/sl/a.md Translation sl
    ");
}

#[test]
fn a_flaw_of_the_source_is_known_where_the_translation_has_more_blocks() {
    let source = "# A\n\nText.\n\n# B\n\n- one\n- two\n";
    let longer = "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n# Ā\n\nTeksts.\n\nVēl teksts.\n\n# B\n\n- viens\n- divi\n- trīs\n";
    let files = [("content/en/a.md", source), ("content/lv/a.md", longer), ("content/en/b.md", "# B\n")];
    insta::assert_snapshot!(once_each(&files, "multiple-h1s", Some("en")), @"content/en/a.md Source en lv");
    let own = "# Ā\n\n# Teksts.\n\n- viens\n- divi\n";
    let plain = "# A\n\nText.\n\n- one\n- two\n";
    let files = [("content/en/a.md", plain), ("content/lv/a.md", own), ("content/en/b.md", "# B\n")];
    insta::assert_snapshot!(once_each(&files, "multiple-h1s", Some("en")), @"content/lv/a.md Translation lv");
}

#[test]
fn every_copy_keeps_its_own_fix_until_one_is_chosen() {
    let both = translated("[x](B.md)\n");
    let b = translated("# B\n");
    let files = [
        ("content/lv/a.md", both.as_str()),
        ("content/lv/b.md", &b),
        ("content/ro/a.md", &both),
        ("content/ro/b.md", &b),
    ];
    let found = judged(&files, &Policy::default()).diagnostics;
    let copies: Vec<_> = found.iter().filter(|found| found.code == "case-mismatch").collect();
    assert_eq!(copies.len(), 2);
    assert!(copies.iter().all(|copy| copy.flaw.is_some() && copy.fix.is_some()));
}

/// The destinations of the links that are reported as missing.
fn missing(text: &str) -> String {
    let found = judged(&[("content/en/a.md", text)], &Policy::default()).diagnostics;
    let found = found.iter().filter(|found| found.code == "file-not-found");
    found.map(|found| found.message.split('`').nth(1).unwrap_or("")).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_comment_of_its_own_line_is_for_what_follows() {
    assert_eq!(
        missing("<!-- faqtory-allow: file-not-found -->\n[1](1.md)\n[2](2.md)\n\n[3](3.md)\n"),
        "3.md"
    );
    assert_eq!(missing("<!-- faqtory-allow: file-not-found -->\n\n- [1](1.md)\n- [2](2.md)\n\nx\n"), "");
    assert_eq!(missing("> <!-- faqtory-allow: file-not-found -->\n> [1](1.md)\n>\n> [2](2.md)\n"), "2.md");
    assert_eq!(missing("[1](1.md)\n\n<!-- faqtory-allow: file-not-found -->"), "1.md");
    assert_eq!(missing("<!-- faqtory-allow: case-mismatch -->\n[1](1.md)\n"), "1.md");
    assert_eq!(missing("<!-- faqtory-allow:\n case-mismatch,\n file-not-found -->\n[1](1.md)\n"), "");
}

#[test]
fn a_comment_between_lone_carriage_returns_is_read() {
    let text = "# A\r\r<!-- faqtory-allow: file-not-found -->\r[x](gone.md)\r";
    assert_eq!(missing(text), "");
}

#[test]
fn a_comment_behind_something_is_for_its_line() {
    assert_eq!(missing("[1](1.md) <!-- faqtory-allow: file-not-found -->\n[2](2.md)\n"), "2.md");
    assert_eq!(
        missing("| [1](1.md) <!-- faqtory-allow: file-not-found --> |\n|--|\n| [2](2.md) |\n"),
        "2.md"
    );
}

#[test]
fn a_comment_for_the_file_stands_anywhere() {
    assert_eq!(missing("[1](1.md)\n\n<!-- faqtory-allow-file: file-not-found -- later -->\n"), "");
    assert_eq!(missing("---\ntitle: A # faqtory-allow-file: file-not-found\n---\n[1](1.md)\n"), "");
    assert_eq!(missing("`<!-- faqtory-allow-file: file-not-found -->` [1](1.md)\n"), "1.md");
}

#[test]
fn comments_of_front_matter_are_for_the_next_entry_or_their_line() {
    let dates = |text: &str| {
        let found = judged(&[("content/en/a.md", text)], &Policy::default()).diagnostics;
        found.iter().filter(|found| found.code == "invalid-date").count()
    };
    assert_eq!(dates("---\ntitle: A\nms.date: x\n---\n"), 1);
    assert_eq!(dates("---\ntitle: A\nms.date: x # faqtory-allow: invalid-date\n---\n"), 0);
    assert_eq!(dates("---\ntitle: A\n# faqtory-allow: invalid-date\nms.date: x\n---\n"), 0);
    assert_eq!(dates("---\n# faqtory-allow: invalid-date\ntitle: A\nms.date: x\n---\n"), 1);
}

#[test]
fn what_is_silenced_is_counted() {
    let text = "<!-- faqtory-allow: file-not-found -->\n[1](1.md)\n[2](2.md)\n";
    assert_eq!(judged(&[("content/en/a.md", text)], &Policy::default()).allowed, 2);
}

#[test]
fn a_baseline_holds_back_what_it_knows_wherever_it_moves() {
    let text = |text: &'static str| move |_: &str| Some(text);
    let (before, after) = (
        "# A\n\n[1](1.md)\n[1](1.md)\n",
        "# A\r\n\r\nnew\r\n[2](2.md)\r\n[1](1.md)\r\n[1](1.md) [1](1.md)\r\n",
    );
    let found = judged(&[("content/en/a.md", before)], &Policy::default()).diagnostics;
    let baseline = Baseline::of(&found, text(before));
    assert_eq!(baseline.len(), found.len());
    let parsed = Baseline::parse("b", &baseline.render()).unwrap();
    assert_eq!(parsed, baseline);
    let policy = Policy { baseline, ..Policy::default() };
    let again = judged(&[("content/en/a.md", before)], &policy);
    assert_eq!((again.diagnostics.len(), again.held), (0, Held { back: found.len(), gone: 0 }));
    let changed = judged(&[("content/en/a.md", after)], &policy);
    let places: Vec<&str> = changed.diagnostics.iter().map(|found| found.span.slice(after)).collect();
    assert_eq!(places, ["[2](2.md)", "[1](1.md)"]);
    let fixed = judged(&[("content/en/a.md", "---\ntitle: A\n---\n# A\n")], &policy);
    assert_eq!((fixed.diagnostics.len(), fixed.held.back, fixed.held.gone), (0, 0, found.len()));
}

#[test]
fn a_baseline_that_was_not_merged_is_refused() {
    for (text, line) in [("a\tb\tc\t1\n<<<<<<< HEAD\n", "line 2"), ("# x\n\na\tb\tc\tmany", "line 3")] {
        let error = format!("{:#}", Baseline::parse("base.txt", text).unwrap_err());
        assert!(error.starts_with("base.txt") && error.contains(line), "{error}");
    }
}

#[test]
fn levels_come_before_the_baseline() {
    let levels = Levels::new(BTreeMap::from([("file-not-found".to_owned(), Level::Suggestion)]));
    let policy = Policy { levels, ..Policy::default() };
    let found = judged(&[("content/en/a.md", "[1](1.md)\n")], &policy).diagnostics;
    let severities = found.iter().filter(|found| found.code == "file-not-found").map(|found| found.severity);
    assert_eq!(severities.collect::<Vec<_>>(), [Severity::Suggestion]);
}

/// What people read of this code: the text there, in how many other places it is, and what its fix changes.
fn read(text: &str, policy: &Policy, code: &str) -> String {
    let found = merged(once(judged(&[("content/en/a.md", text)], policy).diagnostics, None));
    let line = |found: &Diagnostic| {
        let fix = found.fix.as_ref().map(|fix| (fix.applicability, fix.edits.len()));
        format!("{} +{} {fix:?}", found.span.slice(text), found.places.len())
    };
    let found: Vec<String> = found.iter().filter(|found| found.code == code).map(line).collect();
    found.join("\n")
}

#[test]
fn many_of_a_kind_in_a_file_are_one_with_what_may_be_done_at_once() {
    let read = |text: &str| read(text, &Policy::default(), "lost-character");
    let text = "---\ntitle: A\n---\na1\u{fffd}b\n\na2\u{fffd}b\n\na3\u{fffd}b\n";
    insta::assert_snapshot!(read(text), @"
    � +0 None
    � +0 None
    � +0 None
    ");
    insta::assert_snapshot!(read(&format!("{text}\na4\u{fffd}b\n")), @"� +3 None");
}

#[test]
fn comments_and_baselines_know_each_of_many() {
    let comma = |number: usize| format!("[{number},](https://e.example/{number}) x\n\n");
    let text = |many: usize| format!("# A\n\n{}", (1..=many).map(comma).collect::<String>());
    let allowed = text(5).replace("[2,]", "<!-- faqtory-allow: comma-in-link -->\n[2,]");
    let all = |text: &str| read(text, &Policy::default(), "comma-in-link");
    insta::assert_snapshot!(all(&text(5)), @", +4 Some((Safe, 10))");
    insta::assert_snapshot!(all(&allowed), @", +3 Some((Safe, 8))");
    insta::assert_snapshot!(all(&text(5).replace("[1,]", "## [1,]")), @", +4 Some((Safe, 8))");
    let before = text(4);
    let found = judged(&[("content/en/a.md", &before)], &Policy::default()).diagnostics;
    let policy = Policy { baseline: Baseline::of(&found, |_| Some(&before)), ..Policy::default() };
    insta::assert_snapshot!(read(&text(5), &policy, "comma-in-link"), @", +0 Some((Safe, 2))");
}

#[test]
fn problems_of_messages_are_findings() {
    use crate::messages::{MessageFile, Messages};
    let file = |tag: &str, text: &str| MessageFile {
        locale: crate::locale::Locale::parse(tag).unwrap(),
        path: format!("locales/{tag}/own.ftl").into(),
        text: text.to_owned(),
    };
    let own = vec![
        file("en-US", "ask = Ask { $team }\nlost = Lost\n# faqtory-allow: message-missing\nspare = Spare\n"),
        file(
            "lv-LV",
            "ask = Jautājiet { $grupa }\nask = x\naks = y\nbad = { $x\ndeep = { { $x } }\ncount = { $n ->\n    [one] a\n   *[other] b\n}\n",
        ),
    ];
    let texts: BTreeMap<Arc<str>, String> =
        own.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
    let (messages, mut problems) = Messages::new(vec![Vec::new(), own]);
    let locale = |tag: &str| crate::locale::Locale::parse(tag).unwrap();
    problems.extend(messages.lint(&locale("en-US"), &locale("lv-LV")));
    let catalog =
        Catalog::new(&sources(&[("content/en-US/a.md", "---\ntitle: A\n---\n")]), &Options::default());
    let translations = Translations::new(&catalog);
    let input = Input {
        catalog: &catalog,
        translations: &translations,
        messages: &problems,
        message_texts: &texts,
        external: None,
    };
    let mut out = String::new();
    for found in judge(input, &Policy::default()).diagnostics {
        let text = found.span.slice(&texts[&found.path]).lines().next().unwrap_or("");
        let _ = writeln!(out, "{} `{text}` {}: {}", found.path, found.code, found.message);
    }
    insta::assert_snapshot!(out);
}

#[test]
fn a_link_that_is_not_encrypted_is_one_finding_whoever_finds_it() {
    use crate::external::{LinkFlaw, LinkFlawKind};
    let text = "---\ntitle: A\n---\n\n[1](http://aka.ms/x) [2](http://a.dev/)\n";
    let catalog = Catalog::new(&sources(&[("content/en/a.md", text)]), &Options::default());
    let translations = Translations::new(&catalog);
    let flaw = |number, url: &str| LinkFlaw {
        number,
        kind: LinkFlawKind::Insecure { to: String::new() },
        address: url.to_owned(),
        path: "content/en/a.md".into(),
        span: text.find(url).map(|at| (at..at + url.len()).into()).unwrap(),
        locale: catalog.articles.iter().next().map(|article| article.locale),
        replacement: None,
    };
    let flaws = [flaw(1, "http://aka.ms/x"), flaw(2, "http://a.dev/")];
    let message_texts = BTreeMap::new();
    let input = Input {
        catalog: &catalog,
        translations: &translations,
        messages: &[],
        message_texts: &message_texts,
        external: Some(&flaws),
    };
    let found = judge(input, &Policy::default()).diagnostics;
    let found: Vec<_> = found.iter().map(|found| (found.code, found.span.slice(text), found.flaw)).collect();
    assert_eq!(
        found,
        [("insecure-link", "http://aka.ms/x", None), ("external-link-insecure", "http://a.dev/", Some(2))]
    );
}
