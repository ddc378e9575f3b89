//! Tests of repositories that other generators publish.

use std::path::PathBuf;

use super::*;

const NOWHERE: &str = "nowhere";

fn read(files: &[&str], scope: Scope<'_>) -> (String, Vec<String>) {
    let files: Vec<(&str, &str)> = files.iter().map(|path| (*path, "x")).collect();
    let dir = project(&files);
    let sources = load(dir.path(), scope).unwrap();
    let paths = sources.texts.keys().chain(sources.assets.keys()).map(ToString::to_string);
    (sources.content_dir, paths.collect())
}

fn plain() -> Scope<'static> {
    Scope::new(Path::new(NOWHERE))
}

#[test]
fn a_generator_that_keeps_its_articles_elsewhere_has_the_whole_folder_read() {
    for marker in [
        "docusaurus.config.ts",
        "mkdocs.yml",
        "_config.yml",
        ".vitepress/config.mts",
        "docs/.vuepress/config.js",
        ".openpublishing.publish.config.json",
    ] {
        let (content_dir, paths) = read(&[marker, "content/a.md", "docs/b.md"], plain());
        assert_eq!(content_dir, "", "{marker}");
        assert!(paths.iter().any(|path| path == marker), "{paths:?}");
        let named = read(&[marker, "content/a.md"], Scope { content_dir: Some("content"), ..plain() });
        assert_eq!(named.0, "content", "{marker}");
    }
    assert_eq!(read(&["astro.config.mjs", "src/content/docs/a.md", "content/b.md"], plain()).0, "");
    for marker in ["astro.config.mjs", "hugo.toml", "zola.toml", "package.json"] {
        assert_eq!(read(&[marker, "content/a.md"], plain()).0, "content", "{marker}");
    }
    assert_eq!(read(&["faqtory.toml", "_config.yml", "content/a.md"], plain()).0, "content");
}

#[test]
fn what_hugo_has_beside_its_articles_is_read() {
    let files = [
        "hugo.toml",
        "config/_default/languages.toml",
        "config/_default/menus.toml",
        "content/en/a.md",
        "static/img/x.png",
        "public/index.md",
        "README.md",
        "Cargo.toml",
        "docker-compose.yml",
        "layouts/a.html",
    ];
    let expected = ["config/_default/languages.toml", "content/en/a.md", "hugo.toml", "static/img/x.png"]
        .map(str::to_owned);
    assert_eq!(read(&files, plain()).1, expected);
    let nested: Vec<String> = files.iter().map(|path| format!("site/{path}")).collect();
    let nested: Vec<&str> = nested.iter().map(String::as_str).collect();
    let scope = Scope { content_dir: Some("site/content"), ..plain() };
    assert_eq!(read(&nested, scope).1, expected.map(|path| format!("site/{path}")));
}

#[test]
fn static_folders_are_those_that_are_configured() {
    let files = ["hugo.toml", "content/a.md", "static/x.png", "files/y.png", "content/own/z.png"];
    let folders = ["./files/".to_owned(), "content/own".to_owned()];
    let scope = Scope { statics: Some(&folders), ..plain() };
    assert_eq!(read(&files, scope).1, ["content/a.md", "hugo.toml", "content/own/z.png", "files/y.png"]);
    for wrong in ["../x", "/etc", "missing"] {
        let folders = [wrong.to_owned()];
        let dir = project(&[("content/a.md", "a")]);
        let refused = load(dir.path(), Scope { statics: Some(&folders), ..plain() }).unwrap_err().to_string();
        assert!(refused.contains(wrong), "{refused}");
    }
}

#[test]
fn a_pattern_has_its_folder_read() {
    let files = ["content/en/a.md", "i18n/de/current/a.md", "src/b.md"];
    let scope = Scope { pattern: Some("i18n/{locale}/current"), ..plain() };
    assert_eq!(read(&files, scope).1, ["content/en/a.md", "i18n/de/current/a.md"]);
    let scope = Scope { pattern: Some("{locale}/docs"), ..plain() };
    assert_eq!(read(&["content/a.md", "de/docs/a.md"], scope).0, "");
}

#[test]
fn what_hugo_has_written_is_no_input() {
    assert_eq!(read(&["hugo.toml", "docs/a.md", "public/b.md"], plain()).1, ["docs/a.md", "hugo.toml"]);
    assert_eq!(read(&["docs/a.md", "public/b.md"], plain()).1, ["docs/a.md", "public/b.md"]);
}

#[test]
fn dot_names_of_generators_are_read() {
    let files = [
        "docs/.vitepress/config/de.ts",
        "docs/.vitepress/config.mts",
        "docs/.vitepress/theme/a.md",
        "docs/.vitepress/cache/a.md",
        "docs/a.md",
        "docs/sub/.pages",
        ".vuepress/public/x.png",
        ".vscode/settings.json",
    ];
    let texts =
        ["docs/.vitepress/config.mts", "docs/.vitepress/config/de.ts", "docs/a.md", "docs/sub/.pages"];
    let expected: Vec<&str> = texts.into_iter().chain([".vuepress/public/x.png"]).collect();
    assert_eq!(read(&files, plain()).1, expected);
}

#[test]
fn files_in_a_dot_folder_are_input_where_a_text_names_it() {
    let files = [
        ("wiki/a.md", "![x](../.attachments/x.png)"),
        (".attachments/x.png", "x"),
        (".attachments/b.md", "never"),
        (".attachments/token.txt", "never"),
        (".attachments/.hidden/y.png", "never"),
        (".github/y.png", "not named"),
        (".git/z.png", "never"),
        ("b.md", ".git/z.png"),
    ];
    let dir = project(&files);
    let sources = load(dir.path(), plain()).unwrap();
    assert_eq!(sources.assets.keys().map(|path| &**path).collect::<Vec<_>>(), [".attachments/x.png"]);
    assert_eq!(sources.texts.keys().map(|path| &**path).collect::<Vec<_>>(), ["b.md", "wiki/a.md"]);

    let git =
        Git { ignores: |paths| paths.iter().map(|path| Ok(path.ends_with("x.png"))).collect(), ..Git::NONE };
    assert!(load(dir.path(), Scope { git, ..plain() }).unwrap().assets.is_empty());
    let git = Git { ignores: |paths| paths.iter().map(|_| Err("no".to_owned())).collect(), ..Git::NONE };
    assert!(load(dir.path(), Scope { git, ..plain() }).unwrap().assets.is_empty());
}

#[cfg(unix)]
#[test]
fn no_link_leads_into_a_dot_folder_or_out_of_it() {
    use std::os::unix::fs::symlink;
    let dir = project(&[("a.md", "[x](.files/x.png) .linked/"), (".files/x.png", "x"), ("b/y.png", "y")]);
    symlink("../b/y.png", dir.path().join(".files/y.png")).unwrap();
    symlink("../b", dir.path().join(".files/b")).unwrap();
    symlink("b", dir.path().join(".linked")).unwrap();
    symlink("../.files/x.png", dir.path().join("b/x.png")).unwrap();
    let sources = load(dir.path(), plain()).unwrap();
    assert_eq!(sources.assets.keys().map(|path| &**path).collect::<Vec<_>>(), [".files/x.png", "b/y.png"]);
    assert_eq!(sources.not_read["b/x.png"], LinkFault::Hidden(".files".to_owned()).into());
}

#[test]
fn folders_that_git_ignores_are_not_walked() {
    fn work_tree(folder: &Path) -> Option<PathBuf> {
        Some(folder.to_path_buf())
    }
    let git =
        Git { work_tree, ignored_folders: |_| ["build", "a/out"].map(PathBuf::from).to_vec(), ..Git::NONE };
    let files = ["a.md", "build/b.md", "a/out/c.md", "a/d.md", "out/e.md"];
    assert_eq!(read(&files, Scope { git, ..plain() }).1, ["a.md", "a/d.md", "out/e.md"]);
    let served = ["build".to_owned()];
    let scope = Scope { git, statics: Some(&served), ..plain() };
    assert!(read(&files, scope).1.contains(&"build/b.md".to_owned()));
    // The content folder is the project's own choice.
    let files = ["content/a/out/c.md", "content/a.md"];
    assert_eq!(read(&files, Scope { git, ..plain() }).1.len(), 2);
    let nowhere = Git { work_tree: |_| None, ..git };
    assert_eq!(read(&["a.md", "build/b.md"], Scope { git: nowhere, ..plain() }).1.len(), 2);
}

#[test]
fn what_git_ignores_is_not_included() {
    let git = Git {
        ignores: |paths| {
            paths.iter().map(|path| Ok(path.ends_with("key.txt") || path.ends_with("b.md"))).collect()
        },
        ..Git::NONE
    };
    let long = "x".repeat(1 << 20);
    let files = [
        ("docs/.vitepress/config.mts", "export default {}"),
        (
            "docs/a.md",
            "<<< ../key.txt\n\n<!--@include: ./b.md-->\n\n<<< ./c.js\n\n<<< ./long.txt\n\n<<< ./.vitepress/config.mts\n",
        ),
        ("docs/b.md", "B"),
        ("docs/c.js", "c"),
        ("docs/long.txt", &long),
        ("key.txt", "secret"),
    ];
    let dir = project(&files);
    let scope = Scope { git, ..plain() };
    let named = load(dir.path(), scope).unwrap().named;
    assert_eq!(named.texts.keys().map(|path| &**path).collect::<Vec<_>>(), ["docs/c.js"]);
    let refused = |path: &str| named.refused.get(path).copied();
    assert_eq!(refused("docs/b.md"), Some(NotIncluded::Ignored));
    assert_eq!(refused("key.txt"), Some(NotIncluded::Ignored));
    assert_eq!(refused("docs/.vitepress/config.mts"), Some(NotIncluded::Hidden));
    assert_eq!(refused("docs/long.txt"), Some(NotIncluded::TooLarge));
    assert_eq!(Disk::open(dir.path(), scope).unwrap().sources().named, named);
    let git = Git { ignores: |paths| paths.iter().map(|_| Err("no git".to_owned())).collect(), ..Git::NONE };
    assert!(load(dir.path(), Scope { git, ..plain() }).unwrap().named.texts.contains_key("key.txt"));
}

#[test]
fn a_star_stops_at_a_slash() {
    let exclude = ["*.md".to_owned()];
    let dir = project(&[("content/a.md", "a"), ("content/en/b.md", "b")]);
    let sources = load(dir.path(), Scope { exclude: &exclude, ..plain() }).unwrap();
    assert_eq!(sources.texts.keys().map(|path| &**path).collect::<Vec<_>>(), ["content/en/b.md"]);
    assert_eq!(sources.excluded, ["content/a.md".into()]);
}

/// Everything that is input, by a disk that was looked at again and by one that is new.
fn both(disk: &mut Disk, root: &Path, changed: &[&str]) -> (Vec<String>, Vec<String>) {
    let all = |sources: &Sources| {
        let paths = sources.texts.keys().chain(sources.assets.keys()).map(ToString::to_string);
        paths.collect::<Vec<_>>()
    };
    disk.look(Look::At(&changed.iter().map(|path| root.join(path)).collect())).unwrap();
    (all(disk.sources()), all(&load(root, plain()).unwrap()))
}

#[test]
fn what_stands_beside_the_articles_is_followed() {
    let dir = project(&[("content/a.md", "x"), (".files/x.png", "x")]);
    let root = dir.path();
    let write = |path: &str, text: &str| {
        fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
        fs::write(root.join(path), text).unwrap();
    };
    let mut disk = Disk::open(root, plain()).unwrap();
    let mut step = |changed: &[&str], expected: &[&str]| {
        let (followed, anew) = both(&mut disk, root, changed);
        assert_eq!(followed, expected, "{changed:?}");
        assert_eq!(anew, expected, "{changed:?}");
    };
    write("hugo.toml", "");
    write("static/y.png", "y");
    step(&["hugo.toml", "static"], &["content/a.md", "hugo.toml", "static/y.png"]);
    write("static/z.png", "z");
    step(&["static/z.png"], &["content/a.md", "hugo.toml", "static/y.png", "static/z.png"]);
    fs::remove_dir_all(root.join("static")).unwrap();
    step(&["static"], &["content/a.md", "hugo.toml"]);
    write("mkdocs.yml", "");
    step(&["mkdocs.yml"], &["content/a.md", "hugo.toml", "mkdocs.yml"]);
    write("content/a.md", "![](../.files/x.png)");
    step(&["content/a.md"], &["content/a.md", "hugo.toml", "mkdocs.yml", ".files/x.png"]);
    write(".files/y.png", "y");
    step(&[".files/y.png"], &["content/a.md", "hugo.toml", "mkdocs.yml", ".files/x.png", ".files/y.png"]);
    write("content/a.md", "![](../.other/x.png)");
    write(".other/x.png", "x");
    step(&["content/a.md", ".other"], &["content/a.md", "hugo.toml", "mkdocs.yml", ".other/x.png"]);
    fs::remove_dir_all(root.join(".other")).unwrap();
    step(&[".other"], &["content/a.md", "hugo.toml", "mkdocs.yml"]);
}
