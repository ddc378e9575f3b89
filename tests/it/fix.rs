//! `faqtory check --fix`, `--unsafe-fixes` and `--diff` as a user runs them, on folders made here and on copies of real ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use proptest::prelude::*;
use tempfile::TempDir;

use crate::harness::{Need, Test, need, note, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    safe_fixes_are_written_and_reported,
    a_check_tells_what_can_be_fixed,
    counts_of_findings_and_of_fixes_agree,
    differences_can_be_applied_by_others,
    only_what_is_reported_is_fixed,
    what_is_no_utf8_is_left,
    #[cfg(unix)]
    what_must_not_be_written_is_left,
    originals_go_before_the_translations_of_a_pipeline,
    a_damaged_hash_waits_for_nothing,
    a_real_source_and_its_translations,
    real_translations_without_their_source,
    fixing_twice_changes_nothing,
];

fn faqtory(dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.arg("check").arg(dir).args(arguments).output().unwrap()
}

/// Exit code, standard output, standard error.
fn check(dir: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = faqtory(dir, arguments);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn put(dir: &Path, path: &str, text: impl AsRef<[u8]>) {
    let file = dir.join("content").join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn read(dir: &Path, path: &str) -> String {
    fs::read_to_string(dir.join("content").join(path)).unwrap()
}

/// Every file of a folder with its bytes.
fn bytes(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    site::files(dir).into_iter().map(|path| (path.clone(), fs::read(dir.join(path)).unwrap())).collect()
}

/// How many findings with a safe fix there are of each code.
fn fixable(dir: &Path) -> BTreeMap<String, usize> {
    let (_, out, _) = check(dir, &["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let mut codes = BTreeMap::new();
    for found in report["diagnostics"].as_array().unwrap() {
        if found["fix"]["applicability"] == "safe" {
            *codes.entry(found["code"].as_str().unwrap().to_owned()).or_default() += 1;
        }
    }
    codes
}

/// A misspelt link, a misspelt key and a wrong date, with a BOM and CRLF; an include with a flaw that two articles share.
fn project() -> TempDir {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    put(at, "en-US/billing.md", "---\ntitle: Billing\n---\n\n# Billing\n\nPay.\n");
    put(
        at,
        "en-US/a.md",
        "\u{feff}---\r\ntitle: A\r\nms,.custom: 1234\r\nms.date: 31/05/2023\r\n---\r\n\r\n# A\r\n\r\n[b](biling.md) and [c](billinh.md)",
    );
    put(at, "en-US/b.md", "---\ntitle: B\n---\n\n# B\n\n[!INCLUDE [x](includes/x.md)]\n");
    put(at, "en-US/c.md", "---\ntitle: C\n---\n\n# C\n\n[!INCLUDE [x](includes/x.md)]\n");
    put(at, "en-US/includes/x.md", "See [billing](../biling.md).\n");
    dir
}

fn safe_fixes_are_written_and_reported() {
    let dir = project();
    let at = dir.path();
    let (code, out, printed) = check(at, &["--fix"]);
    assert_eq!(code, 1, "the link that is no mere slip is still wrong: {out}{printed}");
    assert!(out.contains("billinh.md") && !out.contains("misspelt-key"), "{out}");
    assert!(
        printed.ends_with(
            "fixed 4 problems in 2 files:\n  1  ambiguous-date\n  2  file-not-found\n  1  misspelt-key\n"
        ),
        "{printed}"
    );
    assert!(printed.contains("1 can be fixed with --fix --unsafe-fixes\n"), "{printed}");
    assert_eq!(
        read(at, "en-US/a.md"),
        "\u{feff}---\r\ntitle: A\r\nms.custom: 1234\r\nms.date: 05/31/2023\r\n---\r\n\r\n# A\r\n\r\n[b](billing.md) and [c](billinh.md)"
    );
    assert_eq!(read(at, "en-US/includes/x.md"), "See [billing](../billing.md).\n");
    let before = bytes(at);
    assert!(check(at, &["--fix"]).2.ends_with("fixed nothing\n"));
    assert_eq!(bytes(at), before);
    let (code, _, printed) = check(at, &["--fix", "--unsafe-fixes"]);
    assert!(code == 0 && printed.ends_with("fixed 1 problem in 1 file:\n  1  file-not-found\n"), "{printed}");
    assert!(read(at, "en-US/a.md").ends_with("[c](billing.md)"));
}

fn a_check_tells_what_can_be_fixed() {
    let dir = project();
    let (_, _, printed) = check(dir.path(), &[]);
    assert!(printed.ends_with("4 can be fixed with --fix, 1 more with --unsafe-fixes\n"), "{printed}");
    let before = bytes(dir.path());
    let (_, _, printed) = check(dir.path(), &["--unsafe-fixes"]);
    let expected = "--unsafe-fixes alone changes nothing; 5 can be fixed with --fix --unsafe-fixes\n";
    assert!(printed.ends_with(expected), "{printed}");
    assert_eq!(bytes(dir.path()), before, "--unsafe-fixes alone writes nothing");
}

/// The source's flaw is reported once, and fixed in each of its copies.
fn counts_of_findings_and_of_fixes_agree() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    fs::write(at.join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n").unwrap();
    for locale in ["en-US", "lv-LV", "de-DE"] {
        put(at, &format!("{locale}/billing.md"), "---\ntitle: B\n---\n\n# B\n\nPay.\n");
        put(at, &format!("{locale}/a.md"), "---\ntitle: A\n---\n\n# A\n\nSee [B](biling.md).\n");
    }
    let (_, _, printed) = check(at, &[]);
    assert!(printed.contains(": 1 error, "), "{printed}");
    assert!(
        printed.contains("; 2 more are the same in other locales\n3 can be fixed with --fix\n"),
        "{printed}"
    );
    let (_, _, printed) = check(at, &["--fix"]);
    assert!(printed.ends_with("fixed 3 problems in 3 files:\n  3  file-not-found\n"), "{printed}");
}

fn differences_can_be_applied_by_others() {
    need(Need::Program("git"));
    let dir = project();
    let at = dir.path();
    let before = bytes(at);
    let (code, patch, printed) = check(at, &["--fix", "--diff"]);
    assert!(code == 1 && printed.starts_with("would fix 4 problems in 2 files:\n"), "{printed}");
    assert_eq!((patch.clone(), code), {
        let other = check(at, &["--diff"]);
        (other.1, other.0)
    });
    assert_eq!(bytes(at), before, "nothing is written");
    assert!(
        patch.starts_with("--- content/en-US/a.md\n+++ content/en-US/a.md\n@@ -1,9 +1,9 @@\n"),
        "{patch}"
    );
    let twin = project();
    check(twin.path(), &["--fix"]);
    let mut git = Command::new("git");
    git.current_dir(at).args(["apply", "-p0", "--whitespace=nowarn", "-"]).stdin(Stdio::piped());
    let mut git = git.spawn().unwrap();
    std::io::Write::write_all(&mut git.stdin.take().unwrap(), patch.as_bytes()).unwrap();
    assert!(git.wait().unwrap().success());
    assert_eq!(bytes(at), bytes(twin.path()));
    let (code, patch, printed) = check(twin.path(), &["--diff"]);
    assert_eq!((code, patch.as_str(), printed.as_str()), (0, "", "would fix nothing\n"));
    let refused = faqtory(at, &["--diff", "--format", "json"]);
    assert_eq!(refused.status.code(), Some(2));
}

fn only_what_is_reported_is_fixed() {
    let dir = project();
    put(dir.path(), "lv-LV/a.md", "---\ntitle: A\nms,.custom: 1234\n---\n\n# A\n");
    let (_, _, printed) = check(dir.path(), &["--fix", "--locale", "lv-LV"]);
    assert!(printed.ends_with("fixed 1 problem in 1 file:\n  1  misspelt-key\n"), "{printed}");
    assert!(read(dir.path(), "en-US/a.md").contains("ms,.custom"));
}

fn what_is_no_utf8_is_left() {
    let dir = project();
    let text = b"---\ntitle: A\nms,.custom: 1234\n---\n\n# Caf\xe9\n";
    put(dir.path(), "en-US/d.md", text);
    let (_, _, printed) = check(dir.path(), &["--fix"]);
    assert!(printed.contains("content/en-US/d.md: not fixed: it is not valid UTF-8\n"), "{printed}");
    assert_eq!(fs::read(dir.path().join("content/en-US/d.md")).unwrap(), text);
}

#[cfg(unix)]
fn what_must_not_be_written_is_left() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let dir = TempDir::new().unwrap();
    let outside = dir.path().join("outside.md");
    let flawed = "---\ntitle: A\nms,.custom: 1234\n---\n\n# A\n";
    fs::write(&outside, flawed).unwrap();
    let at = dir.path().join("project");
    put(&at, "en-US/a.md", flawed);
    fs::write(at.join("faqtory.toml"), "[content]\nfollow = [\"..\"]\n").unwrap();
    symlink("../../../outside.md", at.join("content/en-US/out.md")).unwrap();
    symlink("a.md", at.join("content/en-US/z.md")).unwrap();
    put(&at, "en-US/locked.md", flawed);
    fs::set_permissions(at.join("content/en-US/locked.md"), fs::Permissions::from_mode(0o444)).unwrap();
    let (code, out, printed) = check(&at, &["--fix"]);
    assert_eq!(code, 1, "{printed}");
    assert!(
        printed.contains("content/en-US/out.md: not fixed: content/en-US/out.md is a link to a file outside"),
        "{printed}"
    );
    assert!(
        printed.contains("content/en-US/locked.md: not fixed") && printed.contains("read-only"),
        "{printed}"
    );
    // What was not written is still reported; the file with two names is fixed.
    assert!(
        out.contains("out.md:3:1") && out.contains("locked.md:3:1") && !out.contains("/z.md:3:1"),
        "{out}"
    );
    assert_eq!(fs::read_to_string(outside).unwrap(), flawed);
    assert_eq!(read(&at, "en-US/a.md"), flawed.replace("ms,.custom", "ms.custom"));
    assert!(at.join("content/en-US/z.md").symlink_metadata().unwrap().is_symlink());
    assert_eq!(site::files(&at).len(), 3, "nothing is left behind");
}

/// A source, a translation of a pipeline that is current, one that is outdated, one made by hand.
fn originals_go_before_the_translations_of_a_pipeline() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    fs::create_dir_all(at.join("content")).unwrap();
    fs::write(at.join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n").unwrap();
    for locale in ["en-US", "lv-LV", "fr-FR", "he-IL"] {
        put(at, &format!("{locale}/billing.md"), "---\ntitle: Billing\n---\n\n# Billing\n");
    }
    put(at, "en-US/a.md", "---\ntitle: A\n---\n\n# A\n\n[b](biling.md)\n");
    let translation = |key: &str, link: &str| {
        format!("---\ntitle: A\n{key}: {}\nms.date: 31/05/2023\n---\n\n# A\n\n[b]({link})\n", "0".repeat(40))
    };
    put(at, "lv-LV/a.md", translation("source_hash", "biling.md"));
    put(at, "fr-FR/a.md", translation("ms.openlocfilehash", "biling.md"));
    assert!(
        Command::new(env!("CARGO_BIN_EXE_faqtory"))
            .args(["stamp", "--article", "a"])
            .arg(at)
            .status()
            .unwrap()
            .success()
    );
    put(at, "he-IL/a.md", translation("ms.openlocfilehash", "biling.md"));
    let (_, _, printed) = check(at, &["--fix"]);
    // The original and the translation made by hand are fixed; of the current one, what the original does not have.
    assert!(!read(at, "en-US/a.md").contains("biling") && !read(at, "lv-LV/a.md").contains("biling"));
    let french = read(at, "fr-FR/a.md");
    assert!(french.contains("biling.md") && french.contains("05/31/2023"), "{french}");
    assert_eq!(read(at, "he-IL/a.md"), translation("ms.openlocfilehash", "biling.md"));
    assert!(printed.contains("1 file is made by a translation pipeline"), "{printed}");
    assert!(printed.contains("3 fixes not applied in 2 translations"), "{printed}");
    let before = bytes(at);
    check(at, &["--fix"]);
    assert_eq!(bytes(at), before);
    let (code, _, printed) = check(at, &["--fix", "--locale", "he-IL,fr-FR"]);
    assert!(code == 0 && printed.contains("fixed 3 problems in 2 files"), "{printed}");
}

/// Whether a pipeline hands it back is not known of a translation whose hash is damaged: it is fixed at once, not by the
/// next run.
fn a_damaged_hash_waits_for_nothing() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    for locale in ["en-US", "lv-LV"] {
        put(at, &format!("{locale}/billing.md"), "---\ntitle: Billing\n---\n\n# Billing\n");
    }
    fs::write(at.join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n").unwrap();
    put(at, "en-US/a.md", "---\ntitle: A\n---\n\n# A\n\n[b](biling.md)\n");
    put(at, "lv-LV/a.md", "---\ntitle: A\nms.openlocfilehash: //\n---\n\n# A\n\n[b](biling.md)\n");
    check(at, &["--fix"]);
    assert!(read(at, "lv-LV/a.md").contains("billing.md"));
    let before = bytes(at);
    check(at, &["--fix"]);
    assert_eq!(bytes(at), before);
}

/// Pieces of articles, flawed and not.
const PIECES: [&str; 16] = [
    "[b](biling.md) ",
    "[b](billing.md) ",
    "[b](BILLING.md)\n\n",
    "![p](Media/P.png) ",
    "text\n\n",
    "## Heading\n\n",
    "[x](#headng) ",
    "> [!NOTA]\n> x\n\n",
    "> [!TIPS]\n> x\n\n",
    "** bold** ",
    "[a] (https://e.example/) ",
    "[t](http://e.example/) ",
    "<a name=\"x\"></a>",
    "\u{5d0}\u{5d1} ",
    "`biling.md` ",
    "\r\n",
];

const KEYS: [&str; 6] = [
    "ms,.custom: 12\n",
    "ms.date: 31/05/2023\n",
    "titel: x\n",
    "title: x\n",
    "ms-custom: 3\n",
    "date: 13/01/2020\n",
];

fn article() -> impl Strategy<Value = String> {
    let keys = prop::collection::vec(prop::sample::select(&KEYS[..]), 0..4);
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..14);
    (keys, pieces, prop::sample::select(&["", "\u{feff}"][..]), prop::sample::select(&["\n", "\r\n"][..]))
        .prop_map(|(keys, pieces, bom, end)| {
            let text = format!("---\n{}---\n\n# A\n\n{}", keys.concat(), pieces.concat());
            format!("{bom}{}", text.replace("\r\n", "\n").replace('\n', end))
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    fn fixing_twice_changes_nothing(a in article(), b in article()) {
        let dir = TempDir::new().unwrap();
        let at = dir.path();
        put(at, "en-US/a.md", &a);
        put(at, "en-US/b.md", &b);
        put(at, "en-US/billing.md", "# Billing\n");
        put(at, "en-US/media/p.png", "");
        for arguments in [&["--fix"][..], &["--fix", "--unsafe-fixes"]] {
            let (_, _, printed) = check(at, arguments);
            prop_assert!(!printed.contains("come to no end"), "{}", printed);
            let once = bytes(at);
            let (_, _, printed) = check(at, arguments);
            prop_assert!(printed.ends_with("fixed nothing\n"), "{}", printed);
            prop_assert_eq!(bytes(at), once);
        }
        prop_assert!(fixable(at).is_empty());
        for (path, before) in [("en-US/a.md", &a), ("en-US/b.md", &b)] {
            let after = read(at, path);
            prop_assert_eq!(before.starts_with('\u{feff}'), after.starts_with('\u{feff}'));
            prop_assert_eq!(before.contains("\r\n"), after.contains("\r\n"));
            prop_assert!(!before.contains("\r\n") || after.matches('\n').count() == after.matches("\r\n").count());
        }
    }
}

/// What a reader sees of an article: its text without front matter, and without targets of links.
fn words(text: &str) -> Vec<&str> {
    let body =
        text.trim_start_matches('\u{feff}').strip_prefix("---").and_then(|rest| rest.split_once("\n---"));
    let body = body.map_or(text, |(_, body)| body);
    let texts = body.split("](").enumerate().map(|(at, part)| match part.split_once(')') {
        Some((_, text)) if at > 0 => text,
        _ => part,
    });
    texts
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect()
}

fn real(name: &'static str) {
    let from = shared(name);
    let dir = TempDir::new().unwrap();
    site::copy(&from, dir.path());
    let before = bytes(dir.path());
    let flaws = fixable(dir.path());
    let (_, patch, _) = check(dir.path(), &["--diff"]);
    let (code, _, printed) = check(dir.path(), &["--fix"]);
    assert!(code < 2 && !printed.contains("come to no end") && !printed.contains("not fixed"), "{printed}");
    note!("{name}: {flaws:?}\n{printed}");
    assert_eq!(patch.is_empty(), printed.contains("fixed nothing"));
    let after = bytes(dir.path());
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (path, old) in before.iter().filter(|(path, old)| after[*path] != **old) {
        // One name has invisible characters, which are shown by name.
        let shown = path.split('\u{200b}').next().unwrap_or(path);
        assert!(patch.contains(&format!("--- {shown}")), "{path}");
        let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(&after[path]));
        assert_eq!(old.contains("\r\n"), new.contains("\r\n"), "{path}");
        assert_eq!(old.starts_with('\u{feff}'), new.starts_with('\u{feff}'), "{path}");
        let (old, new) = (words(&old), words(&new));
        let kept = old.iter().filter(|word| new.contains(word)).count();
        assert!(kept * 10 >= old.len() * 9, "{path}: {kept} of {} words are left", old.len());
    }
    // What a pipeline hands back anew is left, and said; all else is at zero.
    let left = fixable(dir.path());
    assert!(left.is_empty() || printed.contains("hand-back is due"), "{left:?}\n{printed}");
    site::build(dir.path(), &[]);
}

fn a_real_source_and_its_translations() {
    real("corpus-with-source");
}

fn real_translations_without_their_source() {
    real("corpus");
}
