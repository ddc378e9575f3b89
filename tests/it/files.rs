//! `faqtory files`, and what `build` and `check` say of the layout.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::harness::{Test, tests};

pub(crate) const TESTS: &[Test] = tests![
    every_file_is_listed_with_what_it_is_taken_for,
    a_home_without_a_title_is_called_after_the_site,
    files_are_listed_where_none_is_an_article,
    what_had_to_be_guessed_is_asked_for_in_lines_that_can_be_pasted,
];

fn faqtory(dir: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_faqtory")).current_dir(dir).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn project(files: &[(&str, &str)]) -> TempDir {
    let dir = TempDir::new().unwrap();
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

fn every_file_is_listed_with_what_it_is_taken_for() {
    let dir = project(&[
        ("astro.config.mjs", "export default { locales: { root: { lang: 'en' } } }\n"),
        ("src/content/docs/index.mdx", "# Home\n"),
        ("src/content/docs/fr/index.md", "# Accueil\n"),
        ("src/content/docs/fr/new.md", "---\ndraft: true\n---\n# Bientôt\n"),
        ("public/sign.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("README.md", "# The repository\n"),
    ]);
    let listed = faqtory(dir.path(), &["files"]);
    insta::assert_snapshot!(text(&listed.stdout), @r"
    README.md                     not read       outside the folders of articles
    astro.config.mjs              configuration
    public/sign.svg               static file    Starlight, public
    src/content/docs/fr/index.md  article        index in fr; Starlight, src/content/docs/fr
    src/content/docs/fr/new.md    not read       a draft
    src/content/docs/index.mdx    article        index in en; Starlight, src/content/docs
    ");
    insta::assert_snapshot!(text(&listed.stderr), @"Starlight, 2 locales, source en (astro.config.mjs); 2 files not read: a draft (1), outside the folders of articles (1); `faqtory files` lists them");
    let built = faqtory(dir.path(), &["build", "--out", "site", "--format", "json"]);
    let summary: serde_json::Value = serde_json::from_slice(&built.stdout).unwrap();
    assert_eq!((&summary["layout"], &summary["not_read"]), (&"Starlight".into(), &2.into()));
    assert!(text(&faqtory(dir.path(), &["check"]).stderr).contains("Starlight, 2 locales, source en"));
}

fn files_are_listed_where_none_is_an_article() {
    let dir = project(&[
        ("hugo.toml", "title = 'x'\n"),
        ("content/a.md", "---\ndraft: true\n---\nA\n"),
        ("content/b.md", "B\n"),
        ("content/.c.md", "C\n"),
        ("static/robots.txt", "x"),
        ("faqtory.toml", "[content]\nexclude = [\"b.*\"]\n"),
    ]);
    let listed = faqtory(dir.path(), &["files"]);
    insta::assert_snapshot!(text(&listed.stdout), @"
    content/.c.md      not read       its name begins with a dot
    content/a.md       not read       a draft
    content/b.md       not read       content.exclude leaves it out
    hugo.toml          configuration
    static/robots.txt  not served     Hugo, static
    ");
    insta::assert_snapshot!(text(&listed.stderr), @"no articles; 2 files not read: a draft (1), its name begins with a dot (1); `faqtory files` lists them");
    let built = text(&faqtory(dir.path(), &["build"]).stderr);
    let (_, why) = built.split_once("there are no articles in ").unwrap();
    insta::assert_snapshot!(why.split_once(": ").unwrap().1, @"
    the files there are not read: a draft (1), content.exclude leaves it out (1), its name begins with a dot (1)
    help: `faqtory files` lists them; `faqtory build --drafts` builds drafts too; in the globs of content.exclude, `*` stops at `/`
    ");
    assert!(faqtory(dir.path(), &["build", "--drafts"]).status.success());
}

fn a_home_without_a_title_is_called_after_the_site() {
    let dir = project(&[
        ("content/en/index.md", "---\nlayout: home\n---\nWelcome.\n"),
        ("content/fr/index.md", "# Accueil\n"),
        ("content/en/guide/index.md", "Words.\n"),
    ]);
    let built = faqtory(dir.path(), &["build", "--verify", "--out", "site"]);
    assert!(text(&built.stdout).contains("no problems"), "{}", text(&built.stdout));
    for (page, title) in [("en", "Help"), ("fr", "Accueil"), ("en/guide", "Guide")] {
        let html = fs::read_to_string(dir.path().join("site").join(page).join("index.html")).unwrap();
        assert!(html.contains(&format!("<h1>{title}</h1>")), "{page}: {html}");
    }
}

fn what_had_to_be_guessed_is_asked_for_in_lines_that_can_be_pasted() {
    let twins: &[(&str, &str)] = &[("content/de/a.md", "# A\n"), ("content/fr/a.md", "# A\n")];
    for files in [twins, &[("a.md", "# A\n")]] {
        let dir = project(files);
        let said = text(&faqtory(dir.path(), &["check"]).stderr);
        let (_, lines) = said.split_once("say it in faqtory.toml:\n\n").unwrap_or_else(|| panic!("{said}"));
        let (lines, _) = lines.split_once("\n\n").unwrap();
        fs::write(dir.path().join("faqtory.toml"), lines).unwrap();
        let said = text(&faqtory(dir.path(), &["check"]).stderr);
        assert!(!said.contains("help:") && said.contains("(faqtory.toml)"), "{said}");
    }
}
