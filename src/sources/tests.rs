//! Tests of what is input of a project.

mod generators;
#[cfg(unix)]
mod links;

use std::fs;

use super::*;

fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let file = dir.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    dir
}

#[test]
fn output_and_hidden_files_are_no_input() {
    let dir = project(&[
        ("a.md", "a"),
        ("public/b.md", "b"),
        (".git/c.md", "c"),
        (".openpublishing.publish.config.json", "{}"),
        ("media/x.svg", "<svg/>"),
    ]);
    let out = dir.path().join("public");
    let sources = load(dir.path(), Scope::new(&out)).unwrap();
    let texts: Vec<&str> = sources.texts.keys().map(|path| &**path).collect();
    assert_eq!(texts, [".openpublishing.publish.config.json", "a.md"]);
    assert_eq!(sources.assets.keys().map(|path| &**path).collect::<Vec<_>>(), ["media/x.svg"]);
}

#[test]
fn a_site_that_was_made_is_no_input() {
    let dir = project(&[
        ("a.md", "a"),
        ("x/.faqtory/root.txt", "index.html"),
        ("x/index.html", ""),
        ("y/.faqtory/tmp/z", ""),
        ("y/b.png", ""),
    ]);
    let sources = load(dir.path(), Scope::new(&dir.path().join("public"))).unwrap();
    assert_eq!(sources.assets.keys().map(|path| &**path).collect::<Vec<_>>(), ["y/b.png"]);
    assert_eq!(sources.hidden, ["y/.faqtory/".into()]);
}

#[test]
fn what_is_left_out_may_stand_anywhere() {
    let dir = project(&[
        ("content/a.md", "![x](.files/x.png)"),
        ("content/.files/x.png", ""),
        ("content/.files/y.png", ""),
        ("content/.b.md", ""),
        ("static/s.png", ""),
        ("static/t.png", ""),
    ]);
    let (exclude, statics) = ([".files/x.*".to_owned(), "static/s.png".to_owned()], ["static".to_owned()]);
    let out = dir.path().join("public");
    let scope = Scope { exclude: &exclude, statics: Some(&statics), ..Scope::new(&out) };
    let sources = load(dir.path(), scope).unwrap();
    let assets: Vec<&str> = sources.assets.keys().map(|path| &**path).collect();
    assert_eq!(assets, ["content/.files/y.png", "static/t.png"]);
    assert_eq!(sources.excluded, ["static/s.png".into()]);
    assert_eq!(sources.hidden, ["content/.b.md".into(), "content/.files/".into()]);
}

#[test]
fn the_content_folder_is_found() {
    let dir = project(&[("content/en/a.md", "a"), ("src/b.md", "b"), ("locales/en/x.ftl", "x = y")]);
    let sources = load(dir.path(), Scope::new(Path::new("nowhere"))).unwrap();
    assert_eq!(sources.texts.keys().map(|path| &**path).collect::<Vec<_>>(), ["content/en/a.md"]);
    assert_eq!(sources.messages.keys().map(|path| &**path).collect::<Vec<_>>(), ["locales/en/x.ftl"]);
}

#[test]
fn excluded_paths_are_below_the_content_folder() {
    let dir = project(&[("content/en/a.md", "a"), ("content/drafts/b.md", "b")]);
    let exclude = ["drafts/**".to_owned()];
    let sources = load(dir.path(), Scope { exclude: &exclude, ..Scope::new(Path::new("nowhere")) }).unwrap();
    assert_eq!(sources.texts.len(), 1);
}

#[test]
fn a_theme_is_no_article() {
    let dir =
        project(&[("a.md", "a"), ("themes/mine/README.md", "b"), ("themes/mine/templates/x.html", "c")]);
    let with_theme = Scope { theme: Some("mine"), ..Scope::new(Path::new("nowhere")) };
    let sources = load(dir.path(), with_theme).unwrap();
    assert_eq!(sources.texts.keys().map(|path| &**path).collect::<Vec<_>>(), ["a.md"]);
    assert!(sources.assets.is_empty());
    assert_eq!(sources.theme.len(), 2);
}

#[test]
fn the_content_folder_stays_inside() {
    let dir = project(&[("a.md", "a")]);
    assert!(
        load(dir.path(), Scope { content_dir: Some("../x"), ..Scope::new(Path::new("nowhere")) }).is_err()
    );
}
