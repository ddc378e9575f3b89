//! What the paths after `faqtory check` name: a whole project, or files and folders of one. Reads no file.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::CONFIGURATION_FILE;
use crate::report::visible::line;

/// A project and what is wanted of it.
#[derive(Debug)]
pub(super) struct Selected {
    /// The project's folder.
    pub(super) root: PathBuf,
    /// Files and folders, from the project's folder; none where the whole project is meant.
    pub(super) paths: BTreeSet<String>,
}

/// # Errors
/// A path that does not exist, or paths of several projects.
pub(super) fn select(paths: &[PathBuf]) -> Result<Selected> {
    let here = std::env::current_dir().context("cannot tell the working directory")?;
    if let [dir] = paths
        && (dir.is_dir() || dir.symlink_metadata().is_err())
        && (is_project(dir) || around(dir, &here).is_none())
    {
        return Ok(Selected { root: dir.clone(), paths: BTreeSet::new() });
    }
    let mut root: Option<PathBuf> = None;
    let mut names = BTreeSet::new();
    for path in paths {
        let shown = path.display().to_string();
        if path.symlink_metadata().is_err() {
            bail!("{} does not exist\nhelp: name files or folders of a project", line(&shown));
        }
        let found = located(path)?;
        let own = around(path, &here).unwrap_or_else(|| base(&found, &here));
        let root = root.get_or_insert_with(|| own.clone());
        if *root != own && root.canonicalize().ok() != own.canonicalize().ok() {
            bail!(
                "{} is in another project than the paths before it\nhelp: check one project at a time",
                line(&shown)
            );
        }
        names.extend(below(root, &found));
        if let (Ok(root), Ok(found)) = (root.canonicalize(), path.canonicalize()) {
            names.extend(below(&root, &found));
        }
    }
    let root = root.unwrap_or_else(|| here.clone());
    let root = match root.strip_prefix(&here) {
        Ok(inside) if inside.as_os_str().is_empty() => PathBuf::from("."),
        Ok(inside) => inside.to_path_buf(),
        Err(_) => root,
    };
    Ok(Selected { root, paths: names })
}

fn is_project(folder: &Path) -> bool {
    folder.join(CONFIGURATION_FILE).is_file() || folder.join("content").is_dir()
}

/// The project that a file or folder lies in, within its git repository: the nearest folder around it with a configuration, else the
/// repository whose `content` it is below (deeper down, a folder of that name is one of other generators); else the working
/// directory, if the path is among its articles.
fn around(path: &Path, here: &Path) -> Option<PathBuf> {
    let found = located(path).ok()?;
    let mut of_content = None;
    for folder in found.ancestors() {
        let is_around = folder != found;
        if is_around && folder.join(CONFIGURATION_FILE).is_file() {
            return Some(folder.to_path_buf());
        }
        if folder.join(".git").exists() {
            if of_content.as_deref() == Some(folder) {
                return of_content;
            }
            break;
        }
        if is_around && folder.file_name().is_some_and(|name| name == "content") {
            of_content = folder.parent().map(Path::to_path_buf);
        }
    }
    let content = here.join("content");
    (found != content && found.starts_with(content)).then(|| here.to_path_buf())
}

/// The folder that is read for a path which no project is around: the working directory, or where the path lies.
fn base(found: &Path, here: &Path) -> PathBuf {
    if found.starts_with(here) {
        return here.to_path_buf();
    }
    found.parent().unwrap_or(found).to_path_buf()
}

/// The path from the root, as it is written; what lies behind a link is not looked at.
fn located(path: &Path) -> Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    if absolute.components().any(|step| step == Component::ParentDir) {
        return Ok(absolute.canonicalize()?);
    }
    Ok(absolute)
}

/// `content/de-DE/a.md`
fn below(root: &Path, path: &Path) -> Option<String> {
    let steps = path.strip_prefix(root).ok()?.components();
    let steps: Vec<_> = steps.map(|step| step.as_os_str().to_string_lossy()).collect();
    Some(steps.join("/"))
}
