//! What articles include by the syntax of their generators: on their pages, in the search, in findings, and nothing from elsewhere.

use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{Html, Selector};
use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    parts_of_files_and_code_of_vitepress,
    code_and_sections_of_mkdocs,
    nothing_from_outside,
    many_includes
];

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn findings(folder: &Path) -> String {
    let mut check = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let output = check.current_dir(folder).args(["check", "--format", "json"]).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter();
    let shown = found.filter(|found| found["code"] != "translation-missing").map(|found| {
        let text = |key: &str| found[key].as_str().unwrap();
        format!("{}:{} {}: {}\n", text("path"), found["line"], text("code"), text("message"))
    });
    shown.collect()
}

/// The text of a page, without empty lines.
fn text(site: &Path, page: &str) -> String {
    let html = Html::parse_document(&fs::read_to_string(site.join(page)).unwrap());
    let body = Selector::parse(".text").unwrap();
    let text: String = html.select(&body).flat_map(|body| body.text()).collect();
    text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

const CONFIG: &str = "export default { lang: 'en-US', srcExclude: ['parts/**'], locales: { root: { lang: 'en-US' }, fr: { lang: 'fr-FR' } } }\n";

fn parts_of_files_and_code_of_vitepress() {
    let folder = TempDir::new().unwrap();
    let files = [
        ("docs/.vitepress/config.mts", CONFIG),
        (
            "docs/guide.md",
            "# Guide\n\n<!--@include: ./parts/one.md-->\n\n<!--@include: ./parts/one.md#deep-->\n\n<<< @/code/a.js#setup{2} [Setup]\n\n\
             <<< ../src/a.py\n\n[Deep](#deep)\n",
        ),
        (
            "docs/fr/guide.md",
            "# Le guide\n\nTexte.\n\n<!--@include: ../parts/one.md#deep-->\n\n<<< ./code/a.js#setup\n",
        ),
        (
            "docs/parts/one.md",
            "---\ntitle: One\n---\nFirst heron, [gone](gone.md).\n\n## Deep\n\nSecond heron.\n",
        ),
        ("docs/parts/unused.md", "# Unused\n"),
        ("docs/code/a.js", "// #region setup\nconst heron = 1;\nstart();\n// #endregion setup\nstop();\n"),
        ("src/a.py", "print('heron')\n"),
    ];
    write(folder.path(), &files);
    insta::assert_snapshot!(findings(folder.path()), @"docs/parts/one.md:4 file-not-found: no article or file at `gone.md`");
    let built = site::build(folder.path(), &[]);
    assert_eq!(site::findings(&built.dir(), None), Vec::<String>::new());
    insta::assert_snapshot!(text(&built.dir(), "en-us/guide/index.html"), @"
    First heron, gone.
    Deep
    Second heron.
    Second heron.
    const heron = 1;
    start();
    print('heron')
    Deep
    ");
    insta::assert_snapshot!(text(&built.dir(), "fr/guide/index.html"), @"
    Texte.
    Second heron.
    const heron = 1;
    start();
    ");
    let page = fs::read_to_string(built.dir().join("fr/guide/index.html")).unwrap();
    assert!(page.contains("<div lang=\"en-US\" dir=\"ltr\"><p>Second heron.</p>"), "{page}");
    assert!(page.contains("<code class=\"language-js\">"), "{page}");
}

fn code_and_sections_of_mkdocs() {
    let folder = TempDir::new().unwrap();
    let files = [
        (
            "mkdocs.yml",
            "site_name: x\ntheme: {language: en}\nmarkdown_extensions:\n- pymdownx.snippets:\n    base_path: [code]\n",
        ),
        (
            "docs/index.md",
            "# Home\n\n```python title=\"A\"\n--8<-- \"a.py:part\"\n```\n\n--8<-- \"snippets/x.md:2:2\"\n\n1. item\n\n    --8<-- \"snippets/x.md\"\n",
        ),
        ("code/a.py", "import os\n# --8<-- [start:part]\nprint(1)\n# --8<-- [end:part]\n"),
        ("snippets/x.md", "One.\nTwo.\n\n--8<-- [start:x]\nThree.\n--8<-- [end:x]\n"),
    ];
    write(folder.path(), &files);
    assert_eq!(findings(folder.path()), "");
    let built = site::build(folder.path(), &[]);
    insta::assert_snapshot!(text(&built.dir(), "en/index.html"), @"
    A
    print(1)
    Two.
    item
    One.
    Two.
    Three.
    ");
}

/// Files are shown only where they are input: below the project, by no link that leads out of it.
fn nothing_from_outside() {
    let folder = TempDir::new().unwrap();
    let secret = "rootsecret";
    let project = folder.path().join("project");
    let config = "export default { lang: 'en-US' }\n";
    let text_of = "# A\n\n<<< ../../secret.js\n\n<<< ./link.js\n\n<<< @/../../secret.js\n\n<!--@include: ../../secret.md-->\n\n\
                   <!--@include: ./link.md-->\n\n<<< FOLDER/secret.js\n\n<<< /etc/passwd\n\n<<< ./.env\n";
    let text_of = text_of.replace("FOLDER", &folder.path().to_string_lossy());
    write(folder.path(), &[("secret.js", secret), ("secret.md", secret)]);
    let files = [("docs/.vitepress/config.js", config), ("docs/a.md", &*text_of), ("docs/.env", secret)];
    write(&project, &files);
    #[cfg(unix)]
    for name in ["js", "md"] {
        let target = folder.path().join(format!("secret.{name}"));
        std::os::unix::fs::symlink(target, project.join(format!("docs/link.{name}"))).unwrap();
    }
    let built = site::build(&project, &[]);
    for path in site::files(&built.dir()) {
        let bytes = fs::read(built.dir().join(&path)).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains(secret), "{path}");
    }
    let found = findings(&project).matches("include-not-found").count();
    assert_eq!(found, 8, "{}", findings(&project));
}

fn many_includes() {
    let folder = TempDir::new().unwrap();
    let lines = |start: &str| -> String { (0..20_000).map(|line| format!("{start}{line}\n\n")).collect() };
    let parts: String =
        (0..20_000).map(|line| format!("<!--@include: ./x.md{{{line},{line}}}-->\n\n")).collect();
    let files = [
        ("docs/.vitepress/config.js", "export default { lang: 'en-US' }\n"),
        ("docs/a.md", &*format!("# A\n\n<!--@include: ./a.md-->\n\n{parts}")),
        ("docs/x.md", &*lines("Line ")),
    ];
    write(folder.path(), &files);
    let found = findings(folder.path());
    assert!(
        found.contains("too many parts are included of `docs/x.md`"),
        "{}",
        &found[..found.len().min(2000)]
    );
    assert!(found.contains("circular-reference"));
}
