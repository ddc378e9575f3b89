//! Which files of a machine can be input of a project, there or not. Reads nothing.

use std::path::{Path, PathBuf};

use super::is_seen;

/// The places that input comes from, as absolute paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inputs {
    root: PathBuf,
    out: PathBuf,
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Inputs {
    /// Of the project in `root`: its folders of articles, empty for the project's own, and the files that it names.
    pub fn new<'a>(
        root: &Path,
        out: &Path,
        content_dirs: impl Iterator<Item = &'a str>,
        files: impl Iterator<Item = &'a str>,
    ) -> Self {
        let folders = content_dirs.chain(["locales", "themes"]).map(|name| root.join(name)).collect();
        let files = files.map(|name| root.join(name)).collect();
        Self { root: root.to_path_buf(), out: out.to_path_buf(), folders, files }
    }

    /// Every folder that is there, and what of it counts: all below it, or its own files alone.
    pub fn folders(&self) -> Vec<(PathBuf, Extent)> {
        let mut folders: Vec<(PathBuf, Extent)> = Vec::new();
        let below = self.folders.iter().map(|folder| (folder.as_path(), Extent::All));
        let beside = self.files.iter().filter_map(|file| Some((file.parent()?, Extent::Own)));
        for (folder, extent) in below.chain([(self.root.as_path(), Extent::Own)]).chain(beside) {
            let is_held = folders
                .iter()
                .any(|(held, extent)| folder == held || (*extent == Extent::All && folder.starts_with(held)));
            if !is_held && folder.is_dir() {
                folders.push((folder.to_path_buf(), extent));
            }
        }
        folders
    }

    /// Whether what happens to this file or folder can change what is read.
    pub fn covers(&self, path: &Path) -> bool {
        // What holds input may come and go as a whole.
        let mut all = self.folders.iter().chain(&self.files);
        if all.any(|input| input.starts_with(path)) || self.files.iter().any(|file| file == path) {
            return true;
        }
        let is_below = self.folders.iter().any(|folder| path.starts_with(folder));
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        is_below && !path.starts_with(&self.out) && below.iter().all(|step| is_seen(&step.to_string_lossy()))
    }
}

/// What of a folder counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    All,
    /// Its own files, not those of the folders below it.
    Own,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_input_counts() {
        let root = Path::new("/p");
        let files = ["faqtory.toml", "brand/look.css"];
        let inputs = Inputs::new(root, Path::new("/p/public"), ["content"].into_iter(), files.into_iter());
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
        let whole = Inputs::new(root, Path::new("/p/public"), [""].into_iter(), files.into_iter());
        assert!(whole.covers(Path::new("/p/en/a.md")) && whole.covers(Path::new("/p/x.png")));
        assert!(!whole.covers(Path::new("/p/public/a.html")) && !whole.covers(Path::new("/p/.git/index")));
    }
}
