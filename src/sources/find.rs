//! Finds every file that is input of a project, and what it is input for. Reads names only.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};

use super::beside;
use super::entries::{Linked, Walked};
use super::excluded::Excluded;
use super::links::Links;
use super::names::{is_site_file, is_text};
use super::not_read::NotRead;
use super::scope::Scope;
use super::walk::{Walk, relative};

/// What is input of a project.
#[derive(Debug, Default)]
pub(super) struct FoundInput {
    /// As those of [`super::Sources`].
    pub(super) content_dir: String,
    pub(super) beside: Vec<String>,
    pub(super) excluded: Vec<Arc<str>>,
    pub(super) hidden: Vec<Arc<str>>,
    pub(super) ignored: BTreeSet<PathBuf>,
    pub(super) files: Vec<InputFile>,
    /// What is there and is not input, by path below the project's folder.
    pub(super) not_read: BTreeMap<Arc<str>, NotRead>,
    /// What symbolic links lead to.
    pub(super) linked: Vec<Linked>,
    /// Folders that begin with a dot, by path below the project's folder: files in them are input where articles name them.
    pub(super) dot_folders: Vec<String>,
}

/// A file that is input.
#[derive(Clone, Debug)]
pub(super) struct InputFile {
    /// Where it stands on this machine.
    pub(super) file: PathBuf,
    /// Its canonical path, where it is reached by a symbolic link.
    pub(super) real: Option<PathBuf>,
    pub(super) role: Role,
}

/// What a file is input for, with its path there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Content(Arc<str>),
    Messages(Arc<str>),
    Theme(Arc<str>),
    ThemeMessages(Arc<str>),
}

impl InputFile {
    /// The file to open.
    pub(super) fn to_open(&self) -> &Path {
        self.real.as_deref().unwrap_or(&self.file)
    }
}

impl Role {
    /// Below the project's folder.
    pub(super) fn path(&self) -> &Arc<str> {
        match self {
            Self::Content(path) | Self::Messages(path) | Self::Theme(path) | Self::ThemeMessages(path) => {
                path
            }
        }
    }
}

/// Finds every file that is input.
///
/// # Errors
/// A content folder or a theme that is not there or cannot be looked into, an exclude pattern that is not a glob.
pub(super) fn find(root: &Path, scope: Scope<'_>, links: &Links) -> Result<FoundInput> {
    let content_dir = beside::content_dir(root, scope)?;
    let beside = beside::folders(root, &content_dir, scope)?;
    let mut ignored = BTreeSet::new();
    if content_dir.is_empty() {
        ignored.extend(links.ignored_folders());
        if beside::is_hugo_or_zola(root) {
            ignored.insert("public".into());
        }
        // What is to be served may be made by a program.
        let statics = beside::statics(root, &content_dir, scope)?;
        ignored.retain(|folder| !statics.iter().any(|served| Path::new(served).starts_with(folder)));
    }
    let walk = Walk { root, out: scope.out, ignored: &ignored, links };
    let mut input = FoundInput { content_dir, beside, ..FoundInput::default() };
    find_content(walk, scope, &mut input)?;
    find_beside(walk, scope, &mut input)?;
    find_messages(walk, &mut input)?;
    if let Some(name) = scope.theme.filter(|name| *name != "default") {
        find_theme(walk, name, &mut input)?;
    }
    input.ignored = ignored;
    Ok(input)
}

/// Finds what stands in the content folder.
fn find_content(walk: Walk<'_>, scope: Scope<'_>, input: &mut FoundInput) -> Result<()> {
    let dir = input.content_dir.clone();
    let exclude = Excluded::new(scope.exclude, &dir)?;
    // The theme is not content, even where the project itself is the content folder.
    let is_theme = |below: &str| dir.is_empty() && scope.theme.is_some() && below.starts_with("themes/");
    let role = |below: String| {
        let path = beside::join(&dir, &below);
        (!is_theme(&below) && !exclude.has(&path)).then(|| Role::Content(path.into()))
    };
    let mut walked = walk.all(&dir)?;
    refuse(walk.root, &dir, &walked)?;
    let base = walk.root.join(&dir);
    if !scope.exclude.is_empty() {
        for file in &walked.files {
            let below = relative(&base, &file.path)?;
            let path = beside::join(&dir, &below);
            if exclude.has(&path) && !is_theme(&below) {
                input.excluded.push(path.into());
            }
        }
    }
    for file in std::mem::take(&mut walked.hidden) {
        let below = relative(&base, &file)?;
        if !is_theme(&below) {
            input.hidden.push(beside::join(&dir, &below).into());
        }
    }
    for folder in std::mem::take(&mut walked.dot_folders) {
        let below = relative(&base, &folder)?;
        if !is_theme(&below) {
            input.dot_folders.push(beside::join(&dir, &below));
            input.hidden.push(format!("{}/", beside::join(&dir, &below)).into());
        }
    }
    input.take(&base, walked, role)
}

/// Finds what a generator keeps beside the content folder.
fn find_beside(walk: Walk<'_>, scope: Scope<'_>, input: &mut FoundInput) -> Result<()> {
    let dir = input.content_dir.clone();
    let exclude = Excluded::new(scope.exclude, &dir)?;
    let above: Vec<String> = beside::above(&input.content_dir).map(str::to_owned).collect();
    for folder in above {
        let walked = walk.own(&folder, is_site_file)?;
        input.take_content(walk.root, &folder, walked, |_| true)?;
    }
    for folder in input.beside.clone() {
        let base = walk.root.join(&folder);
        if !base.is_dir() && !base.is_symlink() {
            continue;
        }
        let is_configuration = folder.ends_with(beside::SPLIT);
        let walked = walk.all(&folder)?;
        for file in &walked.files {
            let path = beside::join(&folder, &relative(&base, &file.path)?);
            if exclude.has(&path) {
                input.excluded.push(path.into());
            }
        }
        let is_wanted = |path: &str| !exclude.has(path) && (!is_configuration || is_text(path));
        input.take_content(walk.root, &folder, walked, is_wanted)?;
    }
    Ok(())
}

/// A content folder that cannot be read is an error, not a finding.
fn refuse(root: &Path, dir: &str, walked: &Walked) -> Result<()> {
    let base = root.join(dir);
    match walked.not_read.iter().find(|(path, _)| *path == base) {
        Some((_, reason @ NotRead::Unreadable(_))) => bail!("cannot read {}: {reason}", base.display()),
        _ => Ok(()),
    }
}

impl FoundInput {
    /// Takes what was found in the folder at this path as content, where its path is wanted.
    fn take_content(
        &mut self,
        root: &Path,
        folder: &str,
        walked: Walked,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Result<()> {
        self.take(&root.join(folder), walked, |below| {
            let path = beside::join(folder, &below);
            let path = path.trim_end_matches('/');
            is_wanted(path).then(|| Role::Content(path.into()))
        })
    }

    /// Takes what was found below `base` and is input.
    fn take(&mut self, base: &Path, walked: Walked, role: impl Fn(String) -> Option<Role>) -> Result<()> {
        for file in walked.files {
            if let Some(role) = role(relative(base, &file.path)?) {
                self.files.push(InputFile { file: file.path, real: file.real, role });
            }
        }
        for (path, reason) in walked.not_read {
            if let Some(role) = role(relative(base, &path)?) {
                self.not_read.insert(role.path().clone(), reason);
            }
        }
        self.linked.extend(walked.linked);
        Ok(())
    }
}

fn find_theme(walk: Walk<'_>, name: &str, input: &mut FoundInput) -> Result<()> {
    let folder = format!("themes/{name}");
    let base = walk.root.join("themes").join(name);
    if name.contains(['/', '\\']) || name.starts_with('.') || !base.is_dir() {
        bail!(
            "site.theme in faqtory.toml is `{name}`, but there is no folder {}\nhelp: run `faqtory init --theme {name}` to create it, or correct the name",
            base.display()
        );
    }
    let walked = walk.all(&folder)?;
    let is_own =
        |(path, reason): &&(PathBuf, NotRead)| *path == base || matches!(reason, NotRead::Unreadable(_));
    if let Some((path, reason)) = walked.not_read.iter().find(is_own) {
        bail!("site.theme is `{name}`, but {} cannot be read: {reason}", path.display());
    }
    input.take(&base, walked, |below| {
        let path = format!("{folder}/{below}").into();
        Some(if below.starts_with("locales/") { Role::ThemeMessages(path) } else { Role::Theme(path) })
    })
}

/// The path of a theme's file below the theme's folder, `themes/<name>/`.
pub(super) fn below_theme(path: &str) -> &str {
    path.splitn(3, '/').nth(2).unwrap_or(path)
}

fn find_messages(walk: Walk<'_>, input: &mut FoundInput) -> Result<()> {
    let base = walk.root.join("locales");
    if !base.is_dir() && !base.is_symlink() {
        return Ok(());
    }
    let mut walked = walk.all("locales")?;
    walked.files.retain(|file| file.path.extension().is_some_and(|extension| extension == "ftl"));
    input.take(&base, walked, |below| {
        let path = if below.is_empty() { "locales".to_owned() } else { format!("locales/{below}") };
        Some(Role::Messages(path.into()))
    })
}
