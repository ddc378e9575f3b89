//! Files of static folders: each is at its path below the root of the site, and pages lead there; what the site makes itself stays.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    files_of_static_folders_are_at_the_root,
    what_the_site_makes_itself_stays,
    the_parts_are_the_whole,
    old_addresses_without_a_locale_lead_on,
    references_of_hugo_are_links,
    a_file_that_runs_is_not_copied_and_a_picture_is_cleaned,
];

const CONFIGURATION: &str = "module.exports = { i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } };\n";

const FRENCH: &str = "i18n/fr/docusaurus-plugin-content-docs/current";

/// A site of Docusaurus in two languages.
fn project(files: &[(&str, &str)]) -> TempDir {
    let text = "---\ntitle: A\n---\n# A\n\n![x](/img/x.png) [pdf](/files/x.pdf?v=1) [y](../static/img/y.png) [b](/docs/b.html)\n";
    let french = format!("{FRENCH}/a.md");
    let common = [
        ("docusaurus.config.js", CONFIGURATION),
        ("docs/a.md", text),
        ("docs/b.md", "---\ntitle: B\n---\n# B\n\n[a](./a.html)\n"),
        (french.as_str(), text),
        ("static/img/x.png", "x"),
        ("static/img/y.png", "y"),
        ("static/img/alone.png", "alone"),
        ("static/files/x.pdf", "%PDF"),
    ];
    site::project(&[&common, files].concat())
}

/// `path code` of every finding.
fn found(dir: &Path) -> Vec<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let output = command.arg("check").arg(dir).args(["--format", "json"]).output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |found: &serde_json::Value, key: &str| found[key].as_str().unwrap().to_owned();
    let line = |found| format!("{} {}", text(found, "path"), text(found, "code"));
    report["diagnostics"].as_array().unwrap().iter().map(line).collect()
}

fn of_code(dir: &Path, code: &str) -> Vec<String> {
    found(dir).into_iter().filter(|line| line.ends_with(&format!(" {code}"))).collect()
}

fn page(dir: &Path, path: &str) -> String {
    fs::read_to_string(dir.join(path)).unwrap()
}

fn files_of_static_folders_are_at_the_root() {
    let project = project(&[]);
    let built = site::build(project.path(), &["--verify"]);
    let dir = built.dir();
    for (path, text) in
        [("img/x.png", "x"), ("img/y.png", "y"), ("img/alone.png", "alone"), ("files/x.pdf", "%PDF")]
    {
        assert_eq!(page(&dir, path), text, "{path}");
    }
    for locale in ["en", "fr"] {
        let html = page(&dir, &format!("{locale}/docs/a/index.html"));
        for link in [
            "src=\"../../../img/x.png\"",
            "href=\"../../../files/x.pdf?v=1\"",
            "href=\"../../../img/y.png\"",
            "href=\"../b/\"",
        ] {
            assert!(html.contains(link), "{locale}: {link}: {html}");
        }
    }
    assert_eq!(site::findings(&dir, None), [""; 0]);
    assert_eq!(found(project.path()).iter().filter(|line| line.contains("not-")).count(), 0);
}

fn what_the_site_makes_itself_stays() {
    let project = project(&[
        ("static/robots.txt", "mine"),
        ("static/llms.txt", "mine"),
        ("static/assets/z.png", "mine"),
        ("static/fr/z.png", "mine"),
        ("static/open/z.png", "mine"),
        ("static/index.html", "mine"),
        ("docs/c.md", "---\ntitle: C\n---\n# C\n\n![z](/assets/z.png) ![z](/fr/z.png)\n"),
    ]);
    let built = site::build(project.path(), &[]);
    let dir = built.dir();
    let mine = site::files(&dir).into_iter().filter(|path| fs::read(dir.join(path)).unwrap() == b"mine");
    // What an article shows has a copy of its own; two equal files are one.
    let mine: Vec<String> = mine.collect();
    assert!(matches!(&mine[..], [path] if path.starts_with("assets/z.")), "{mine:?}");
    assert_eq!(
        of_code(project.path(), "static-file-not-served").len(),
        6,
        "{:?}",
        of_code(project.path(), "static-file-not-served")
    );
    assert_eq!(site::findings(&dir, None), [""; 0]);
}

fn the_parts_are_the_whole() {
    let project = project(&[]);
    let whole = site::build(project.path(), &[]);
    let parts = TempDir::new().unwrap();
    let out = parts.path().join("public");
    site::build_into(project.path(), &out, &["--locale", "fr"]);
    assert!(!out.join("img").exists());
    site::build_into(project.path(), &out, &["--locale", "en", "--root"]);
    assert_eq!(site::files(&out), site::files(&whole.dir()));
    let again = site::build_into(project.path(), &whole.dir(), &[]);
    assert_eq!(again["files"], again["unchanged"]);
    fs::remove_file(project.path().join("static/img/alone.png")).unwrap();
    site::build_into(project.path(), &whole.dir(), &[]);
    assert!(!whole.dir().join("img/alone.png").exists());
}

fn a_file_that_runs_is_not_copied_and_a_picture_is_cleaned() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"><script>x()</script></svg>";
    let project = project(&[
        ("static/x.svg", svg),
        ("static/x.js", "x"),
        ("static/x.php.png", "x"),
        ("static/demo/x.html", "<script>x()</script>"),
        ("static/x.css", "x"),
        ("static/fake.png", "<html><script>x()</script>"),
    ]);
    let built = site::build(project.path(), &[]);
    let names = site::files(&built.dir());
    for gone in ["x.js", "x.php.png", "demo/x.html", "x.css", "fake.png"] {
        assert!(!names.iter().any(|name| name == gone), "{gone}");
    }
    let drawn = page(&built.dir(), "x.svg");
    assert!(!drawn.contains("x()"), "{drawn}");
    assert_eq!(site::findings(&built.dir(), None), [""; 0]);
}

fn old_addresses_without_a_locale_lead_on() {
    let project = project(&[
        ("docs/open/x.md", "---\ntitle: X\n---\n# X\n"),
        ("docs/x.png.md", "---\ntitle: Y\n---\n# Y\n"),
        ("static/docs/x.png", "x"),
    ]);
    let built = site::build(project.path(), &["--verify"]);
    let html = page(&built.dir(), "docs/a/index.html");
    assert!(html.contains("url=../../en/docs/a/"), "{html}");
    assert_eq!(page(&built.dir(), "docs/x.png"), "x");
    let rules = page(&built.dir(), "_redirects");
    assert!(rules.contains("/docs/a/ /en/docs/a/ 301\n"), "{rules}");
    assert!(rules.contains("/docs/open/x/ /en/docs/open/x/ 301\n"), "{rules}");
    assert_eq!(site::findings(&built.dir(), None), [""; 0]);
    // Folders of locales have theirs in the address.
    let folders = site::project(&[("content/en/a.md", "# A\n"), ("content/fr/a.md", "# A\n")]);
    assert!(!site::build(folders.path(), &[]).dir().join("a").exists());
}

fn references_of_hugo_are_links() {
    let project = site::project(&[
        (
            "hugo.toml",
            "contentDir = \"docs\"\ndefaultContentLanguage = \"en\"\n[languages.en]\n[languages.fr]\n",
        ),
        ("docs/_index.md", "---\ntitle: Home\n---\n"),
        (
            "docs/a.md",
            "---\ntitle: A\n---\n# A\n\nSee [the *b*]({{< ref \"b.md#c\" >}}), [gone]({{< relref \"gone.md\" >}}).\n",
        ),
        ("docs/b.md", "---\ntitle: B\n---\n# B\n\n## C\n\nx\n"),
        ("docs/b.fr.md", "---\ntitle: B\n---\n# B\n\n## C\n\nx\n"),
    ]);
    let built = site::build(project.path(), &["--verify"]);
    let html = page(&built.dir(), "en/a/index.html");
    assert!(html.contains("See <a href=\"../b/#c\">the <em>b</em></a>, gone."), "{html}");
    assert_eq!(of_code(project.path(), "file-not-found").len(), 1);
    assert_eq!(site::findings(&built.dir(), None), [""; 0]);
}
