//! The input of a project that is looked at again and again: after a change only what differs is read. Knows what has
//! changed, not what that means.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use anyhow::Result;
use rayon::prelude::*;

use super::dot_folders::DotFolders;
use super::entries::Linked;
use super::excluded::Excluded;
use super::find::{InputFile, Role, below_theme, find};
use super::input::{FileContent, Sources};
use super::links::Links;
use super::named::{may_name, named_files};
use super::names::{is_dot_folder, is_markdown, is_path_seen};
use super::not_read::NotRead;
use super::read::take;
use super::scope::{Git, Scope};
use super::theme_files;

/// FoundInput, and what is known of the files it was read from.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    content_dir: Option<String>,
    exclude: Vec<String>,
    statics: Option<Vec<String>>,
    pattern: Option<String>,
    follow: Vec<String>,
    theme: Option<String>,
    logo: Option<String>,
    style: Option<String>,
    image: Option<String>,
    touch_icon: Option<String>,
    out: PathBuf,
    git: Git,
    sources: Sources,
    /// What was not input when the folders were last walked.
    not_read: BTreeMap<Arc<str>, NotRead>,
    /// What symbolic links lead to.
    linked: BTreeSet<Linked>,
    dot_folders: DotFolders,
    /// Canonical paths of files that are reached by links, and the paths they are input by.
    aliases: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
    /// One file may have several roles: a message file in a project that is its own content folder is an asset too.
    files: BTreeMap<PathBuf, BTreeMap<Role, Stamp>>,
}

/// Length and time of change in nanoseconds: a file where both are equal is taken for the same.
type Stamp = (u64, Option<u128>);

/// Where to look for changes.
#[derive(Clone, Copy, Debug)]
pub enum Look<'a> {
    /// At these files and folders, which are known to have changed.
    At(&'a BTreeSet<PathBuf>),
    /// At every file whose length or time differs.
    Everywhere,
}

/// What differs from the time before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Texts of the content folder that were there before, and hold something else now; by path.
    pub texts: Vec<Arc<str>>,
    /// Whether a file of the content folder has come or gone, or an asset holds something else.
    pub others: bool,
    /// Whether any message of the project or its theme has changed.
    pub messages: bool,
    /// Whether any file of the theme has changed.
    pub theme: bool,
}

impl Changes {
    /// Whether anything has changed at all.
    pub fn any(&self) -> bool {
        !self.texts.is_empty() || self.others || self.messages || self.theme
    }

    fn add(&mut self, more: Self) {
        self.texts.extend(more.texts);
        self.others |= more.others;
        self.messages |= more.messages;
        self.theme |= more.theme;
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
            statics: scope.statics.map(<[String]>::to_vec),
            pattern: scope.pattern.map(str::to_owned),
            follow: scope.follow.to_vec(),
            theme: scope.theme.map(str::to_owned),
            logo: scope.logo.map(str::to_owned),
            style: scope.style.map(str::to_owned),
            image: scope.image.map(str::to_owned),
            touch_icon: scope.touch_icon.map(str::to_owned),
            out: scope.out.to_path_buf(),
            git: scope.git,
            sources: Sources::default(),
            not_read: BTreeMap::new(),
            linked: BTreeSet::new(),
            dot_folders: DotFolders::default(),
            aliases: BTreeMap::new(),
            files: BTreeMap::new(),
        };
        disk.look(Look::Everywhere)?;
        Ok(disk)
    }

    /// What was read.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// What symbolic links lead to, or will lead to when it is there.
    pub fn linked(&self) -> impl Iterator<Item = &Linked> {
        self.linked.iter()
    }

    /// Whether the file at this path below the project's folder has changed since it was read.
    pub fn is_outdated(&self, path: &str) -> bool {
        let file = self.root.join(path);
        let known = self.files.get(&file).and_then(|roles| roles.values().next());
        known.is_some() && known != stamp_of(&file).as_ref()
    }

    /// Reads what has changed. Files that vanish meanwhile are not input.
    ///
    /// # Errors
    /// Those of [`super::load`]; what was read before stays as it was.
    pub fn look(&mut self, look: Look<'_>) -> Result<Changes> {
        let links = Links::new(&self.root, self.scope());
        let theme_files = theme_files::load(&self.root, self.scope(), &links)?;
        let mut changes = match look {
            Look::At(paths) => match self.among_known(paths) {
                Some(files) => self.reread_known(files, &links),
                None => self.look_everywhere(&links),
            },
            Look::Everywhere => self.look_everywhere(&links),
        }?;
        let text = |path: &Arc<str>| self.sources.texts.get(path).map_or(&[][..], Vec::as_slice);
        if changes.others || changes.texts.iter().any(|path| !is_markdown(path) || may_name(text(path))) {
            let named = named_files(&self.sources, |paths| links.ignored_files(paths));
            changes.others |= named != self.sources.named;
            self.sources.named = named;
        }
        changes.theme |= self.sources.theme_files != theme_files;
        self.sources.theme_files = theme_files;
        Ok(changes)
    }

    fn scope(&self) -> Scope<'_> {
        Scope {
            content_dir: self.content_dir.as_deref(),
            exclude: &self.exclude,
            statics: self.statics.as_deref(),
            pattern: self.pattern.as_deref(),
            follow: &self.follow,
            theme: self.theme.as_deref(),
            logo: self.logo.as_deref(),
            style: self.style.as_deref(),
            image: self.image.as_deref(),
            touch_icon: self.touch_icon.as_deref(),
            out: &self.out,
            git: self.git,
        }
    }

    /// The known files among the paths; none where a file or folder is new, a folder gone, or a link there: then all must be
    /// looked at.
    fn among_known(&self, paths: &BTreeSet<PathBuf>) -> Option<Vec<InputFile>> {
        let mut files = Vec::new();
        for path in paths.iter().filter(|path| !self.is_passed_over(path)) {
            if path.strip_prefix(&self.root).is_ok_and(|below| Links::on_the_way(&self.root, below)) {
                return None;
            }
            let aliases = self.aliases.get(path);
            let is_read = |alias| self.files.contains_key(alias);
            // What a link leads to has gone or come back.
            if aliases.is_some_and(|aliases| !path.exists() || !aliases.iter().all(is_read)) {
                return None;
            }
            if let Some(roles) = self.files.get(path) {
                files.extend(roles.keys().map(|role| found(path, None, role)));
            } else if aliases.is_none() && path.exists() || self.below(path).next().is_some() {
                return None;
            }
            for alias in aliases.into_iter().flatten() {
                let roles = self.files.get(alias).into_iter().flat_map(BTreeMap::keys);
                files.extend(roles.map(|role| found(alias, Some(path), role)));
            }
        }
        Some(files)
    }

    /// Hidden files, which editors make, the output folder, and what git ignores.
    fn is_passed_over(&self, path: &Path) -> bool {
        if path.starts_with(&self.out) {
            return true;
        }
        let Ok(below) = path.strip_prefix(&self.root) else {
            // Where links lead, folders above may be hidden.
            return path.file_name().is_some_and(|name| !is_path_seen(Path::new(name)));
        };
        if below.ancestors().any(|above| self.sources.ignored.contains(above)) {
            return true;
        }
        if let Some(below) = self.dot_folders.below(below) {
            return !is_path_seen(below);
        }
        // A new folder may be one that articles name.
        let is_new = || {
            let above_is_seen = below.parent().is_some_and(is_path_seen);
            above_is_seen && is_dot_folder(&name(path)) && !self.dot_folders.has(below) && path.is_dir()
        };
        !is_path_seen(below) && !is_new()
    }

    fn below(&self, folder: &Path) -> impl Iterator<Item = &PathBuf> {
        let folder = folder.to_path_buf();
        let from = self.files.range(folder.clone()..).map(|(file, _)| file);
        from.take_while(move |file| file.starts_with(&folder))
    }

    fn look_everywhere(&mut self, links: &Links) -> Result<Changes> {
        let mut input = find(&self.root, self.scope(), links)?;
        let (linked, dot_folders) =
            (std::mem::take(&mut input.linked), std::mem::take(&mut input.dot_folders));
        let (found, mut files) = Sources::before(input);
        let not_read = found.not_read;
        if found.content_dir != self.sources.content_dir {
            self.sources = Sources { content_dir: found.content_dir, ..Sources::default() };
            self.files.clear();
            self.not_read.clear();
        }
        self.sources.beside = found.beside;
        self.sources.ignored = found.ignored;
        self.sources.excluded = found.excluded;
        self.sources.hidden = found.hidden;
        let mut changes =
            self.reread(self.others(&files), self.gone(&files, |path| !is_in_dot_folder(path)))?;
        // Which of these folders are input is said by the texts.
        self.dot_folders = DotFolders::new(dot_folders, &self.sources.texts);
        let exclude = Excluded::new(&self.exclude, &self.sources.content_dir)?;
        let in_dot_folders = self.dot_folders.files(&self.root, &exclude, links)?;
        let others = self.others(&in_dot_folders);
        files.extend(in_dot_folders);
        changes.add(self.reread(others, self.gone(&files, is_in_dot_folder))?);
        self.linked = linked.into_iter().collect();
        let named = self.dot_folders.named().into_iter();
        self.linked.extend(named.map(|folder| Linked::Folder(self.root.join(folder))));
        self.aliases.clear();
        for InputFile { file, real, .. } in files {
            if let Some(real) = real {
                self.aliases.entry(real).or_default().insert(file);
            }
        }
        if not_read != self.not_read {
            changes.others = true;
            for path in self.not_read.keys() {
                self.sources.not_read.remove(path);
            }
            self.sources.not_read.extend(not_read.clone());
            self.not_read = not_read;
        }
        Ok(changes)
    }

    /// Those of the files that are new, or other than they were.
    fn others(&self, files: &[InputFile]) -> Vec<InputFile> {
        let is_other = |found: &&InputFile| {
            let known = self.files.get(&found.file).and_then(|roles| roles.get(&found.role));
            known.is_none() || known != stamp_of(found.to_open()).as_ref()
        };
        files.par_iter().filter(is_other).cloned().collect()
    }

    /// The known files that are none of these, among those whose paths are asked for.
    fn gone(&self, files: &[InputFile], is_asked: impl Fn(&str) -> bool) -> Vec<InputFile> {
        let there: BTreeSet<(&PathBuf, &Role)> =
            files.iter().map(|found| (&found.file, &found.role)).collect();
        let known = self.files.iter().flat_map(|(file, roles)| roles.keys().map(move |role| (file, role)));
        let gone = known.filter(|known| !there.contains(known) && is_asked(known.1.path()));
        gone.map(|(file, role)| found(file, None, role)).collect()
    }

    /// Reads known files again, and what they name now.
    fn reread_known(&mut self, files: Vec<InputFile>, links: &Links) -> Result<Changes> {
        let mut changes = self.reread(files, Vec::new())?;
        let text = |path: &Arc<str>| self.sources.texts.get(path).map_or(&[][..], Vec::as_slice);
        if changes.texts.iter().any(|path| self.dot_folders.is_outdated(path, text(path))) {
            changes.add(self.look_everywhere(links)?);
        }
        Ok(changes)
    }

    /// Reads these files again, and forgets those that are gone.
    fn reread(&mut self, files: Vec<InputFile>, mut gone: Vec<InputFile>) -> Result<Changes> {
        let read: Vec<Option<(InputFile, Stamp, FileContent)>> = files
            .par_iter()
            .map(|found| Ok(take_stamped(found)?.map(|(stamp, content)| (found.clone(), stamp, content))))
            .collect::<Result<_>>()?;
        let mut changes = Changes::default();
        for (file, read) in files.into_iter().zip(read) {
            match read {
                Some((found, stamp, content)) => {
                    self.note(&found.role, Some(&content), &mut changes);
                    self.sources.put(&found.role, content);
                    self.files.entry(found.file).or_default().insert(found.role, stamp);
                }
                None => gone.push(file),
            }
        }
        for InputFile { file, role, .. } in gone {
            self.note(&role, None, &mut changes);
            self.sources.remove(&role);
            if let Some(roles) = self.files.get_mut(&file) {
                roles.remove(&role);
            }
        }
        self.files.retain(|_, roles| !roles.is_empty());
        changes.texts.sort();
        Ok(changes)
    }

    /// Notes what is new about a file whose content this is now.
    fn note(&self, role: &Role, content: Option<&FileContent>, changes: &mut Changes) {
        let text = match content {
            Some(FileContent::Text(bytes)) => Some(bytes),
            _ => None,
        };
        let sources = &self.sources;
        let not_read = match content {
            Some(FileContent::NotRead(reason)) => Some(reason),
            _ => None,
        };
        changes.others |= sources.not_read.get(role.path()) != not_read;
        match role {
            Role::Content(path) => match (sources.texts.get(path), content) {
                (Some(before), Some(FileContent::Text(now))) if before == now => {}
                (Some(_), Some(FileContent::Text(_))) => changes.texts.push(path.clone()),
                (None, Some(FileContent::Asset(now))) if sources.assets.get(path) == Some(now) => {}
                (None, Some(FileContent::NotRead(_))) => {}
                _ => changes.others = true,
            },
            Role::Messages(path) => changes.messages |= sources.messages.get(path) != text,
            Role::Theme(path) => changes.theme |= sources.theme.get(below_theme(path)) != text,
            Role::ThemeMessages(path) => changes.messages |= sources.theme_messages.get(path) != text,
        }
    }
}

/// Whether a file is input only as its folder is named by a text.
fn is_in_dot_folder(path: &str) -> bool {
    !is_path_seen(Path::new(path))
}

fn name(path: &Path) -> std::borrow::Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}

fn found(file: &Path, real: Option<&PathBuf>, role: &Role) -> InputFile {
    InputFile { file: file.to_path_buf(), real: real.cloned(), role: role.clone() }
}

/// The stamp is taken first: what is written while we read is read again.
fn take_stamped(found: &InputFile) -> Result<Option<(Stamp, FileContent)>> {
    let Some(stamp) = stamp_of(found.to_open()) else { return Ok(None) };
    Ok(take(found)?.map(|content| (stamp, content)))
}

fn stamp_of(file: &Path) -> Option<Stamp> {
    fs::metadata(file).ok().map(|metadata| stamp(&metadata))
}

fn stamp(metadata: &Metadata) -> Stamp {
    let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    (metadata.len(), modified.map(|since| since.as_nanos()))
}
