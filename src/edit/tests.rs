//! Files are made and changed in real folders.

use std::fs;
use std::path::Path;

/// The locales that a project starts with.
fn locales() -> Vec<String> {
    ["en-US", "he-IL"].map(str::to_owned).to_vec()
}

fn request(locales: &[String]) -> StartRequest<'_> {
    StartRequest { locales, hash: |text| blake3::hash(text.as_bytes()).to_hex()[..40].to_owned() }
}

use super::*;

fn text(dir: &Path, path: &str) -> String {
    fs::read_to_string(dir.join(path)).unwrap()
}

/// Names in a folder, sorted: nothing may be left behind.
fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_made_once() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::open(dir.path());
    assert_eq!(folder.create("a/b/c.md", b"one").unwrap(), Made::New);
    assert_eq!(folder.create("a/b/c.md", b"two").unwrap(), Made::Existed);
    assert_eq!(text(dir.path(), "a/b/c.md"), "one");
    assert_eq!(names(&dir.path().join("a/b")), ["c.md"]);
    assert_eq!(folder.create("a/b", b"two").unwrap(), Made::Existed);
    let below_a_file = format!("{:#}", folder.create("a/b/c.md/d.md", b"x").unwrap_err());
    assert!(below_a_file.contains("cannot write"), "{below_a_file}");
}

#[test]
fn a_file_is_changed_only_from_what_was_read() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.md");
    fs::write(&file, "one").unwrap();
    let folder = Folder::open(dir.path());
    folder.replace("a.md", b"one", b"two").unwrap();
    assert_eq!(text(dir.path(), "a.md"), "two");
    let error = folder.replace("a.md", b"one", b"three").unwrap_err().to_string();
    assert!(error.contains("was changed in the meantime"), "{error}");
    assert_eq!(text(dir.path(), "a.md"), "two");
    assert!(folder.replace("none.md", b"", b"x").is_err());
    drop(folder);
    assert_eq!(names(dir.path()), ["a.md"]);
}

#[cfg(unix)]
#[test]
fn permissions_and_symlinks_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let dir = tempfile::tempdir().unwrap();
    let (file, link) = (dir.path().join("a.md"), dir.path().join("link.md"));
    fs::write(&file, "one").unwrap();
    fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
    symlink("a.md", &link).unwrap();
    let folder = Folder::open(dir.path());
    folder.replace("link.md", b"one", b"two").unwrap();
    assert_eq!(text(dir.path(), "a.md"), "two");
    assert_eq!(fs::read_link(&link).unwrap(), Path::new("a.md"));
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);

    fs::set_permissions(&file, Permissions::from_mode(0o440)).unwrap();
    assert!(folder.replace("a.md", b"two", b"three").unwrap_err().to_string().contains("read-only"));

    symlink("nowhere.md", dir.path().join("dangling.md")).unwrap();
    assert_eq!(folder.create("dangling.md", b"x").unwrap(), Made::Existed);
    drop(folder);
    assert_eq!(names(dir.path()), ["a.md", "dangling.md", "link.md"]);
}

#[cfg(unix)]
#[test]
fn what_lies_outside_is_left() {
    use std::os::unix::fs::symlink;
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("project");
    fs::create_dir_all(root.join("sub")).unwrap();
    fs::write(dir.path().join("outside.md"), "one").unwrap();
    fs::write(root.join("a.md"), "one").unwrap();
    symlink("../outside.md", root.join("link.md")).unwrap();
    symlink("..", root.join("up")).unwrap();
    symlink("../a.md", root.join("sub/inside.md")).unwrap();
    let folder = Folder::open(&root);
    for path in ["link.md", "up/outside.md", "../outside.md", "up/project/../outside.md"] {
        let error = folder.replace_below(path, b"one", b"two").unwrap_err().to_string();
        assert!(error.contains("outside"), "{error}");
    }
    assert_eq!(text(dir.path(), "outside.md"), "one");
    folder.replace_below("sub/inside.md", b"one", b"two").unwrap();
    assert_eq!(text(&root, "a.md"), "two");
    // The same file by another name, with the same outcome.
    folder.replace_below("a.md", b"one", b"two").unwrap();
    assert!(folder.replace_below("a.md", b"one", b"three").is_err());
    drop(folder);
    assert_eq!(
        (text(&root, "a.md").as_str(), names(&root)),
        ("two", ["a.md", "link.md", "sub", "up"].map(str::to_owned).to_vec())
    );
}

#[test]
fn a_project_is_started_once() {
    let dir = tempfile::tempdir().unwrap();
    let new = dir.path().join("new/help");
    let made = start(&new, request(&locales())).unwrap();
    assert!(made.own_article.is_none() && made.which(Made::Existed).next().is_none());
    assert!(made.which(Made::New).any(|path| path == "content/he-IL/index.md"), "{made:?}");
    fs::write(new.join("content/en-US/index.md"), "mine").unwrap();
    fs::remove_file(new.join("content/he-IL/index.md")).unwrap();
    let again = start(&new, request(&locales())).unwrap();
    assert_eq!(again.which(Made::New).collect::<Vec<_>>(), ["content/he-IL/index.md"]);
    assert_eq!(again.files.len(), made.files.len());
    assert_eq!(text(&new, "content/en-US/index.md"), "mine");
    let file = format!("{:#}", start(&new.join("faqtory.toml"), request(&locales())).unwrap_err());
    assert!(file.contains("is not a folder"), "{file}");
}

#[test]
fn a_project_with_articles_gets_no_others() {
    for (path, is_own) in [
        ("README.md", false),
        ("src/main.rs", false),
        ("public/a.md", false),
        ("docs/a.md", true),
        ("reset.he-IL.md", true),
        ("content/lv-LV/a.md", true),
        ("content/README.md", true),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "# A").unwrap();
        let made = start(dir.path(), request(&locales())).unwrap();
        assert_eq!(made.own_article.as_deref(), is_own.then_some(path), "{path}");
        assert_eq!(dir.path().join("content/en-US").exists(), !is_own, "{path}");
        let configuration: toml::Table = toml::from_str(&text(dir.path(), "faqtory.toml")).unwrap();
        assert_eq!(configuration["site"].as_table().unwrap().is_empty(), is_own, "{path}");
        assert_eq!(fs::read_to_string(file).unwrap(), "# A");
    }
}

#[test]
fn a_theme_is_chosen_in_the_text_of_the_user() {
    for (before, after, choice) in [
        ("", "[site]\ntheme = \"mine\"\n", Choice::Written),
        (
            "# my site\n[site] # here\ntitle = \"A\"\n",
            "# my site\n[site] # here\ntheme = \"mine\"\ntitle = \"A\"\n",
            Choice::Written,
        ),
        ("[api]\narticles=true", "[api]\narticles=true\n\n[site]\ntheme = \"mine\"\n", Choice::Written),
        ("[ site ]\r\n", "[ site ]\r\ntheme = \"mine\"\r\n", Choice::Written),
        ("[site]", "[site]\ntheme = \"mine\"\n", Choice::Written),
        ("[site]\ntheme = \"mine\"", "[site]\ntheme = \"mine\"", Choice::There),
        ("[site]\ntheme = \"yours\"", "[site]\ntheme = \"yours\"", Choice::Other("yours".into())),
        ("site = { title = \"A\" }\n", "site = { title = \"A\" }\n", Choice::Refused),
        ("site.title = \"A\"\n", "site.title = \"A\"\n", Choice::Refused),
        ("x = '''\n[site]\n'''\n", "x = '''\n[site]\n'''\n", Choice::Refused),
    ] {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("faqtory.toml"), before).unwrap();
        assert_eq!(choose_theme(dir.path(), "mine").unwrap(), choice, "{before}");
        assert_eq!(text(dir.path(), "faqtory.toml"), after);
    }
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(choose_theme(dir.path(), "mine").unwrap(), Choice::Written);
    assert_eq!(text(dir.path(), "faqtory.toml"), "[site]\ntheme = \"mine\"\n");
}

#[test]
fn a_theme_has_a_plain_name() {
    for name in ["mine", "my-theme_2", "עיצוב", "a.b"] {
        assert!(check_theme_name(name).is_ok(), "{name}");
    }
    for name in
        ["", ".", "..", ".git", "a/b", "../a", "a\\b", "C:", "a ", "-x", "a\n", "a.", "default", "a\"b"]
    {
        let dir = tempfile::tempdir().unwrap();
        assert!(copy_theme(dir.path(), name, &[("a", b"x")]).is_err(), "{name}");
        assert!(names(dir.path()).is_empty());
    }
}

#[test]
fn a_theme_is_copied_once() {
    let dir = tempfile::tempdir().unwrap();
    let files: [(&str, &[u8]); 2] = [("assets/style.css", b"a{}"), ("templates/base.html", b"b")];
    let copy = || copy_theme(dir.path(), "mine", &files).unwrap();
    assert!(copy().iter().all(|(_, made)| *made == Made::New));
    fs::write(dir.path().join("themes/mine/templates/base.html"), "mine").unwrap();
    assert!(copy().iter().all(|(_, made)| *made == Made::Existed));
    assert_eq!(text(dir.path(), "themes/mine/templates/base.html"), "mine");
}

/// The name of one of them.
const LEFT: &str = "0123456789abcdef.tmp";

/// Leftovers of a killed run in a project: two files of its own, and what makes git ignore them.
fn left_over(dir: &Path) -> PathBuf {
    let left = dir.join(".faqtory/tmp");
    fs::create_dir_all(&left).unwrap();
    for (name, text) in [(".gitignore", "*\n"), (LEFT, "half"), ("fedcba9876543210.tmp", "")] {
        fs::write(left.join(name), text).unwrap();
    }
    left
}

#[test]
fn what_a_killed_run_left_is_removed() {
    let dir = tempfile::tempdir().unwrap();
    left_over(dir.path());
    drop(Folder::open(dir.path()));
    assert!(names(dir.path()).is_empty());

    for half in ["", "*"] {
        fs::write(left_over(dir.path()).join(".gitignore"), half).unwrap();
        drop(Folder::open(dir.path()));
        assert!(names(dir.path()).is_empty(), "{half}");
    }

    left_over(dir.path());
    fs::create_dir_all(dir.path().join(".faqtory/handoffs")).unwrap();
    drop(Folder::open(dir.path()));
    assert_eq!(names(&dir.path().join(".faqtory")), ["handoffs"]);
}

#[test]
fn what_is_in_use_or_not_ours_is_left() {
    let dir = tempfile::tempdir().unwrap();
    let left = left_over(dir.path());
    let in_use = fs::File::open(left.join(LEFT)).unwrap();
    in_use.lock().unwrap();
    for own in ["notes.md", "0123456789abcde.tmp", "0123456789abcdeg.tmp", "0123456789abcdef"] {
        fs::write(left.join(own), "mine").unwrap();
    }
    let folder = Folder::open(dir.path());
    folder.create("a.md", b"new").unwrap();
    drop(folder);
    assert_eq!(
        names(&left),
        [".gitignore", "0123456789abcde.tmp", "0123456789abcdef", LEFT, "0123456789abcdeg.tmp", "notes.md"]
    );
    assert_eq!(names(dir.path()), [".faqtory", "a.md"]);
}

/// A folder of temporary files that leads elsewhere is not written to, let alone emptied.
#[cfg(unix)]
#[test]
fn a_link_for_temporary_files_is_not_followed() {
    use std::os::unix::fs::symlink;
    for link in [".faqtory", ".faqtory/tmp"] {
        let (dir, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let left = left_over(elsewhere.path());
        let link = dir.path().join(link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        let target = if link.ends_with("tmp") { left.clone() } else { elsewhere.path().join(".faqtory") };
        symlink(target, &link).unwrap();
        let folder = Folder::open(dir.path());
        assert!(folder.create("a.md", b"new").is_err());
        // Beside the file there is another place for it.
        assert_eq!(folder.create("below/b.md", b"new").unwrap(), Made::New);
        drop(folder);
        assert_eq!(names(&dir.path().join("below")), ["b.md"]);
        assert_eq!(names(&left), [".gitignore", LEFT, "fedcba9876543210.tmp"]);
    }
}

/// Many runs at once in one folder: each makes its files, and the last leaves nothing behind.
#[test]
fn runs_do_not_disturb_each_other() {
    let dir = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for run in 0..4 {
            let dir = dir.path();
            scope.spawn(move || {
                for number in 0..5 {
                    let made = Folder::open(dir).create(format!("{run}-{number}.md"), b"whole");
                    assert!(matches!(made, Ok(Made::New)), "{made:?}");
                }
            });
        }
    });
    drop(Folder::open(dir.path()));
    let made = names(dir.path());
    assert!(made.len() == 20 && made.iter().all(|name| text(dir.path(), name) == "whole"), "{made:?}");
}

#[cfg(unix)]
#[test]
fn a_path_with_a_link_in_it_is_known() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("a/b")).unwrap();
    std::os::unix::fs::symlink("/nowhere", dir.path().join("a/link")).unwrap();
    let folder = Folder::open(dir.path());
    assert!(folder.has_no_link("a/b/new") && folder.has_no_link("none/new"));
    assert!(!folder.has_no_link("a/link") && !folder.has_no_link("a/link/new"));
}
