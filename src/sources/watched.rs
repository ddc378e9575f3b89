//! Which files of a machine can be input of a project, there or not. Reads nothing but where folders and links are.

use std::path::{Path, PathBuf};

use super::entries::Linked;
use super::links::Links;
use super::names::{is_dot_folder, is_path_seen, is_site_file};

/// The places that input comes from, as absolute paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WatchedInputs {
    root: PathBuf,
    out: PathBuf,
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
    /// What symbolic links lead to.
    linked: Vec<Linked>,
}

impl WatchedInputs {
    /// Of the project in `root`: its folders of articles, empty for the project's own, the files that it names, and what its
    /// symbolic links lead to.
    pub fn new<'a>(
        root: &Path,
        out: &Path,
        content_dirs: impl Iterator<Item = &'a str>,
        files: impl Iterator<Item = &'a str>,
        linked: impl Iterator<Item = &'a Linked>,
    ) -> Self {
        let folders = content_dirs.chain(["locales", "themes"]).map(|name| root.join(name)).collect();
        let names: Vec<&str> = files.collect();
        let ends = names.iter().filter_map(|name| Links::leads_to(root, name)).map(Linked::File);
        Self {
            root: root.to_path_buf(),
            out: out.to_path_buf(),
            folders,
            linked: linked.cloned().chain(ends).collect(),
            files: names.iter().map(|name| root.join(name)).collect(),
        }
    }

    /// Every folder to watch, and how deep. All exist; for one that does not, the nearest folder above it is watched.
    pub fn folders(&self) -> Vec<(PathBuf, WatchDepth)> {
        let mut wanted: Vec<(&Path, WatchDepth)> = Vec::new();
        wanted.extend(self.folders.iter().map(|folder| (folder.as_path(), WatchDepth::All)));
        wanted.extend(self.linked.iter().filter_map(|linked| match linked {
            Linked::Folder(folder) => Some((folder.as_path(), WatchDepth::All)),
            Linked::File(file) => Some((file.parent()?, WatchDepth::Own)),
        }));
        wanted.push((&self.root, WatchDepth::Own));
        wanted.extend(self.above().filter(|above| *above != self.root).map(|above| (above, WatchDepth::Own)));
        wanted.extend(self.files.iter().filter_map(|file| Some((file.parent()?, WatchDepth::Own))));
        let above = |(folder, _): &(&Path, WatchDepth)| {
            let above = folder.ancestors().skip(1).find(|above| above.is_dir())?;
            Some((above.to_path_buf(), WatchDepth::Above))
        };
        let (there, gone): (Vec<_>, Vec<_>) = wanted.into_iter().partition(|(folder, _)| folder.is_dir());
        let awaited =
            gone.iter().chain(there.iter().filter(|(folder, _)| *folder == self.root)).filter_map(above);
        let awaited: Vec<(PathBuf, WatchDepth)> = awaited.collect();
        let there = there.into_iter().map(|(folder, depth)| (folder.to_path_buf(), depth));
        let mut folders: Vec<(PathBuf, WatchDepth)> = Vec::new();
        for (folder, depth) in there.chain(awaited) {
            let is_held = folders.iter().any(|(held, depth)| {
                folder == *held || (*depth == WatchDepth::All && folder.starts_with(held))
            });
            if !is_held {
                folders.push((folder, depth));
            }
        }
        folders
    }

    /// Whether what happens to this file or folder can change what is read.
    pub fn covers(&self, path: &Path) -> bool {
        let linked = self.linked.iter().map(|linked| match linked {
            Linked::File(path) | Linked::Folder(path) => path,
        });
        // What holds input may come and go as a whole.
        if self.folders.iter().chain(&self.files).chain(linked).any(|input| input.starts_with(path)) {
            return true;
        }
        if path.starts_with(&self.out) {
            return false;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if is_site_file(&name) && self.above().any(|above| path.parent() == Some(above)) {
            return true;
        }
        let own = self.folders.iter().map(|folder| (folder, &self.root));
        let behind_links = self.linked.iter().filter_map(|linked| match linked {
            Linked::Folder(folder) => Some((folder, folder)),
            Linked::File(_) => None,
        });
        let is_input = |(folder, base): (&PathBuf, &PathBuf)| {
            let below = path.strip_prefix(base).unwrap_or(path);
            // A new folder may be one that articles name.
            let is_new = || is_dot_folder(&name) && path.is_dir() && below.parent().is_some_and(is_path_seen);
            path.starts_with(folder) && (is_path_seen(below) || is_new())
        };
        own.chain(behind_links).any(is_input)
    }

    /// The folders above those of articles, up to the project's own, in which a generator may have its configuration.
    fn above(&self) -> impl Iterator<Item = &Path> {
        let above = self.folders.iter().flat_map(|folder| folder.ancestors().skip(1));
        above.filter(|above| above.starts_with(&self.root))
    }
}

/// How deep a folder is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchDepth {
    All,
    /// Its own files, not those of the folders below it.
    Own,
    /// As [`WatchDepth::Own`], for a folder that holds no input itself, but folders that do.
    Above,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_input_counts() {
        let root = Path::new("/p");
        let files = ["faqtory.toml", "brand/look.css"];
        let of = |content: &str, linked: &[Linked]| {
            let files = files.into_iter();
            WatchedInputs::new(root, Path::new("/p/public"), [content].into_iter(), files, linked.iter())
        };
        let inputs = of("content", &[]);
        let covered = |path: &str| inputs.covers(&root.join(path));
        for path in
            ["", "faqtory.toml", "content", "content/en/a.md", "locales/en/x.ftl", "themes/mine/x.css"]
        {
            assert!(covered(path), "{path}");
        }
        for path in ["brand", "brand/look.css", "content/.openpublishing.redirection.json"] {
            assert!(covered(path), "{path}");
        }
        for path in ["serve.log", "brand/other.css", "src/a.md", "public/index.html", "content/en/.a.md.swp"]
        {
            assert!(!covered(path), "{path}");
        }
        for path in ["hugo.toml", "mkdocs.yml", "docusaurus.config.ts"] {
            assert!(covered(path) && !covered(&format!("src/{path}")), "{path}");
        }
        assert!(of("site/content", &[]).covers(Path::new("/p/site/hugo.toml")));
        let whole = of("", &[]);
        assert!(whole.covers(Path::new("/p/docs/.vitepress/config.ts")));
        assert!(!whole.covers(Path::new("/p/docs/.vitepress/cache/deps/a.js")));
        assert!(whole.covers(Path::new("/p/en/a.md")) && whole.covers(Path::new("/p/x.png")));
        assert!(!whole.covers(Path::new("/p/public/a.html")) && !whole.covers(Path::new("/p/.git/index")));

        let linked = [Linked::File("/w/.x/CHANGELOG.md".into()), Linked::Folder("/w/.x/shared".into())];
        let linking = of("content", &linked);
        for path in ["/w", "/w/.x/CHANGELOG.md", "/w/.x/shared", "/w/.x/shared/a/b.png"] {
            assert!(linking.covers(Path::new(path)), "{path}");
        }
        for path in ["/w/.x/README.md", "/w/.x/shared/.git/index", "/w/y"] {
            assert!(!linking.covers(Path::new(path)), "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_named_files_lead_to_is_input() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        for folder in ["conf", "brand", "later"] {
            std::fs::create_dir(root.join(folder)).unwrap();
        }
        std::fs::write(root.join("conf/f.toml"), "").unwrap();
        symlink("conf/f.toml", root.join("faqtory.toml")).unwrap();
        symlink("brand", root.join("look")).unwrap();
        symlink("later/logo.svg", root.join("logo.svg")).unwrap();
        symlink("/dev/zero", root.join("zero.css")).unwrap();
        symlink("circle.css", root.join("circle.css")).unwrap();
        std::fs::write(root.join("brand/a.css"), "").unwrap();
        let files = ["faqtory.toml", "look/a.css", "logo.svg", "zero.css", "circle.css"].into_iter();
        let inputs =
            WatchedInputs::new(&root, &root.join("public"), ["content"].into_iter(), files, [].iter());
        for path in ["conf/f.toml", "brand/a.css", "later/logo.svg"] {
            let file = root.join(path);
            assert!(inputs.covers(&file), "{path}");
            let folder = (file.parent().unwrap().to_path_buf(), WatchDepth::Own);
            assert!(inputs.folders().contains(&folder), "{path}");
        }
        assert!(!inputs.covers(Path::new("/dev/zero")));
    }

    #[test]
    fn what_is_gone_is_awaited_above() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("a/p");
        let linked = [Linked::Folder(dir.path().join("x/shared")), Linked::File(dir.path().join("y/z.md"))];
        let files = ["faqtory.toml"].into_iter();
        let inputs =
            WatchedInputs::new(&root, &root.join("public"), ["content"].into_iter(), files, linked.iter());
        let folders = || {
            let below = |folder: PathBuf| folder.strip_prefix(dir.path()).unwrap().display().to_string();
            let folders = inputs.folders().into_iter();
            folders.map(|(folder, depth)| format!("{} {depth:?}", below(folder))).collect::<Vec<_>>()
        };
        assert_eq!(folders(), [" Above"]);
        std::fs::create_dir_all(root.join("content")).unwrap();
        std::fs::create_dir_all(dir.path().join("y")).unwrap();
        assert_eq!(folders(), ["a/p/content All", "y Own", "a/p Own", " Above", "a Above"]);
        std::fs::create_dir_all(root.join("locales")).unwrap();
        std::fs::create_dir_all(dir.path().join("x/shared")).unwrap();
        let all = ["a/p/content All", "a/p/locales All", "x/shared All", "y Own", "a/p Own", "a Above"];
        assert_eq!(folders(), all);
    }
}
