//! `faqtory status` and `faqtory stamp` as a user runs them: on a repository of git that is made here, and on real ones.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Test, shared, tests};
use crate::site::{self, commit, faqtory, printed, text};

pub(crate) const TESTS: &[Test] = tests![
    every_state_is_reported,
    states_are_printed_in_every_format,
    what_to_translate_next_comes_first,
    git_counts_how_far_behind_translations_are,
    git_knows_what_changed_since,
    a_commit_will_do_where_there_is_no_hash,
    stamps_are_written_and_reported,
    what_cannot_be_paired_is_refused_and_the_rest_written,
    a_real_source_and_its_translations,
    real_translations_without_their_source,
    the_sample_adds_up,
];

#[track_caller]
fn json_of(dir: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(dir, &[arguments, &["--format", "json"]].concat())).unwrap()
}

/// What the command said against it, and its exit code.
fn refusal(dir: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = faqtory(dir, arguments);
    (output.status.code(), text(&output.stderr))
}

fn put(dir: &Path, path: &str, text: &str) {
    let file = dir.join("content").join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn read(dir: &Path, path: &str) -> String {
    fs::read_to_string(dir.join("content").join(path)).unwrap()
}

fn article(title: &str, front_matter: &str, body: &str) -> String {
    format!("---\ntitle: {title}\n{front_matter}---\n\n# {title}\n\n{body}\n")
}

/// A source and three translations. Then one original changes twice, one is renamed with its translations and changed,
/// one is deleted, one is new.
fn repository() -> TempDir {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    fs::write(at.join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n").unwrap();
    site::git(at, Some("2026-01-01"), &["init", "-q"]);
    for name in ["changed", "old-name", "deleted", "same"] {
        let body = (1..=12).map(|line| format!("Line {line} of {name}.\n")).collect::<String>();
        put(at, &format!("en-US/{name}.md"), &article(name, "date: 2026-01-01\n", &body));
        for locale in ["fr-FR", "he-IL"] {
            put(at, &format!("{locale}/{name}.md"), &article(name, "", "Un texte."));
        }
    }
    put(at, "ja-JP/same.md", &article("同じ", "translation_type: MT\n", "文。"));
    printed(at, &["stamp"]);
    commit(at, "2026-01-01");
    let change = |path: &str, from: &str, to: &str, day: &str| {
        put(at, path, &read(at, path).replace(from, to));
        commit(at, day);
    };
    change("en-US/changed.md", "Line 2 of", "Line two of", "2026-01-11");
    change("en-US/changed.md", "Line 9 of", "Line nine of", "2026-02-10");
    for locale in ["en-US", "fr-FR", "he-IL"] {
        fs::rename(
            at.join("content").join(locale).join("old-name.md"),
            at.join("content").join(locale).join("new-name.md"),
        )
        .unwrap();
    }
    change("en-US/new-name.md", "Line 5 of", "Line five of", "2026-02-12");
    fs::remove_file(at.join("content/en-US/deleted.md")).unwrap();
    put(at, "en-US/critical.md", &article("New", "date: 2026-02-20\npriority: Critical\n", "New."));
    put(at, "en-US/fresh.md", &article("Fresh", "date: 2026-02-19\n", "New."));
    put(at, "he-IL/fresh.md", &article("חדש", "", "חדש."));
    commit(at, "2026-02-20");
    dir
}

/// One article of a report in a line.
fn line(one: &Value) -> String {
    let keys = [
        "id",
        "locale",
        "state",
        "path",
        "target",
        "priority",
        "words",
        "new_words",
        "commits_behind",
        "days_behind",
    ];
    keys.map(|key| one[key].to_string()).join(" ").replace('"', "").replace("content/", "")
}

fn every_state_is_reported() {
    let dir = repository();
    let zero = json!({"articles": 5, "current": 0, "touched": 0, "outdated": 0, "untracked": 0, "missing": 0,
        "orphaned": 0, "in_progress": 0, "human": 0, "machine": 0});
    let counts = |articles, current, outdated, untracked, missing, orphaned, machine| {
        json!({"articles": articles, "current": current, "touched": 0, "outdated": outdated, "untracked": untracked,
            "missing": missing, "orphaned": orphaned, "in_progress": 0, "human": 0, "machine": machine})
    };
    let mut status = json_of(dir.path(), &["status"]);
    let articles = status.as_object_mut().unwrap().remove("articles").unwrap();
    assert_eq!(
        status,
        json!({"source_locale": "en-US", "basis": "source", "article_ids": 6, "locales": {
            "en-US": zero,
            "fr-FR": counts(4, 1, 2, 0, 2, 1, 0),
            "he-IL": counts(5, 1, 2, 1, 1, 1, 0),
            "ja-JP": counts(1, 1, 0, 0, 4, 0, 1),
        }})
    );
    let lines: Vec<String> = articles.as_array().unwrap().iter().map(line).collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    changed fr-FR outdated fr-FR/changed.md fr-FR/changed.md null 49 48 2 40
    changed he-IL outdated he-IL/changed.md he-IL/changed.md null 49 48 2 40
    changed ja-JP missing null ja-JP/changed.md null 49 49 null null
    critical fr-FR missing null fr-FR/critical.md Critical 2 2 null null
    critical he-IL missing null he-IL/critical.md Critical 2 2 null null
    critical ja-JP missing null ja-JP/critical.md Critical 2 2 null null
    deleted fr-FR orphaned fr-FR/deleted.md fr-FR/deleted.md null null null null null
    deleted he-IL orphaned he-IL/deleted.md he-IL/deleted.md null null null null null
    fresh fr-FR missing null fr-FR/fresh.md null 2 2 null null
    fresh he-IL untracked he-IL/fresh.md he-IL/fresh.md null 2 2 null null
    fresh ja-JP missing null ja-JP/fresh.md null 2 2 null null
    new-name fr-FR outdated fr-FR/new-name.md fr-FR/new-name.md null 62 60 1 42
    new-name he-IL outdated he-IL/new-name.md he-IL/new-name.md null 62 60 1 42
    new-name ja-JP missing null ja-JP/new-name.md null 62 62 null null
    ");
    let first = &articles[0];
    assert_eq!(first["recorded_hash"].as_str().map(str::len), Some(40));
    assert_eq!(
        (&first["source"], &first["in_progress_since"]),
        (&json!("content/en-US/changed.md"), &Value::Null)
    );
    assert_eq!(
        first["source_hash"].as_str(),
        Some(&*faqtory::source_hash(&read(dir.path(), "en-US/changed.md")))
    );
}

fn states_are_printed_in_every_format() {
    let dir = repository();
    insta::assert_snapshot!(printed(dir.path(), &["status"]).replace(['\u{2067}', '\u{2069}'], ""), @"
    Translations, compared with the source en-US

    locale                                                   current  outdated  missing  untracked  orphaned  days behind
    en-US   English (United States)  source, 5 articles
    fr-FR   français (France)        ███▏············  20 %        1         2        2          –         1           42
    he-IL   עברית (ישראל)            ███▏············  20 %        1         2        1          1         1           42
    ja-JP   日本語 (日本)            ███▏············  20 %        1         –        4          –         –            –

    6 article IDs in 3 locales: 3 of 15 current; 0 human, 1 machine
    What to translate next: faqtory status --todo fr-FR
    ");
    let csv = printed(dir.path(), &["status", "--format", "csv"]);
    assert!(
        csv.starts_with(
            "id,locale,state,path,target,source,source_hash,recorded_hash,priority,words,new_words,"
        ),
        "{csv}"
    );
    assert!(
        csv.contains("\r\ncritical,fr-FR,missing,,content/fr-FR/critical.md,content/en-US/critical.md,")
            && csv.contains(",,Critical,2,2,,,,article,\r\n"),
        "{csv}"
    );
    let page = printed(dir.path(), &["status", "--format", "html"]);
    assert!(
        page.starts_with("<!doctype html>")
            && page.contains(r#"["deleted","deleted",1,"-xx-"]"#)
            && page.contains(r#""behind":{"0":{"1":[2,40],"2":[2,40]},"4":{"1":[1,42],"2":[1,42]}}"#),
        "{page}"
    );
    assert!(csv.lines().count() == 15 && csv.matches("\r\n").count() == 15, "{csv:?}");
}

fn what_to_translate_next_comes_first() {
    let dir = repository();
    let todo = json_of(dir.path(), &["status", "--todo", "he"]);
    assert_eq!(todo["locale"], "he-IL");
    let one = |at: usize| {
        let entry = &todo["todo"][at];
        format!("{} {} {} {}", entry["state"], entry["source"], entry["path"], entry["since"])
            .replace('"', "")
    };
    assert_eq!(todo["todo"].as_array().unwrap().len(), 4);
    assert_eq!(one(0), "missing content/en-US/critical.md null 2026-02-20");
    assert_eq!(one(1), "outdated content/en-US/changed.md content/he-IL/changed.md 2026-03-01");
    assert_eq!(one(2), "outdated content/en-US/new-name.md content/he-IL/new-name.md 2026-03-01");
    assert_eq!(one(3), "untracked content/en-US/fresh.md content/he-IL/fresh.md 2026-02-19");
    let priorities: Vec<&Value> =
        todo["todo"].as_array().unwrap().iter().map(|one| &one["priority"]).collect();
    assert_eq!(priorities, [&json!("Critical"), &Value::Null, &Value::Null, &Value::Null]);

    let french = json_of(dir.path(), &["status", "--todo", "fr-FR"]);
    let ids: Vec<&Value> = french["todo"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(ids, ["critical", "fresh", "changed", "new-name"], "the urgent before the old");
    insta::assert_snapshot!(printed(dir.path(), &["status", "--todo", "fr-FR"]), @"
    state     since       priority  new words  source                     how far behind
    missing   2026-02-20  Critical          –  content/en-US/critical.md
    missing   2026-02-19  –                 –  content/en-US/fresh.md
    outdated  2026-03-01  –                48  content/en-US/changed.md   2 commits, 40 days behind
    outdated  2026-03-01  –                60  content/en-US/new-name.md  1 commit, 42 days behind

    4 articles to translate into fr-FR: 2 missing, 2 outdated
    ");
    let csv = printed(dir.path(), &["status", "--todo", "fr-FR", "--format", "csv"]);
    assert!(
        csv.starts_with(
            "state,id,title,source,path,priority,since,commits_behind,days_behind,locale,owner,due,new_words,visits,in_progress_since,kind,because\r\n\
             missing,critical,New,"
        ),
        "{csv}"
    );

    for (locale, says) in
        [("en-US", "source locale"), ("de-DE", "no articles in de-DE"), ("x", "not a language tag")]
    {
        let (code, said) = refusal(dir.path(), &["status", "--todo", locale]);
        assert!(code == Some(2) && said.contains(says), "{said}");
    }
}

/// What git knows of every outdated translation, as `locale id commits days`.
fn behind(dir: &Path) -> Vec<String> {
    let status = json_of(dir, &["status"]);
    let line = |one: &Value| {
        let words = ["locale", "id", "commits_behind", "days_behind"].map(|key| one[key].to_string());
        words.join(" ").replace('"', "")
    };
    let articles = status["articles"].as_array().unwrap();
    articles.iter().filter(|one| one["state"] == "outdated").map(line).collect()
}

fn git_counts_how_far_behind_translations_are() {
    let dir = repository();
    let at = dir.path();
    let made_from = |path: &str, front_matter: &str| {
        put(at, path, &article("x", front_matter, "Un texte."));
    };
    let [first, second] = [4, 3].map(|back| {
        let commit =
            Command::new("git").current_dir(at).args(["rev-parse", &format!("HEAD~{back}")]).output();
        text(&commit.unwrap().stdout).trim().to_owned()
    });
    // By a commit alone; by a commit where the file had another name; a hash that the history does not know, with a commit
    // and without; a commit that is not there.
    made_from("fr-FR/changed.md", &format!("source_commit: {second}\nsource_hash: {}\n", "1".repeat(40)));
    made_from("fr-FR/new-name.md", &format!("source_commit: {first}\nsource_hash: {}\n", "1".repeat(40)));
    made_from("he-IL/changed.md", &format!("source_hash: {}\n", "2".repeat(40)));
    made_from(
        "he-IL/new-name.md",
        &format!("source_commit: {}\nsource_hash: {}\n", "3".repeat(40), "4".repeat(40)),
    );
    // What is changed and not committed yet.
    put(at, "en-US/same.md", &read(at, "en-US/same.md").replace("Line 1 of", "Line one of"));
    assert_eq!(
        behind(at),
        [
            "fr-FR changed 1 30",
            "he-IL changed null null",
            "fr-FR new-name 1 42",
            "he-IL new-name null null",
            "fr-FR same 0 0",
            "he-IL same 0 0",
            "ja-JP same 0 0"
        ]
    );
    // A change of line ends is none, and a removal and a return are two.
    site::git(at, Some("2026-02-21"), &["checkout", "-q", "--", "content/en-US/same.md"]);
    let same = read(at, "en-US/same.md");
    put(at, "en-US/same.md", &same.replace('\n', "\r\n"));
    commit(at, "2026-02-22");
    assert!(!behind(at).iter().any(|line| line.contains("same")), "{:?}", behind(at));
    fs::remove_file(at.join("content/en-US/same.md")).unwrap();
    commit(at, "2026-02-23");
    put(at, "en-US/same.md", &same.replace("Line 1 of", "Line one of"));
    commit(at, "2026-02-24");
    // The first version that was translated counts, whatever line ends it has got since.
    assert!(behind(at).contains(&"ja-JP same 3 54".to_owned()), "{:?}", behind(at));

    let shown = printed(at, &["status", "--todo", "fr-FR"]);
    assert!(shown.contains("content/en-US/changed.md   1 commit, 30 days behind\n"), "{shown}");
    let csv = printed(at, &["status", "--todo", "ja-JP", "--format", "csv"]);
    assert!(
        csv.contains(
            "\r\noutdated,same,same,content/en-US/same.md,content/ja-JP/same.md,,2026-03-01,3,54,ja-JP,,,"
        ),
        "{csv}"
    );

    fs::rename(at.join(".git"), at.join("git")).unwrap();
    assert!(behind(at).iter().all(|line| line.ends_with("null null")), "{:?}", behind(at));
    assert!(!printed(at, &["status"]).contains("days behind"));
}

fn git_knows_what_changed_since() {
    let dir = repository();
    let diff = |article: &str, locale: &str| printed(dir.path(), &["status", "--diff", article, locale]);
    let changed = diff("changed", "fr-FR");
    assert!(
        changed
            .starts_with("content/fr-FR/changed.md: 2 commits, 40 days behind (2026-01-01 to 2026-02-10)\n"),
        "{changed}"
    );
    for line in
        ["-Line 2 of changed.", "+Line two of changed.", "-Line 9 of changed.", "+Line nine of changed."]
    {
        assert!(changed.lines().any(|other| other == line), "{changed}");
    }
    assert_eq!(changed.lines().filter(|line| line.starts_with(['+', '-'])).count(), 2 + 4, "{changed}");
    // Through a rename; by the path of the original, and of the translation.
    for name in ["new-name", "content/en-US/new-name.md", "./content/he-IL/new-name.md"] {
        let renamed = diff(name, "he-IL");
        assert!(renamed.starts_with("content/he-IL/new-name.md: 1 commit, 42 days behind"), "{renamed}");
        assert!(renamed.contains("\n-Line 5 of old-name.\n+Line five of old-name.\n"), "{renamed}");
    }
    assert!(diff("same", "fr-FR").contains("is current"));
    // What is not committed counts too.
    put(dir.path(), "en-US/same.md", &read(dir.path(), "en-US/same.md").replace("Line 1 of", "Line one of"));
    let uncommitted = diff("same", "ja-JP");
    assert!(
        uncommitted.contains("not committed yet") && uncommitted.contains("\n+Line one of same.\n"),
        "{uncommitted}"
    );

    let said = |article: &str, locale: &str| {
        let (code, said) = refusal(dir.path(), &["status", "--diff", article, locale]);
        assert_eq!(code, Some(2), "{said}");
        said
    };
    assert!(said("critical", "fr-FR").contains("not translated into fr-FR yet"));
    assert!(said("deleted", "fr-FR").contains("has no source in en-US"));
    assert!(said("fresh", "he-IL").contains("faqtory stamp --locale he-IL --article fresh"));
    // As near, but nothing can be done with it: it has no original.
    put(dir.path(), "he-IL/chaged.md", &article("Of its own", "", "Text."));
    assert!(said("chnged", "he-IL").contains("did you mean `changed`?"));
    put(
        dir.path(),
        "fr-FR/same.md",
        &article("same", &format!("source_hash: {}\n", "1".repeat(40)), "Un texte."),
    );
    assert!(said("same", "fr-FR").contains("none of its"), "{}", said("same", "fr-FR"));
    fs::rename(dir.path().join(".git"), dir.path().join("git")).unwrap();
    assert!(said("changed", "fr-FR").contains("not in a git repository"), "{}", said("changed", "fr-FR"));
}

fn a_commit_will_do_where_there_is_no_hash() {
    let dir = repository();
    let log = Command::new("git").current_dir(dir.path()).args(["rev-list", "HEAD"]).output().unwrap();
    let commits = text(&log.stdout);
    let first = commits.lines().nth(3).unwrap();
    let front_matter = format!("ms.sourcegitcommit: {first}\n");
    put(dir.path(), "fr-FR/changed.md", &article("changed", &front_matter, "Un texte."));
    let changed = printed(dir.path(), &["status", "--diff", "changed", "fr-FR"]);
    assert!(changed.contains("1 commit, 30 days behind (2026-01-11 to 2026-02-10)"), "{changed}\n{commits}");
    assert!(!changed.contains("Line two of changed.\n+") && changed.contains("+Line nine"), "{changed}");
}

fn stamps_are_written_and_reported() {
    let dir = repository();
    let before = read(dir.path(), "he-IL/fresh.md");
    let said = printed(dir.path(), &["stamp", "--locale", "he-IL"]);
    assert!(said.starts_with("content/he-IL/fresh.md: source hash "), "{said}");
    assert!(said.ends_with("\n1 translation written, 0 already current, 0 refused\n"), "{said}");
    let after = read(dir.path(), "he-IL/fresh.md");
    assert!(after.contains("\ntranslated: 2026-03-01\n---\n\n# חדש\n"), "{after}");
    assert_eq!(after.lines().count(), before.lines().count() + 2);
    assert!(printed(dir.path(), &["stamp"]).starts_with("nothing to write"));
    assert_eq!(read(dir.path(), "he-IL/fresh.md"), after);

    // Translations with a hash are written only if they are named, and if they are younger than their source.
    let outdated = read(dir.path(), "fr-FR/changed.md");
    let stamp = ["stamp", "--locale", "fr-FR", "--article", "content/en-US/changed.md"];
    let (code, said) = refusal(dir.path(), &stamp);
    assert!(
        code == Some(1)
            && said.contains("fr-FR/changed.md: not written: its source was changed after it was"),
        "{said}"
    );
    assert_eq!(read(dir.path(), "fr-FR/changed.md"), outdated);
    put(dir.path(), "fr-FR/changed.md", &outdated.replace("Un texte.", "Un autre texte."));
    let said = printed(dir.path(), &stamp);
    assert!(said.contains("content/fr-FR/changed.md: source hash"), "{said}");
    assert_ne!(read(dir.path(), "fr-FR/changed.md"), outdated);
    let again = printed(dir.path(), &["stamp", "--locale", "fr-FR", "--article", "changed"]);
    assert!(again.contains("already current"), "{again}");
    let status = json_of(dir.path(), &["status"]);
    assert_eq!(status["locales"]["fr-FR"]["current"], 2);
    assert_eq!(status["locales"]["he-IL"]["current"], 2);
    assert_eq!(status["locales"]["he-IL"]["outdated"], 2, "another locale is left alone");
}

fn what_cannot_be_paired_is_refused_and_the_rest_written() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    put(at, "en-US/a.md", &article("A", "", "Text."));
    put(at, "en-US/b.md", &article("B", "", "Text."));
    put(at, "fr-FR/a.md", "# A\r\n");
    put(at, "fr-FR/b.md", "---\ntitle: \"B\" b\nms.date: 01/02/2020\n---\n# B\n");
    put(at, "fr-FR/gone.md", &article("C", "", "Un texte."));
    let (code, said) = refusal(at, &["stamp"]);
    assert!(code == Some(2) && said.contains("source_locale = \"en-US\""), "{said}");

    fs::write(at.join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n").unwrap();
    let output = faqtory(at, &["stamp"]);
    assert_eq!(output.status.code(), Some(1));
    let (said, refused) = (text(&output.stdout), text(&output.stderr));
    assert!(said.ends_with("\n1 translation written, 0 already current, 2 refused\n"), "{said}");
    assert!(refused.contains("content/fr-FR/b.md: not written: its front matter is damaged"), "{refused}");
    assert!(refused.contains("content/fr-FR/gone.md: not written: it has no source in en-US"), "{refused}");
    let written = read(at, "fr-FR/a.md");
    assert!(
        written.starts_with("---\r\nsource_hash: ") && written.ends_with("\r\n---\r\n\r\n# A\r\n"),
        "{written:?}"
    );
    assert_eq!(read(at, "fr-FR/gone.md"), article("C", "", "Un texte."));
    assert_eq!(json_of(at, &["status"])["locales"]["fr-FR"]["current"], 1);
}

fn state(input: &Path, locale: &str, state: &str) -> u64 {
    json_of(input, &["status"])["locales"][locale][state].as_u64().unwrap()
}

fn a_real_source_and_its_translations() {
    let input = shared("corpus-with-source");
    let status = json_of(&input, &["status"]);
    assert_eq!((&status["basis"], &status["article_ids"]), (&json!("source"), &json!(55)));
    for locale in ["fr-FR", "pt-BR"] {
        let counts = json!({"articles": 53, "current": 40, "touched": 0, "outdated": 13, "untracked": 0,
            "missing": 2, "orphaned": 0, "in_progress": 0, "human": 0, "machine": 53});
        assert_eq!(status["locales"][locale], counts);
        // Beside articles an include and a table of contents.
        assert_eq!(json_of(&input, &["status", "--todo", locale])["todo"].as_array().unwrap().len(), 17);
    }
}

fn real_translations_without_their_source() {
    let input = shared("corpus");
    let status = json_of(&input, &["status"]);
    assert_eq!((&status["basis"], &status["source_locale"]), (&json!("siblings"), &Value::Null));
    for (locale, outdated) in [("he-IL", 14), ("lv-LV", 1016), ("ro-RO", 9), ("sl-SI", 0)] {
        assert_eq!(status["locales"][locale]["outdated"], outdated, "{locale}");
    }
    assert_eq!(state(&input, "lv-LV", "missing") + 2618, status["article_ids"].as_u64().unwrap());
    let (code, said) = refusal(&input, &["stamp"]);
    assert!(code == Some(2) && said.contains("no source locale"), "{said}");
}

/// The numbers change whenever somebody writes; the sums do not.
fn the_sample_adds_up() {
    let status = json_of(&site::sample(), &["status"]);
    let source = status["locales"]["en-US"]["articles"].as_u64().unwrap();
    for (locale, counts) in status["locales"].as_object().unwrap().iter().filter(|(tag, _)| *tag != "en-US") {
        let count = |state: &str| counts[state].as_u64().unwrap();
        let sum =
            count("current") + count("touched") + count("outdated") + count("untracked") + count("missing");
        assert_eq!(sum, source, "{locale}");
        assert_eq!(count("articles"), sum - count("missing") + count("orphaned"), "{locale}");
    }
}
