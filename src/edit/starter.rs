//! A new project: a configuration and a few articles to write over. The files stand in `starter/`.

use std::path::Path;

use anyhow::{Context, Result, bail};
use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

use super::{Folder, Made, MadeFile};

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/edit/starter");

const CONFIGURATION: &str = "faqtory.toml";

/// What was made of a new project.
#[derive(Debug)]
pub struct Start {
    /// In order of their paths.
    pub files: Vec<MadeFile>,
    /// An article of the user's own, below the folder. Where there is one, no starter articles are made: they would
    /// mix with it, or hide it.
    pub own_article: Option<String>,
}

/// Makes a project in `dir`, which need not be there. Whatever is there is left.
///
/// # Errors
/// `dir` is not a folder, or the disk refuses.
pub fn start(dir: &Path) -> Result<Start> {
    if dir.symlink_metadata().is_ok() && !dir.is_dir() {
        bail!("{} is not a folder\nhelp: name a folder, or one to create", dir.display());
    }
    let starter = files(&STARTER);
    let own_article = own_article(dir, &starter)?;
    let folder = Folder::open(dir);
    let mut made = Vec::new();
    for (path, text) in starter {
        if path == CONFIGURATION && own_article.is_some() {
            made.push((path.to_owned(), folder.create(path, commented(text).as_bytes())?));
        } else if path == CONFIGURATION || own_article.is_none() {
            made.push((path.to_owned(), folder.create(path, text.as_bytes())?));
        }
    }
    made.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    Ok(Start { files: made, own_article })
}

impl Start {
    /// The files of which this became.
    pub fn which(&self, what: Made) -> impl Iterator<Item = &str> {
        self.files.iter().filter(move |(_, made)| *made == what).map(|(path, _)| path.as_str())
    }
}

/// Paths with `/` and texts.
fn files(dir: &'static Dir<'static>) -> Vec<(&'static str, &'static str)> {
    let mut found: Vec<_> =
        dir.files().filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?))).collect();
    found.extend(dir.dirs().flat_map(files));
    found
}

/// The first Markdown file in `dir` that is no starter article, if any: in `content` where there is such a folder, else
/// anywhere but for the files about a repository, `README.md` and its like, at its top.
fn own_article(dir: &Path, starter: &[(&str, &str)]) -> Result<Option<String>> {
    let content = dir.join("content");
    let base = if content.is_dir() { &content } else { dir };
    if !base.is_dir() {
        return Ok(None);
    }
    let is_input = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0
            || !name.starts_with('.') && !["node_modules", "public", "themes"].contains(&&*name)
    };
    for entry in WalkDir::new(base).sort_by_file_name().into_iter().filter_entry(is_input) {
        let entry = entry.with_context(|| format!("cannot read {}", base.display()))?;
        let name = entry.file_name().to_string_lossy();
        let Some((stem, "md" | "markdown")) = name.rsplit_once('.') else { continue };
        let is_about = entry.depth() == 1 && base == dir && !stem.chars().any(char::is_lowercase);
        let steps = entry.path().strip_prefix(dir)?.components();
        let path = steps.map(|step| step.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if entry.file_type().is_file() && !is_about && !starter.iter().any(|(known, _)| *known == path) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// The configuration with every key commented out: what it says of the starter articles is not true of others.
fn commented(text: &str) -> String {
    let line = |line: &str| {
        let is_key = line.starts_with(|first: char| first.is_ascii_lowercase());
        if is_key { format!("# {line}\n") } else { format!("{line}\n") }
    };
    text.lines().map(line).collect()
}
