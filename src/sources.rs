//! Reads every input: path → bytes, sorted. Interprets nothing but file names.

mod asset;
mod beside;
mod disk;
mod dot_folders;
mod earlier;
mod entries;
mod excluded;
mod find;
mod follow;
mod input;
mod links;
mod named;
mod names;
mod not_read;
mod open;
mod read;
mod scope;
mod style;
mod svg;
#[cfg(test)]
mod tests;
mod theme_files;
mod walk;
mod watched;

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

pub use asset::Asset;
pub use disk::{Changes, Disk, Look};
use dot_folders::DotFolders;
pub use earlier::EarlierFile;
pub use entries::Linked;
use excluded::Excluded;
use find::{InputFile, Role, find};
use input::FileContent;
pub use input::{Named, NotIncluded, Sources, is_messages};
use links::Links;
pub use named::named_files;
pub use names::{is_markdown, is_package, is_text};
pub use not_read::{LinkFault, MAX_TEXT_BYTES, NotRead};
pub use scope::{Git, Scope};
pub use theme_files::ThemeFiles;
pub use watched::{WatchDepth, WatchedInputs};

/// Files that a thread reads at a time: few enough that none is left alone with many at the end.
const SHARE: usize = 64;

/// Reads the file `name` of the project in `root`, its configuration, if there is one.
///
/// # Errors
/// `root` is not a folder, or the file cannot be read, or is a symbolic link that leads out of the project.
pub fn configuration(root: &Path, name: &str, git: Git) -> Result<Option<String>> {
    if !root.is_dir() {
        let fault = if root.symlink_metadata().is_err() { "does not exist" } else { "is not a folder" };
        bail!("{} {fault}\nhelp: name the folder of the project or of the articles", root.display());
    }
    let file = root.join(name);
    let cannot = || format!("cannot read {}", file.display());
    let real = if Links::on_the_way(root, name) {
        let out = root.join("public");
        let scope = Scope { git, ..Scope::new(&out) };
        match Links::new(root, scope).file(root, name) {
            Err(NotRead::Link(LinkFault::Dangling)) => return Ok(None),
            real => real.map_err(anyhow::Error::msg).with_context(cannot)?,
        }
    } else {
        None
    };
    match open::read(real.as_deref().unwrap_or(&file), MAX_TEXT_BYTES) {
        Ok(Ok(bytes)) => match String::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => Ok(Some(text)),
            _ => bail!("{} is not valid UTF-8\nhelp: save it as UTF-8", file.display()),
        },
        Ok(Err(reason)) => Err(anyhow::Error::msg(reason)).with_context(cannot),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(cannot),
    }
}

/// Reads one text that the user names.
///
/// # Errors
/// It is not there, cannot be read, or is not UTF-8.
pub fn text(file: &Path) -> Result<String> {
    let cannot = || format!("cannot read {}", file.display());
    let bytes = open::read(file, MAX_TEXT_BYTES)
        .with_context(cannot)?
        .map_err(anyhow::Error::msg)
        .with_context(cannot)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(_) => bail!("{} is not valid UTF-8\nhelp: save it as UTF-8", file.display()),
    }
}

/// The bytes of a file that is no input of a project; the inner error is why it is not read.
///
/// # Errors
/// It is not there, or cannot be read.
pub fn bytes(file: &Path) -> Result<Result<Vec<u8>, String>> {
    let read = open::read(file, MAX_TEXT_BYTES).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(read.map_err(|reason| reason.to_string()))
}

/// The files below a folder, in the order of their names. No link is followed, no hidden folder looked into.
///
/// # Errors
/// The folder cannot be read.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_seen = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    Ok(entries::entries(walkdir::WalkDir::new(folder), &is_seen)?.files)
}

/// The symbolic links below a folder, in the order of their names, and not below hidden ones.
///
/// # Errors
/// The folder cannot be read.
pub fn links_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_seen = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_seen);
    let mut links = Vec::new();
    for entry in walk {
        let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
        if entry.path_is_symlink() && entry.depth() > 0 {
            links.push(entry.into_path());
        }
    }
    Ok(links)
}

/// Reads all input of the project in `root`.
///
/// # Errors
/// A configured folder that is not there or cannot be read, an exclude pattern that is not a glob.
pub fn load(root: &Path, scope: Scope<'_>) -> Result<Sources> {
    let links = Links::new(root, scope);
    let mut input = find(root, scope, &links)?;
    let dot_folders = std::mem::take(&mut input.dot_folders);
    let (mut sources, files) = Sources::before(input);
    take(&mut sources, files)?;
    let dot_folders = DotFolders::new(dot_folders, &sources.texts);
    let exclude = Excluded::new(scope.exclude, &sources.content_dir)?;
    let in_dot_folders = dot_folders.files(root, &exclude, &links)?;
    take(&mut sources, in_dot_folders)?;
    sources.theme_files = theme_files::load(root, scope, &links)?;
    sources.named = named_files(&sources, |paths| links.ignored_files(paths));
    Ok(sources)
}

/// Reads these files.
fn take(sources: &mut Sources, files: Vec<InputFile>) -> Result<()> {
    let read: Vec<Option<(Role, FileContent)>> = files
        .into_par_iter()
        .with_max_len(SHARE)
        .map(|found| Ok(read::take(&found)?.map(|content| (found.role, content))))
        .collect::<Result<_>>()?;
    for (role, content) in read.into_iter().flatten() {
        sources.insert(&role, content);
    }
    Ok(())
}
