//! The input of a project that is looked at again and again: after a change only what differs is read. Knows what has
//! changed, not what that means.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::{Content, Found, Place, Scope, Sources, find, read, theme_files};

/// Input, and what is known of the files it was read from.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    content_dir: Option<String>,
    exclude: Vec<String>,
    theme: Option<String>,
    logo: Option<String>,
    style: Option<String>,
    out: PathBuf,
    sources: Sources,
    /// One file may be input for several things: a message in a project that is its own content folder is an asset too.
    files: BTreeMap<PathBuf, BTreeMap<Place, Stamp>>,
}

/// Length and time of change in nanoseconds: a file where both are equal is taken for the same.
type Stamp = (u64, Option<u128>);

/// Where to look for changes.
#[derive(Clone, Copy, Debug)]
pub enum Look<'a> {
    /// At these files and folders, which something is known to have happened to.
    At(&'a BTreeSet<PathBuf>),
    /// At every file whose length or time is another.
    Everywhere,
}

/// What differs from the time before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Texts of the content folder that were there before, and hold something else now; by path.
    pub texts: Vec<Arc<str>>,
    /// Whether a file of the content folder has come or gone, or an asset holds something else.
    pub others: bool,
    /// Whether any message of the project or its theme is another.
    pub messages: bool,
    /// Whether any file of the theme is another.
    pub theme: bool,
}

impl Changes {
    /// Whether anything has changed at all.
    pub fn any(&self) -> bool {
        !self.texts.is_empty() || self.others || self.messages || self.theme
    }
}

impl Disk {
    /// Reads all input of the project in `root`.
    ///
    /// # Errors
    /// Those of [`super::load`].
    pub fn open(root: &Path, scope: Scope<'_>) -> Result<Self> {
        let mut disk = Self {
            root: root.to_path_buf(),
            content_dir: scope.content_dir.map(str::to_owned),
            exclude: scope.exclude.to_vec(),
            theme: scope.theme.map(str::to_owned),
            logo: scope.logo.map(str::to_owned),
            style: scope.style.map(str::to_owned),
            out: scope.out.to_path_buf(),
            sources: Sources::default(),
            files: BTreeMap::new(),
        };
        disk.look(Look::Everywhere)?;
        Ok(disk)
    }

    /// What was read.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Reads what has changed. Files that vanish meanwhile are no input.
    ///
    /// # Errors
    /// Those of [`super::load`]; what was read before is kept as it was.
    pub fn look(&mut self, look: Look<'_>) -> Result<Changes> {
        let theme_files = theme_files::load(&self.root, self.scope())?;
        let mut changes = match look {
            Look::At(paths) => match self.among_known(paths) {
                Some(files) => self.reread(files, Vec::new()),
                None => self.look_everywhere(),
            },
            Look::Everywhere => self.look_everywhere(),
        }?;
        changes.theme |= self.sources.theme_files != theme_files;
        self.sources.theme_files = theme_files;
        Ok(changes)
    }

    fn scope(&self) -> Scope<'_> {
        Scope {
            content_dir: self.content_dir.as_deref(),
            exclude: &self.exclude,
            theme: self.theme.as_deref(),
            logo: self.logo.as_deref(),
            style: self.style.as_deref(),
            out: &self.out,
        }
    }

    /// The known files among the paths; none where a file or folder is new, or a folder gone: then all must be looked at.
    fn among_known(&self, paths: &BTreeSet<PathBuf>) -> Option<Vec<Found>> {
        let mut files = Vec::new();
        for path in paths.iter().filter(|path| !self.is_passed_over(path)) {
            if let Some(places) = self.files.get(path) {
                files.extend(places.keys().map(|place| Found { file: path.clone(), place: place.clone() }));
            } else if path.exists() || self.below(path).next().is_some() {
                return None;
            }
        }
        Some(files)
    }

    /// Hidden files, which editors make, and the output folder.
    fn is_passed_over(&self, path: &Path) -> bool {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let is_hidden = |name: &str| name.starts_with('.') && !name.starts_with(".openpublishing.");
        path.starts_with(&self.out)
            || below.iter().any(|step| is_hidden(&step.to_string_lossy()) || step == "node_modules")
    }

    fn below(&self, folder: &Path) -> impl Iterator<Item = &PathBuf> {
        let folder = folder.to_path_buf();
        let from = self.files.range(folder.clone()..).map(|(file, _)| file);
        from.take_while(move |file| file.starts_with(&folder))
    }

    fn look_everywhere(&mut self) -> Result<Changes> {
        let (content_dir, found) = find(&self.root, self.scope())?;
        if content_dir != self.sources.content_dir {
            self.sources = Sources { content_dir, ..Sources::default() };
            self.files.clear();
        }
        let there: BTreeSet<(&PathBuf, &Place)> =
            found.iter().map(|found| (&found.file, &found.place)).collect();
        let known =
            self.files.iter().flat_map(|(file, places)| places.keys().map(move |place| (file, place)));
        let gone = known.filter(|known| !there.contains(known));
        let gone = gone.map(|(file, place)| Found { file: file.clone(), place: place.clone() }).collect();
        let is_other = |found: &Found| {
            let known = self.files.get(&found.file).and_then(|places| places.get(&found.place));
            known.is_none() || known != stamp_of(&found.file).as_ref()
        };
        let others: Vec<Found> = found.par_iter().filter(|found| is_other(found)).cloned().collect();
        self.reread(others, gone)
    }

    /// Reads these files again, and forgets those that are gone.
    fn reread(&mut self, files: Vec<Found>, mut gone: Vec<Found>) -> Result<Changes> {
        let read: Vec<Option<(Found, Stamp, Content)>> = files
            .par_iter()
            .map(|found| match read_stamped(found) {
                Ok((stamp, content)) => Ok(Some((found.clone(), stamp, content))),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error).with_context(|| format!("cannot read {}", found.file.display())),
            })
            .collect::<Result<_>>()?;
        let mut changes = Changes::default();
        for (file, read) in files.into_iter().zip(read) {
            match read {
                Some((found, stamp, content)) => {
                    self.note(&found.place, Some(&content), &mut changes);
                    self.sources.put(&found.place, content);
                    self.files.entry(found.file).or_default().insert(found.place, stamp);
                }
                None => gone.push(file),
            }
        }
        for Found { file, place } in gone {
            self.note(&place, None, &mut changes);
            self.sources.remove(&place);
            if let Some(places) = self.files.get_mut(&file) {
                places.remove(&place);
            }
        }
        self.files.retain(|_, places| !places.is_empty());
        changes.texts.sort();
        Ok(changes)
    }

    /// Notes what is new about a file whose content this is now.
    fn note(&self, place: &Place, content: Option<&Content>, changes: &mut Changes) {
        let text = match content {
            Some(Content::Text(bytes)) => Some(bytes),
            _ => None,
        };
        let sources = &self.sources;
        match place {
            Place::Content(path) => match (sources.texts.get(path), content) {
                (Some(before), Some(Content::Text(now))) if before == now => {}
                (Some(_), Some(Content::Text(_))) => changes.texts.push(path.clone()),
                (None, Some(Content::Asset(now))) if sources.assets.get(path) == Some(now) => {}
                (None, Some(Content::TooLarge)) if sources.too_large.contains(path) => {}
                _ => changes.others = true,
            },
            Place::Messages(path) => changes.messages |= sources.messages.get(path) != text,
            Place::Theme(path) => changes.theme |= sources.theme.get(path) != text,
            Place::ThemeMessages(path) => changes.messages |= sources.theme_messages.get(path) != text,
        }
    }
}

/// The stamp is taken first: what is written while we read is read again.
fn read_stamped(found: &Found) -> std::io::Result<(Stamp, Content)> {
    let stamp = stamp(&fs::metadata(&found.file)?);
    Ok((stamp, read(found)?))
}

fn stamp_of(file: &Path) -> Option<Stamp> {
    fs::metadata(file).ok().map(|metadata| stamp(&metadata))
}

fn stamp(metadata: &Metadata) -> Stamp {
    let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    (metadata.len(), modified.map(|since| since.as_nanos()))
}
