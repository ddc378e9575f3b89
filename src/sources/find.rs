//! Finds every file that is input of a project, and what it is input for. Reads names only.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use globset::{Glob, GlobSet, GlobSetBuilder};

use super::entries::{Linked, Walked};
use super::links::Links;
use super::not_read::NotRead;
use super::scope::Scope;
use super::walk::{relative, walk};

/// What is input of a project.
#[derive(Debug, Default)]
pub(super) struct FoundInput {
    /// As [`super::Sources::content_dir`].
    pub(super) content_dir: String,
    pub(super) files: Vec<InputFile>,
    /// What is there and is not input, by path below the project's folder.
    pub(super) not_read: BTreeMap<Arc<str>, NotRead>,
    /// What symbolic links lead to.
    pub(super) linked: Vec<Linked>,
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
    let content_dir = content_dir(root, scope.content_dir)?;
    let exclude = globs(scope.exclude)?;
    let mut input = FoundInput { content_dir, ..FoundInput::default() };
    let dir = input.content_dir.clone();
    // The theme is not content, even where the project itself is the content folder.
    let is_theme = |below: &str| dir.is_empty() && scope.theme.is_some() && below.starts_with("themes/");
    let role = |below: String| {
        let is_input = !is_theme(&below) && !exclude.is_match(&below);
        let path = match (dir.is_empty(), below.is_empty()) {
            (true, _) => below,
            (_, true) => dir.clone(),
            _ => format!("{dir}/{below}"),
        };
        is_input.then(|| Role::Content(path.into()))
    };
    let walked = walk(root, &dir, scope.out, links)?;
    refuse(root, &dir, &walked)?;
    input.take(&root.join(&dir), walked, role)?;
    find_messages(root, scope, links, &mut input)?;
    if let Some(name) = scope.theme.filter(|name| *name != "default") {
        find_theme(root, name, scope, links, &mut input)?;
    }
    Ok(input)
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

/// The configured content folder, else `content` where there is one, else the project's folder itself.
fn content_dir(root: &Path, configured: Option<&str>) -> Result<String> {
    match configured.map(|dir| dir.trim_matches('/')) {
        Some("" | ".") => Ok(String::new()),
        Some(dir) if dir.split(['/', '\\']).any(|step| step == "..") || Path::new(dir).is_absolute() => {
            bail!(
                "content.dir in faqtory.toml is `{dir}`, which is not inside the project\nhelp: name a folder of the project"
            )
        }
        Some(dir) if root.join(dir).is_dir() => Ok(dir.to_owned()),
        Some(dir) => bail!(
            "content.dir in faqtory.toml is `{dir}`, but there is no such folder in {}\nhelp: create the folder, or correct the path",
            root.display()
        ),
        None if root.join("content").is_dir() => Ok("content".to_owned()),
        None => Ok(String::new()),
    }
}

pub(super) fn globs(patterns: &[String]) -> Result<GlobSet> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(Glob::new(pattern).with_context(|| format!("content.exclude: `{pattern}` is not a glob"))?);
    }
    Ok(set.build()?)
}

fn find_theme(
    root: &Path,
    name: &str,
    scope: Scope<'_>,
    links: &Links,
    input: &mut FoundInput,
) -> Result<()> {
    let folder = format!("themes/{name}");
    let base = root.join("themes").join(name);
    if name.contains(['/', '\\']) || name.starts_with('.') || !base.is_dir() {
        bail!(
            "site.theme in faqtory.toml is `{name}`, but there is no folder {}\nhelp: run `faqtory init --theme {name}` to create it, or correct the name",
            base.display()
        );
    }
    let walked = walk(root, &folder, scope.out, links)?;
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

fn find_messages(root: &Path, scope: Scope<'_>, links: &Links, input: &mut FoundInput) -> Result<()> {
    let base = root.join("locales");
    if !base.is_dir() && !base.is_symlink() {
        return Ok(());
    }
    let mut walked = walk(root, "locales", scope.out, links)?;
    walked.files.retain(|file| file.path.extension().is_some_and(|extension| extension == "ftl"));
    input.take(&base, walked, |below| {
        let path = if below.is_empty() { "locales".to_owned() } else { format!("locales/{below}") };
        Some(Role::Messages(path.into()))
    })
}
