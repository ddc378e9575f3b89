//! `build --changes-since`: what a host has to be given is what differs between two sites.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site::{self, faqtory, text};

pub(crate) const TESTS: &[Test] = tests![
    the_list_is_what_differs,
    a_part_lists_its_own_files,
    a_list_is_lines_for_scripts,
    a_manifest_that_cannot_be_one_is_refused,
];

/// The files of a site without its records.
fn site_files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = site::files(dir).into_iter().filter(|name| !name.starts_with(".faqtory/"));
    names.map(|name| (name.clone(), fs::read(dir.join(&name)).unwrap())).collect()
}

fn paths(list: &Value) -> BTreeSet<String> {
    list.as_array().unwrap().iter().map(|path| path.as_str().unwrap().to_owned()).collect()
}

/// What an author does to the files of a project, one step a change.
fn edits() -> Vec<fn(&Path)> {
    fn article(at: &Path, name: &str, text: &str) {
        fs::write(
            at.join("content/en-US").join(name),
            format!("---\ntitle: {text}\n---\n\n# {text}\n\n{text} again.\n"),
        )
        .unwrap();
    }
    vec![
        |_| {},
        |at| article(at, "new one.md", "New"),
        |at| article(at, "new one.md", "Newer"),
        |at| fs::rename(at.join("content/en-US/new one.md"), at.join("content/en-US/other.md")).unwrap(),
        |at| {
            fs::write(at.join("content/en-US/x.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap()
        },
        |at| article(at, "other.md", "![X](x.svg)"),
        |at| {
            fs::write(
                at.join("content/en-US/x.svg"),
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><path/></svg>",
            )
            .unwrap()
        },
        |at| fs::remove_file(at.join("content/en-US/other.md")).unwrap(),
        |at| fs::remove_dir_all(at.join("content/th-TH")).unwrap(),
    ]
}

fn the_list_is_what_differs() {
    let project = site::pages();
    let sites = TempDir::new().unwrap();
    let deployed = sites.path().join("deployed");
    fs::create_dir(&deployed).unwrap();
    let in_place = sites.path().join("in-place");
    fs::create_dir(&in_place).unwrap();
    for (number, edit) in std::iter::once::<fn(&Path)>(|_| {}).chain(edits()).enumerate() {
        edit(project.path());
        let fresh = sites.path().join(format!("fresh-{number}"));
        let since = |manifest: &Path, out: &Path| {
            let made =
                site::build_into(project.path(), out, &["--changes-since", manifest.to_str().unwrap()]);
            made["changes"].clone()
        };
        let changes = since(&deployed, &fresh);
        let (old, new) = (site_files(&deployed), site_files(&fresh));
        let differs = |(path, bytes): &(&String, &Vec<u8>)| old.get(*path) != Some(*bytes);
        let wanted: BTreeSet<String> = new.iter().filter(differs).map(|(path, _)| path.clone()).collect();
        assert_eq!(paths(&changes["upload"]), wanted, "{number}");
        let gone: BTreeSet<String> = old.keys().filter(|path| !new.contains_key(*path)).cloned().collect();
        assert_eq!(paths(&changes["delete"]), gone, "{number}");
        let first_page = changes["upload"]
            .as_array()
            .unwrap()
            .iter()
            .position(|path| path.as_str().unwrap().ends_with(".html"));
        let last_other = changes["upload"]
            .as_array()
            .unwrap()
            .iter()
            .rposition(|path| !path.as_str().unwrap().ends_with(".html"));
        assert!(first_page.is_none() || first_page > last_other, "{number}: {changes}");
        if number == 1 {
            assert_eq!(changes, json!({"upload": [], "delete": [], "purge": []}));
        }
        // Written over the site before, the list and the site are the same.
        assert_eq!(since(&in_place, &in_place), changes, "{number}");
        assert_eq!(site_files(&in_place), new, "{number}");
        // The host does what the list says.
        for path in gone {
            fs::remove_file(deployed.join(path)).unwrap();
        }
        for path in wanted {
            let to = deployed.join(&path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(fresh.join(&path), to).unwrap();
        }
        assert_eq!(site_files(&deployed), new, "{number}");
        let _ = fs::remove_dir_all(deployed.join(".faqtory"));
        site::copy(&fresh.join(".faqtory"), &deployed.join(".faqtory"));
    }
}

fn a_part_lists_its_own_files() {
    let project = site::pages();
    let sites = TempDir::new().unwrap();
    let (last, out) = (sites.path().join("last"), sites.path().join("out"));
    site::build_into(project.path(), &out, &[]);
    site::copy(&out.join(".faqtory"), &last);
    fs::write(project.path().join("content/en-US/extra.md"), "# Extra\n").unwrap();
    let part = ["--changes-since", last.to_str().unwrap(), "--locale", "th-TH"];
    let changes = &site::build_into(project.path(), &out, &part)["changes"];
    let uploaded = paths(&changes["upload"]);
    assert!(!uploaded.is_empty() && uploaded.iter().all(|path| path.starts_with("th-th/")), "{uploaded:?}");
    assert_eq!(changes["delete"], json!([]));
}

fn a_list_is_lines_for_scripts() {
    let project = site::project(&[
        ("faqtory.toml", "[site]\nbase_url = \"https://example.com/help\"\n"),
        ("content/en-US/a.md", "# A\n\nText.\n"),
    ]);
    let at = project.path();
    site::printed(at, &["build", "--quiet"]);
    let since = || {
        let output = faqtory(at, &["build", "--changes-since", "public/.faqtory"]);
        assert_eq!(output.status.code(), Some(0));
        (text(&output.stdout), text(&output.stderr))
    };
    let (list, summary) = since();
    assert_eq!(list, "");
    assert!(summary.contains("0 written"), "{summary}");
    fs::rename(at.join("content/en-US/a.md"), at.join("content/en-US/b.md")).unwrap();
    let (list, _) = since();
    for line in [
        "upload en-us/b/index.html",
        "delete en-us/a/index.html",
        "purge /help/en-us/a/",
        "purge /help/en-us/a/index.html",
        "purge /help/en-us/b/",
        "purge /help/en-us/",
        "purge /help/en-us/index.html",
    ] {
        assert!(list.lines().any(|other| other == line), "{line}\n{list}");
    }
    let kinds: Vec<&str> = list.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(
        kinds.is_sorted_by_key(|kind| ["upload", "delete", "purge"].iter().position(|it| it == kind)),
        "{list}"
    );
}

fn a_manifest_that_cannot_be_one_is_refused() {
    let project = site::project(&[("content/en-US/a.md", "# A\n\nText.\n")]);
    let at = project.path();
    let hash = "0".repeat(32);
    for (record, wanted) in [
        (format!("en-us/a/index.html\t{hash}\n../x\t{hash}\n"), "root.txt:2: this names no file of a site"),
        ("/etc/passwd\n".to_owned(), "root.txt:1: this names no file of a site"),
        ("a\thash\n".to_owned(), "root.txt:1: this names no file of a site"),
    ] {
        fs::create_dir_all(at.join("last")).unwrap();
        fs::write(at.join("last/root.txt"), record).unwrap();
        let output = faqtory(at, &["build", "--changes-since", "last"]);
        assert_eq!(output.status.code(), Some(2));
        let said = text(&output.stderr);
        assert!(
            said.contains(wanted) && said.contains("help: name a copy of the folder `.faqtory`"),
            "{said}"
        );
        assert!(!at.join("public").exists(), "nothing is built then");
    }
    for (manifest, wanted) in
        [("content", "content has no record of a site"), ("nowhere", "cannot read the manifest nowhere")]
    {
        let output = faqtory(at, &["build", "--changes-since", manifest]);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(wanted), "{}", text(&output.stderr));
    }
    // Of files without a hash, as older versions have recorded them, nothing is known: they are uploaded.
    fs::write(at.join("last/root.txt"), "index.html\n").unwrap();
    let output = faqtory(at, &["build", "--changes-since", "last", "--format", "json"]);
    let made: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(paths(&made["changes"]["upload"]).contains("index.html"));
}
