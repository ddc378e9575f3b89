//! Tests of the module `output`: folders of their own in, what stands in them out.

use std::collections::BTreeMap;
use std::thread;

use tempfile::TempDir;

use super::*;

mod harm;

type Site<'a> = [(&'a str, &'a str)];

const SITE: &Site<'_> = &[
    ("assets/style.1f.css", "p{}"),
    ("he-il/a/index.html", "<p>a"),
    ("he-il/index.html", "<p>he"),
    ("index.html", "<p>all"),
    ("lv-lv/a/index.html", "<p>a lv"),
];

fn whole() -> SiteParts {
    SiteParts::whole(["he-il", "lv-lv"].map(str::to_owned)).unwrap()
}

fn locale(slug: &str) -> SitePart {
    SitePart::Locale(slug.to_owned())
}

fn planned(dir: &Path, parts: SiteParts, site: &Site<'_>) -> Output {
    let mut output = Output::open(dir, parts, &[]).unwrap();
    output.plan(site.iter().map(|(path, _)| (*path).to_owned())).unwrap();
    output
}

fn build(dir: &Path, parts: SiteParts, site: &Site<'_>) -> Summary {
    let output = planned(dir, parts, site);
    for (path, text) in site {
        output.put(path, text.as_bytes()).unwrap();
    }
    output.finish().unwrap()
}

/// Every file and every empty folder, with its bytes.
fn tree(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut tree = BTreeMap::new();
    for entry in walkdir::WalkDir::new(dir).min_depth(1) {
        let entry = entry.unwrap();
        let name = entry.path().strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
        if entry.file_type().is_file() {
            tree.insert(name, fs::read(entry.path()).unwrap());
        } else if fs::read_dir(entry.path()).unwrap().next().is_none() {
            tree.insert(name, Vec::new());
        }
    }
    tree
}

fn names(dir: &Path) -> Vec<String> {
    tree(dir).into_keys().collect()
}

fn error<T>(result: Result<T>) -> String {
    format!("{:#}", result.err().expect("should have failed"))
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..32].to_owned()
}

#[test]
fn writes_files_and_records() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().join("new/public");
    let summary = build(&out, whole(), SITE);
    assert_eq!(summary, Summary { files: 8, unchanged: 0, removed: 0 });
    assert_eq!(
        names(&out),
        [
            ".faqtory/he-il.txt",
            ".faqtory/lv-lv.txt",
            ".faqtory/root.txt",
            "assets/style.1f.css",
            "he-il/a/index.html",
            "he-il/index.html",
            "index.html",
            "lv-lv/a/index.html",
        ]
    );
    assert_eq!(fs::read_to_string(out.join("he-il/a/index.html")).unwrap(), "<p>a");
    assert_eq!(
        fs::read_to_string(out.join(".faqtory/he-il.txt")).unwrap(),
        format!("he-il/a/index.html\t{}\nhe-il/index.html\t{}\n", hash(b"<p>a"), hash(b"<p>he"))
    );
    assert_eq!(
        fs::read_to_string(out.join(".faqtory/root.txt")).unwrap(),
        format!("assets/style.1f.css\t{}\nindex.html\t{}\n", hash(b"p{}"), hash(b"<p>all"))
    );
}

#[cfg(unix)]
#[test]
fn second_build_touches_nothing() {
    use std::os::unix::fs::MetadataExt;
    let state = |dir: &Path| -> Vec<_> {
        let entries = walkdir::WalkDir::new(dir).sort_by_file_name().into_iter();
        entries
            .map(|entry| entry.unwrap().metadata().unwrap())
            .map(|there| (there.ino(), there.mtime(), there.mtime_nsec(), there.ctime_nsec()))
            .collect()
    };
    let dir = TempDir::new().unwrap();
    let first = build(dir.path(), whole(), SITE);
    let before = state(dir.path());
    let second = build(dir.path(), whole(), SITE);
    assert_eq!(second, Summary { unchanged: first.files, ..first });
    assert_eq!(state(dir.path()), before, "folders included");
}

#[test]
fn a_site_without_pages_is_a_site() {
    let dir = TempDir::new().unwrap();
    assert_eq!(build(dir.path(), whole(), &[]), Summary { files: 3, unchanged: 0, removed: 0 });
    assert_eq!(build(dir.path(), whole(), &[]), Summary { files: 3, unchanged: 3, removed: 0 });
}

#[test]
fn rewrites_only_what_differs() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), whole(), SITE);
    let output = planned(dir.path(), whole(), SITE);
    assert_eq!(output.put("index.html", b"<p>any").unwrap(), PutOutcome::Rewritten, "same length");
    assert_eq!(output.put("he-il/index.html", b"<p>he").unwrap(), PutOutcome::Unchanged);
    assert_eq!(output.put("he-il/a/index.html", b"").unwrap(), PutOutcome::Rewritten);
    assert_eq!(output.put("assets/style.1f.css", b"p{}").unwrap(), PutOutcome::Unchanged);
    assert_eq!(output.put("lv-lv/a/index.html", b"<p>a lv").unwrap(), PutOutcome::Unchanged);
    assert_eq!(output.finish().unwrap(), Summary { files: 8, unchanged: 4, removed: 0 }, "two records too");
    assert_eq!(fs::read_to_string(dir.path().join("index.html")).unwrap(), "<p>any");
}

#[test]
fn removes_what_is_stale_and_nothing_else() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), whole(), SITE);
    fs::write(dir.path().join("CNAME"), "example.org").unwrap();
    fs::create_dir(dir.path().join("he-il/kept")).unwrap();
    let summary = build(dir.path(), whole(), &[("index.html", "<p>all"), ("he-il/b/index.html", "b")]);
    assert_eq!(summary.removed, 4);
    let left = names(dir.path());
    assert_eq!(left[3..], ["CNAME", "he-il/b/index.html", "he-il/kept", "index.html"], "{left:?}");
}

#[test]
fn a_locale_that_is_gone_loses_its_folder() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), whole(), SITE);
    let parts = SiteParts::whole(["he-il".to_owned()]).unwrap();
    let summary = build(dir.path(), parts, &SITE[..4]);
    assert_eq!(summary, Summary { files: 6, unchanged: 6, removed: 2 });
    assert!(!dir.path().join("lv-lv").exists() && !dir.path().join(".faqtory/lv-lv.txt").exists());
}

#[test]
fn a_folder_changes_hands_between_parts() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), whole(), SITE);
    let parts = || SiteParts::whole(["he-il".to_owned()]).unwrap();
    let summary = build(dir.path(), parts(), SITE);
    assert_eq!((summary.files, summary.removed), (7, 1), "only the record goes");
    assert!(dir.path().join("lv-lv/a/index.html").exists());
    build(dir.path(), whole(), SITE);
    let fresh = TempDir::new().unwrap();
    build(fresh.path(), whole(), SITE);
    assert_eq!(tree(dir.path()), tree(fresh.path()));
}

#[test]
fn parts_built_apart_are_the_whole() {
    let (apart, together) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    build(together.path(), whole(), SITE);
    let only = |part: SitePart| SiteParts::only([part]).unwrap();
    let of = |start: &str| -> Vec<_> {
        SITE.iter().copied().filter(|(path, _)| path.starts_with(start)).collect()
    };
    build(apart.path(), only(locale("lv-lv")), &of("lv-lv/"));
    build(apart.path(), only(locale("he-il")), &of("he-il/"));
    build(apart.path(), only(SitePart::Root), &[SITE[0], SITE[3]]);
    assert_eq!(tree(apart.path()), tree(together.path()));
    // A part built again leaves the others alone, even with nothing in it.
    build(apart.path(), only(locale("he-il")), &[]);
    assert_eq!(names(apart.path())[3..], ["assets/style.1f.css", "index.html", "lv-lv/a/index.html"]);
}

#[test]
fn refuses_what_is_outside_the_parts_built() {
    let dir = TempDir::new().unwrap();
    let mut output = Output::open(dir.path(), SiteParts::only([locale("he-il")]).unwrap(), &[]).unwrap();
    for path in ["index.html", "lv-lv/index.html", "he-il"] {
        let message = error(output.plan([path.to_owned()]));
        assert_eq!(message, format!("{path} is in no part that is built"));
    }
    for slug in ["", ".", "..", "a/b", "root", ".faqtory", "a\\b"] {
        assert!(SiteParts::whole([slug.to_owned()]).is_err(), "{slug}");
    }
}

#[test]
fn a_kill_leaves_nothing_behind_after_the_next_build() {
    let (dir, fresh) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    build(dir.path(), whole(), SITE);
    let other = [("he-il/x/y/index.html", "x"), ("index.html", "new"), ("lv-lv/z/index.html", "z")];
    let output = planned(dir.path(), whole(), &other);
    output.put("he-il/x/y/index.html", b"x").unwrap();
    fs::write(dir.path().join(TEMPORARY).join("7"), "half").unwrap();
    // A folder was made, its page was not.
    fs::create_dir_all(dir.path().join("lv-lv/z")).unwrap();
    drop(output);
    assert_eq!(fs::read_to_string(dir.path().join("index.html")).unwrap(), "<p>all", "old pages stand");
    let site = &SITE[3..];
    build(dir.path(), whole(), site);
    build(fresh.path(), whole(), site);
    assert_eq!(tree(dir.path()), tree(fresh.path()));
}

#[test]
fn a_first_build_stands_there_all_at_once() {
    let (dir, fresh) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let half = planned(dir.path(), whole(), SITE);
    for (path, text) in &SITE[1..] {
        half.put(path, text.as_bytes()).unwrap();
        assert!(!dir.path().join(path).exists(), "{path} before all others are there");
    }
    assert!(error(half.put("index.html", b"again")).contains("two pages or files"));
    drop(half);
    build(dir.path(), whole(), &SITE[2..]);
    build(fresh.path(), whole(), &SITE[2..]);
    assert_eq!(tree(dir.path()), tree(fresh.path()), "what a killed one left is gone");
}

#[test]
fn a_first_build_writes_over_nobody() {
    let dir = TempDir::new().unwrap();
    let output = planned(dir.path(), whole(), SITE);
    for (path, text) in SITE {
        output.put(path, text.as_bytes()).unwrap();
    }
    fs::create_dir_all(dir.path().join("he-il/mine")).unwrap();
    let said = error(output.finish());
    assert!(said.contains("cannot write") && said.contains("he-il"), "{said}");
    assert!(dir.path().join("he-il/mine").is_dir());
}

#[test]
fn waits_for_another_build() {
    let dir = TempDir::new().unwrap();
    let first = planned(dir.path(), whole(), SITE);
    thread::scope(|scope| {
        let second = scope.spawn(|| build(dir.path(), whole(), SITE));
        for (path, text) in SITE {
            first.put(path, text.as_bytes()).unwrap();
        }
        first.finish().unwrap();
        assert_eq!(second.join().unwrap().unchanged, 8);
    });
}

#[test]
fn every_file_has_one_writer() {
    let dir = TempDir::new().unwrap();
    let output = planned(dir.path(), whole(), SITE);
    assert_eq!(error(output.put("other.html", b"")), "other.html was written without a plan");
    output.put("index.html", b"1").unwrap();
    assert_eq!(error(output.put("index.html", b"2")), "two pages or files of the site want to be index.html");
}

#[test]
fn files_and_folders_take_each_others_place() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), whole(), &[("he-il/x", "file"), ("he-il/y/z/index.html", "page")]);
    build(dir.path(), whole(), &[("he-il/x/index.html", "page"), ("he-il/y", "file")]);
    assert_eq!(names(dir.path())[3..], ["he-il/x/index.html", "he-il/y"]);
    build(dir.path(), whole(), &[("he-il/x", "file"), ("he-il/y/z/index.html", "page")]);
    assert_eq!(names(dir.path())[3..], ["he-il/x", "he-il/y/z/index.html"]);
}

#[test]
fn what_is_not_ours_is_not_removed_to_make_way() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), whole(), SITE);
    fs::write(dir.path().join("he-il/x"), "theirs").unwrap();
    fs::create_dir(dir.path().join("he-il/y")).unwrap();
    fs::write(dir.path().join("he-il/y/z"), "theirs").unwrap();
    let output = planned(dir.path(), whole(), &[("he-il/x/index.html", ""), ("he-il/y", "")]);
    assert!(
        error(output.put("he-il/x/index.html", b""))
            .ends_with("x is a file, but must be a folder\nhelp: remove it")
    );
    assert!(error(output.put("he-il/y", b"")).starts_with("cannot write he-il/y to "));
    assert!(dir.path().join("he-il/x").is_file() && dir.path().join("he-il/y/z").is_file());
}

#[test]
fn copies_files() {
    let dir = TempDir::new().unwrap();
    let (source, out) = (dir.path().join("source.png"), dir.path().join("public"));
    let bytes: Vec<u8> = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
    fs::write(&source, &bytes).unwrap();
    let copy = |expected: PutOutcome| {
        let output = planned(&out, whole(), &[("he-il/a.png", "")]);
        assert_eq!(output.copy("he-il/a.png", &source).unwrap(), expected);
        output.finish().unwrap()
    };
    copy(PutOutcome::Rewritten);
    copy(PutOutcome::Unchanged);
    assert_eq!(fs::read(out.join("he-il/a.png")).unwrap(), bytes);
    let mut other = bytes;
    *other.last_mut().unwrap() ^= 1;
    fs::write(&source, other).unwrap();
    copy(PutOutcome::Rewritten);

    let output = planned(&out, whole(), &[("he-il/a.png", "")]);
    assert!(error(output.copy("he-il/a.png", dir.path())).ends_with("not a file"));
    assert!(error(output.copy("he-il/a.png", &dir.path().join("absent"))).starts_with("cannot read "));
}

#[test]
fn many_threads() {
    use rayon::prelude::*;
    let dir = TempDir::new().unwrap();
    let paths: Vec<String> =
        (0..500).map(|number| format!("he-il/{}/{number}/index.html", number % 7)).collect();
    for expected in [PutOutcome::Rewritten, PutOutcome::Unchanged] {
        let mut output = Output::open(dir.path(), whole(), &[]).unwrap();
        output.plan(paths.iter().cloned()).unwrap();
        let written: Result<Vec<_>> =
            paths.par_iter().map(|path| output.put(path, path.as_bytes())).collect();
        assert!(written.unwrap().iter().all(|written| *written == expected));
        assert_eq!(output.finish().unwrap().files, 503);
    }
}
