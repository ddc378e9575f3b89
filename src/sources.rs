//! Reads every input: path → bytes, sorted. Interprets nothing but file names.

mod asset;
mod disk;
mod earlier;
mod entries;
mod find;
mod follow;
mod inputs;
mod links;
mod not_read;
mod open;
mod scope;
mod style;
mod svg;
#[cfg(test)]
mod tests;
mod theme_files;
mod walk;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

pub use disk::{Changes, Disk, Look};
pub use earlier::Earlier;
pub use entries::Linked;
use entries::is_seen;
use find::{Found, Place, below_theme, find, globs};
pub use inputs::{Extent, Inputs};
use links::Links;
pub use not_read::{LinkFault, NotRead};
pub use scope::{Git, Scope};
pub use theme_files::ThemeFiles;

/// Text files larger than this are not read: 64 MiB.
pub const MAX_TEXT_BYTES: u64 = 64 << 20;

/// All input of a project. Paths are relative to the project's folder, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The folder of articles below the project's folder, without slashes at its ends; empty for the folder itself.
    pub content_dir: String,
    /// Articles, includes, tables of contents, publishing configuration.
    pub texts: BTreeMap<Arc<str>, Vec<u8>>,
    /// Everything else in the content folder.
    pub assets: BTreeMap<Arc<str>, Asset>,
    /// Files and folders that stand there and are no input, and why.
    pub not_read: BTreeMap<Arc<str>, NotRead>,
    /// `locales/<tag>/*.ftl` of the project: path → text.
    pub messages: BTreeMap<Arc<str>, Vec<u8>>,
    /// Files of the project's own theme, by path below the theme's folder.
    pub theme: BTreeMap<String, Vec<u8>>,
    /// The files of `[theme]`.
    pub theme_files: ThemeFiles,
    /// Messages of the project's own theme: `locales/<tag>/*.ftl` below the theme's folder.
    pub theme_messages: BTreeMap<Arc<str>, Vec<u8>>,
}

/// A file that is copied, and read into memory only to be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where it stands on this machine.
    pub file: PathBuf,
    /// The first 10 hexadecimal digits of the BLAKE3 hash of the bytes that are served.
    pub hash: String,
    /// Width and height in pixels, for images that say so.
    pub size: Option<(u32, u32)>,
    /// What was found in it.
    pub content: crate::assets::Content,
}

/// Files that a thread reads at a time: few enough that none is left alone with many at the end.
const SHARE: usize = 64;

/// Reads the file `name` of the project in `root`, its configuration, if there is one.
///
/// # Errors
/// `root` is no folder, or the file cannot be read, or is a symbolic link that leads out of the project.
pub fn configuration(root: &Path, name: &str, git: Git) -> Result<Option<String>> {
    if !root.is_dir() {
        bail!("{} is not a folder; name the folder of the project or of the articles", root.display());
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
            _ => bail!("{} is not written in UTF-8; save it as UTF-8", file.display()),
        },
        Ok(Err(reason)) => Err(anyhow::Error::msg(reason)).with_context(cannot),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(cannot),
    }
}

/// Reads all input of the project in `root`.
///
/// # Errors
/// A configured folder that is not there or cannot be read, an exclude glob that is none.
pub fn load(root: &Path, scope: Scope<'_>) -> Result<Sources> {
    let links = Links::new(root, scope);
    let input = find(root, scope, &links)?;
    let mut sources =
        Sources { content_dir: input.content_dir, not_read: input.not_read, ..Sources::default() };
    let read: Vec<Option<(Place, Content)>> = input
        .files
        .into_par_iter()
        .with_max_len(SHARE)
        .map(|found| Ok(take(&found)?.map(|content| (found.place, content))))
        .collect::<Result<_>>()?;
    for (place, content) in read.into_iter().flatten() {
        sources.insert(&place, content);
    }
    sources.theme_files = theme_files::load(root, scope, &links)?;
    Ok(sources)
}

impl Sources {
    /// Puts a file where it belongs, in the place of what was there.
    fn put(&mut self, place: &Place, content: Content) {
        self.remove(place);
        self.insert(place, content);
    }

    /// Puts a file that is not there yet where it belongs.
    fn insert(&mut self, place: &Place, content: Content) {
        match (place, content) {
            (Place::Content(path), Content::Text(bytes)) => drop(self.texts.insert(path.clone(), bytes)),
            (Place::Content(path), Content::Asset(asset)) => drop(self.assets.insert(path.clone(), asset)),
            (Place::Messages(path), Content::Text(bytes)) => drop(self.messages.insert(path.clone(), bytes)),
            (Place::Theme(path), Content::Text(bytes)) => {
                drop(self.theme.insert(below_theme(path).to_owned(), bytes));
            }
            (Place::ThemeMessages(path), Content::Text(bytes)) => {
                drop(self.theme_messages.insert(path.clone(), bytes));
            }
            (place, Content::NotRead(reason)) => drop(self.not_read.insert(place.path().clone(), reason)),
            // Only articles are sorted by what they hold.
            (Place::Messages(_) | Place::Theme(_) | Place::ThemeMessages(_), Content::Asset(_)) => {}
        }
    }

    /// Forgets a file.
    fn remove(&mut self, place: &Place) {
        self.not_read.remove(place.path());
        match place {
            Place::Content(path) => {
                self.texts.remove(path);
                self.assets.remove(path);
            }
            Place::Messages(path) => drop(self.messages.remove(path)),
            Place::Theme(path) => drop(self.theme.remove(below_theme(path))),
            Place::ThemeMessages(path) => drop(self.theme_messages.remove(path)),
        }
    }
}

/// Whether a file is read as a text rather than copied, by its path.
pub fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let configuration = name == "docfx.json" || name.starts_with(".openpublishing.");
    configuration || matches!(extension.as_deref(), Some("md" | "markdown" | "yml" | "yaml"))
}

/// Whether a file holds messages of the project, by its path.
pub fn is_messages(path: &str) -> bool {
    path.starts_with("locales/") && path.ends_with(".ftl")
}

#[derive(Debug, PartialEq, Eq)]
enum Content {
    Text(Vec<u8>),
    Asset(Asset),
    NotRead(NotRead),
}

/// What a file holds; nothing if it has gone since it was found.
fn take(found: &Found) -> Result<Option<Content>> {
    let error = match read(found) {
        Ok(content) => return Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => error,
    };
    let is_theme = matches!(found.place, Place::Theme(_) | Place::ThemeMessages(_));
    match NotRead::of(&error).filter(|_| !is_theme) {
        Some(reason) => Ok(Some(Content::NotRead(reason))),
        None => Err(error).with_context(|| format!("cannot read {}", found.file.display())),
    }
}

fn read(found: &Found) -> io::Result<Content> {
    let file = found.to_open();
    let limit = match &found.place {
        Place::Content(path) if !is_text(path) => {
            return Ok(asset::read(file, path)?.map_or_else(Content::NotRead, Content::Asset));
        }
        Place::Theme(_) => u64::MAX,
        _ => MAX_TEXT_BYTES,
    };
    Ok(open::read(file, limit)?.map_or_else(Content::NotRead, Content::Text))
}
