//! Tests of symbolic links and of files that cannot be read.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::super::*;

/// Folders beside each other: the project `p` with an article, and `x`, which is not part of it.
struct Folders(TempDir);

impl Folders {
    fn new() -> Self {
        let folders = Self(TempDir::new().unwrap());
        folders.write("p/content/en/a.md", "# A\n");
        folders.write("x/secret.txt", "secret");
        folders.write("x/b.md", "# B\n");
        folders
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), text).unwrap();
    }

    /// Links `p/content/<name>` to what is written.
    fn link(&self, name: &str, to: impl AsRef<Path>) {
        let link = self.at("p/content").join(name);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(to, link).unwrap();
    }

    fn load(&self, scope: Scope<'_>) -> Sources {
        load(&self.at("p"), scope).unwrap()
    }

    /// Everything that was read, and what was not and why.
    fn loaded(&self) -> (BTreeSet<String>, Vec<(String, String)>) {
        outcome(&self.load(Scope::new(&self.at("p/public"))))
    }
}

fn outcome(sources: &Sources) -> (BTreeSet<String>, Vec<(String, String)>) {
    let read = sources.texts.keys().chain(sources.assets.keys()).map(ToString::to_string);
    let not_read = sources.not_read.iter().map(|(path, reason)| (path.to_string(), reason.to_string()));
    (read.collect(), not_read.collect())
}

fn follow(folders: &[&str]) -> NotRead {
    LinkFault::Outside { follow: Some(folders.iter().map(ToString::to_string).collect()) }.into()
}

#[test]
fn links_within_the_project_are_followed() {
    let folders = Folders::new();
    folders.write("p/CHANGELOG.md", "# C\n");
    folders.write("p/shared/media/x.png", "x");
    folders.write("p/shared/y.md", "# Y\n");
    folders.link("en/changelog.md", "../../CHANGELOG.md");
    folders.link("en/shared", "../../shared");
    folders.link("de/shared", folders.at("p/shared"));
    symlink(folders.at("p"), folders.at("link")).unwrap();
    let expected = [
        "content/de/shared/media/x.png",
        "content/de/shared/y.md",
        "content/en/a.md",
        "content/en/changelog.md",
        "content/en/shared/media/x.png",
        "content/en/shared/y.md",
    ];
    let expected: BTreeSet<String> = expected.map(str::to_owned).into();
    assert_eq!(folders.loaded(), (expected.clone(), vec![]));
    let through_a_link = load(&folders.at("link"), Scope::new(Path::new("nowhere"))).unwrap();
    assert_eq!(outcome(&through_a_link), (expected, vec![]));
}

#[test]
fn the_content_folder_may_be_a_link_within_the_project() {
    let folders = Folders::new();
    fs::rename(folders.at("p/content"), folders.at("p/docs")).unwrap();
    symlink("docs", folders.at("p/content")).unwrap();
    assert_eq!(folders.loaded(), (["content/en/a.md".to_owned()].into(), vec![]));
    fs::remove_file(folders.at("p/content")).unwrap();
    symlink("../x", folders.at("p/content")).unwrap();
    let sources = folders.load(Scope::new(Path::new("nowhere")));
    assert_eq!(sources.not_read, [("content".into(), follow(&["../x"]))].into());
    assert!(sources.texts.is_empty());
}

#[test]
fn nothing_outside_is_read_unless_it_is_named() {
    let folders = Folders::new();
    folders.link("en/b.md", "../../../x/b.md");
    folders.link("en/x", folders.at("x"));
    folders.link("en/passwd.txt", "/etc/passwd");
    folders.link("en/environ.txt", "/proc/self/environ");
    folders.link("en/null.png", "/dev/null");
    folders.link("en/root", "/");
    folders.write("x/.git/config", "secret");
    folders.link("en/git", "../../../x/.git");
    let out = folders.at("p/public");
    let sources = folders.load(Scope::new(&out));
    assert_eq!(outcome(&sources).0, ["content/en/a.md".to_owned()].into());
    let reason = |path: &str| sources.not_read[path].clone();
    assert_eq!(sources.not_read.len(), 7);
    assert_eq!(reason("content/en/b.md"), follow(&["../x"]));
    assert_eq!(reason("content/en/x"), follow(&["../x"]));
    assert_eq!(reason("content/en/passwd.txt"), LinkFault::Outside { follow: None }.into());
    assert_eq!(reason("content/en/environ.txt"), LinkFault::System.into());
    assert_eq!(reason("content/en/null.png"), LinkFault::System.into());
    assert_eq!(reason("content/en/root"), LinkFault::Outside { follow: None }.into());
    assert_eq!(reason("content/en/git"), LinkFault::Hidden(".git".to_owned()).into());

    let named = ["../x".to_owned(), "../missing".to_owned()];
    let sources = folders.load(Scope { follow: &named, ..Scope::new(&out) });
    let read = ["content/en/a.md", "content/en/b.md", "content/en/x/b.md", "content/en/x/secret.txt"];
    assert_eq!(outcome(&sources).0, read.map(str::to_owned).into());
    assert_eq!(sources.not_read["content/en/passwd.txt"], LinkFault::Outside { follow: None }.into());
    assert_eq!(sources.not_read["content/en/git"], LinkFault::Hidden(".git".to_owned()).into());
    assert_eq!(sources.not_read.len(), 5);
}

#[test]
fn links_behind_links_are_judged_as_well() {
    let folders = Folders::new();
    folders.write("p/shared/deep/c.md", "# C\n");
    symlink("../../x/secret.txt", folders.at("p/shared/leak.txt")).unwrap();
    symlink("../../../x", folders.at("p/shared/deep/leak")).unwrap();
    symlink("../shared/deep", folders.at("p/shared/again")).unwrap();
    folders.link("en/shared", "../../shared");
    let (read, not_read) = folders.loaded();
    let expected = ["content/en/a.md", "content/en/shared/again/c.md", "content/en/shared/deep/c.md"];
    assert_eq!(read, expected.map(str::to_owned).into());
    let paths: Vec<&str> = not_read.iter().map(|(path, _)| path.as_str()).collect();
    let refused =
        ["content/en/shared/again/leak", "content/en/shared/deep/leak", "content/en/shared/leak.txt"];
    assert_eq!(paths, refused);
}

#[test]
fn links_that_lead_nowhere_are_reported() {
    let folders = Folders::new();
    folders.link("en/self.md", "self.md");
    folders.link("en/folder", "folder");
    folders.link("en/gone.md", "nothing.md");
    folders.link("en/up", "..");
    folders.link("en/below.md", "a.md/b.md");
    folders.link("b/to_c", "../c");
    folders.link("c/to_b", "../b");
    folders.link("en/out", "../../public");
    folders.write("p/public/index.html", "x");
    let (read, not_read) = folders.loaded();
    assert_eq!(read, ["content/en/a.md".to_owned()].into());
    let expected = [
        ("content/b/to_c/to_b", LinkFault::Circle),
        ("content/c/to_b/to_c", LinkFault::Circle),
        ("content/en/below.md", LinkFault::Dangling),
        ("content/en/folder", LinkFault::Circle),
        ("content/en/gone.md", LinkFault::Dangling),
        ("content/en/out", LinkFault::Output),
        ("content/en/self.md", LinkFault::Circle),
        ("content/en/up", LinkFault::Circle),
    ];
    let expected: Vec<(String, String)> =
        expected.map(|(path, fault)| (path.to_owned(), NotRead::Link(fault).to_string())).into();
    assert_eq!(not_read, expected);
}

/// Ten folders that hold links to one another have ten million paths.
#[test]
fn links_to_one_another_are_bounded() {
    let folders = Folders::new();
    for folder in 0..10 {
        folders.write(&format!("p/content/{folder}/a.md"), "# A\n");
        for other in (0..10).filter(|other| *other != folder) {
            folders.link(&format!("{folder}/to_{other}"), format!("../{other}"));
        }
    }
    let sources = folders.load(Scope::new(Path::new("nowhere")));
    assert!(sources.texts.len() < 3000, "{}", sources.texts.len());
    assert!(sources.not_read.values().any(|reason| *reason == LinkFault::TooOften.into()));
}

#[test]
fn what_git_ignores_is_no_input() {
    fn ignores(paths: &[PathBuf]) -> Vec<Result<bool, String>> {
        let ignored = |path: &PathBuf| match path.file_name().unwrap().to_str().unwrap() {
            "token.json" | "build" => Ok(true),
            "unknown.md" => Err("git failed: no".to_owned()),
            _ => Ok(false),
        };
        paths.iter().map(ignored).collect()
    }
    let folders = Folders::new();
    for path in ["token.json", "unknown.md", "build/b.md", "shared/token.json", "shared/c.md", "shared/d.md"]
    {
        folders.write(&format!("p/{path}"), "secret");
    }
    for name in ["token.json", "unknown.md", "build", "shared"] {
        folders.link(&format!("en/{name}"), format!("../../{name}"));
    }
    symlink("../token.json", folders.at("p/shared/nested.json")).unwrap();
    let git = Git { work_tree: |_| None, ignores };
    let sources = folders.load(Scope { git, ..Scope::new(Path::new("nowhere")) });
    let read = ["content/en/a.md", "content/en/shared/c.md", "content/en/shared/d.md"];
    assert_eq!(outcome(&sources).0, read.map(str::to_owned).into());
    let expected = [
        ("content/en/build".into(), LinkFault::Ignored.into()),
        ("content/en/shared/nested.json".into(), LinkFault::Ignored.into()),
        ("content/en/token.json".into(), LinkFault::Ignored.into()),
        ("content/en/unknown.md".into(), LinkFault::Unknown("git failed: no".to_owned()).into()),
    ];
    assert_eq!(sources.not_read, expected.into());
}

#[test]
fn the_work_tree_around_the_project_is_part_of_it() {
    let folders = Folders::new();
    folders.link("en/b.md", "../../../x/b.md");
    let git = Git { work_tree: |folder| folder.parent().map(Path::to_path_buf), ..Git::NONE };
    let sources = folders.load(Scope { git, ..Scope::new(Path::new("nowhere")) });
    assert!(sources.texts.contains_key("content/en/b.md") && sources.not_read.is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn pipes_and_sockets_are_reported() {
    let folders = Folders::new();
    let mode = rustix::fs::Mode::from_raw_mode(0o644);
    for pipe in ["p/content/en/pipe.md", "p/faqtory.toml"] {
        rustix::fs::mknodat(rustix::fs::CWD, folders.at(pipe), rustix::fs::FileType::Fifo, mode, 0).unwrap();
    }
    let (read, not_read) = folders.loaded();
    assert_eq!(read, ["content/en/a.md".to_owned()].into());
    assert_eq!(not_read, [("content/en/pipe.md".to_owned(), NotRead::NoFile.to_string())]);
    let refused = configuration(&folders.at("p"), "faqtory.toml", Git::NONE).unwrap_err();
    let refused = format!("{refused:#}");
    assert!(refused.ends_with("faqtory.toml: it is a device, a pipe or a socket"), "{refused}");
}

#[cfg(target_os = "linux")]
#[test]
fn only_regular_files_are_opened() {
    let dir = TempDir::new().unwrap();
    let at = |name: &str| dir.path().join(name);
    let mode = rustix::fs::Mode::from_raw_mode(0o644);
    rustix::fs::mknodat(rustix::fs::CWD, at("pipe"), rustix::fs::FileType::Fifo, mode, 0).unwrap();
    fs::write(at("a"), "12345").unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
    assert_eq!(open::read(&at("pipe"), 9).unwrap(), Err(NotRead::NoFile));
    assert_eq!(open::read(Path::new("/dev/zero"), 9).unwrap(), Err(NotRead::NoFile));
    assert_eq!(open::read(dir.path(), 9).unwrap(), Err(NotRead::NoFile));
    assert!(open::read(&at("socket"), 9).is_err());
    assert_eq!(open::read(&at("a"), 6).unwrap().unwrap(), b"12345");
    assert_eq!(open::read(&at("a"), 5).unwrap(), Err(NotRead::TooLarge));
}

#[test]
fn messages_themes_and_configuration_are_held_to_it_too() {
    let folders = Folders::new();
    folders.write("p/locales/de/m.ftl", "home = Start\n");
    folders.write("p/themes/mine/assets/style.css", "a {}");
    folders.write("x/m.ftl", "home = secret\n");
    symlink("../../../x/m.ftl", folders.at("p/locales/de/n.ftl")).unwrap();
    symlink("../../../../x/secret.txt", folders.at("p/themes/mine/assets/leak.txt")).unwrap();
    symlink("../x/secret.txt", folders.at("p/faqtory.toml")).unwrap();
    symlink("../x/secret.txt", folders.at("p/logo.svg")).unwrap();
    folders.write("p/look.css", "a { background: url(leak.png) url(fine.png) }");
    folders.write("p/real.png", "x");
    symlink("../x/secret.txt", folders.at("p/leak.png")).unwrap();
    symlink("real.png", folders.at("p/fine.png")).unwrap();
    let out = folders.at("p/public");
    let scope = Scope { theme: Some("mine"), style: Some("look.css"), ..Scope::new(&out) };
    let sources = folders.load(scope);
    assert_eq!(sources.messages.keys().map(|path| &**path).collect::<Vec<_>>(), ["locales/de/m.ftl"]);
    assert_eq!(sources.theme.keys().collect::<Vec<_>>(), ["assets/style.css"]);
    let expected = ["locales/de/n.ftl", "themes/mine/assets/leak.txt"];
    assert_eq!(sources.not_read.keys().map(|path| &**path).collect::<Vec<_>>(), expected);
    assert_eq!(sources.theme_files.beside.keys().collect::<Vec<_>>(), ["fine.png"]);
    assert_eq!(sources.theme_files.not_read, [("leak.png".into(), follow(&["../x"]))].into());

    let refused = load(&folders.at("p"), Scope { logo: Some("logo.svg"), ..scope }).unwrap_err();
    assert!(format!("{refused:#}").contains("the symbolic link leads out of the project"), "{refused:#}");
    let refused = load(&folders.at("p"), Scope { logo: Some("nope.svg"), ..scope }).unwrap_err();
    let message = format!("{refused:#}");
    assert_eq!(
        message,
        "theme.logo: cannot read `nope.svg`: there is no such file in the project\nhelp: create the file, or correct the path"
    );
    let refused = configuration(&folders.at("p"), "faqtory.toml", Git::NONE).unwrap_err();
    assert!(format!("{refused:#}").contains("the symbolic link leads out of the project"), "{refused:#}");
}

#[test]
fn what_has_gone_since_it_was_found_is_nothing() {
    let folders = Folders::new();
    let file = folders.at("p/content/en/gone.md");
    let role = Role::Content("content/en/gone.md".into());
    let found = find::InputFile { file, real: None, role };
    assert_eq!(read::take(&found).unwrap(), None);
}

#[test]
fn a_project_that_is_followed_hears_of_links() {
    let folders = Folders::new();
    folders.write("p/CHANGELOG.md", "# C\n");
    folders.link("en/c.md", "../../CHANGELOG.md");
    let root = folders.at("p").canonicalize().unwrap();
    let at = |path: &str| root.join(path);
    let out = at("public");
    let mut disk = Disk::open(&root, Scope::new(&out)).unwrap();
    assert_eq!(disk.linked().collect::<Vec<_>>(), [&Linked::File(at("CHANGELOG.md"))]);
    let changed = |paths: &[&str]| paths.iter().map(|path| at(path)).collect::<BTreeSet<_>>();

    folders.write("p/CHANGELOG.md", "# Changed\n");
    let changes = disk.look(Look::At(&changed(&["CHANGELOG.md"]))).unwrap();
    assert_eq!(changes.texts, ["content/en/c.md".into()]);

    // It is replaced by a link while the project is followed.
    fs::remove_file(at("content/en/a.md")).unwrap();
    folders.link("en/a.md", "../../../x/b.md");
    let changes = disk.look(Look::At(&changed(&["content/en/a.md"]))).unwrap();
    assert!(changes.others);
    assert_eq!(outcome(disk.sources()).0, ["content/en/c.md".to_owned()].into());
    assert_eq!(disk.sources().not_read.len(), 1);

    // What a link leads to goes and comes back.
    fs::remove_file(at("CHANGELOG.md")).unwrap();
    disk.look(Look::At(&changed(&["CHANGELOG.md"]))).unwrap();
    assert_eq!(disk.sources().not_read["content/en/c.md"], LinkFault::Dangling.into());
    assert!(disk.sources().texts.is_empty());
    assert_eq!(disk.linked().collect::<Vec<_>>(), [&Linked::File(at("CHANGELOG.md"))]);
    folders.write("p/CHANGELOG.md", "# Back\n");
    disk.look(Look::At(&changed(&["CHANGELOG.md"]))).unwrap();
    assert_eq!(disk.sources().texts["content/en/c.md"], b"# Back\n");
    assert_eq!(disk.sources().not_read.len(), 1);
}
