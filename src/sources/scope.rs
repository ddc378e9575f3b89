//! What of a project's folder is read. Reads nothing.

use std::path::{Path, PathBuf};

/// What to read below a project's folder.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// `[content] dir`, if configured.
    pub content_dir: Option<&'a str>,
    /// `[content] exclude`.
    pub exclude: &'a [String],
    /// `[content] static`, if configured: folders whose files are served from the root of the site.
    pub statics: Option<&'a [String]>,
    /// `[locales] pattern`, if configured: a path from the project's folder with `{locale}` in it.
    pub pattern: Option<&'a str>,
    /// `[content] follow`: folders outside the project that symbolic links may lead to.
    pub follow: &'a [String],
    /// `[site] theme`, if configured.
    pub theme: Option<&'a str>,
    /// `[theme] logo` and `[theme] style`, if configured: files of the project.
    pub logo: Option<&'a str>,
    pub style: Option<&'a str>,
    /// `[site] image` and `[theme] touch_icon`, likewise.
    pub image: Option<&'a str>,
    pub touch_icon: Option<&'a str>,
    /// The output folder: never input.
    pub out: &'a Path,
    pub git: Git,
}

impl<'a> Scope<'a> {
    /// That of a project without a configuration.
    pub fn new(out: &'a Path) -> Self {
        Self {
            content_dir: None,
            exclude: &[],
            statics: None,
            pattern: None,
            follow: &[],
            theme: None,
            logo: None,
            style: None,
            image: None,
            touch_icon: None,
            out,
            git: Git::NONE,
        }
    }
}

/// What git knows of the files of a project.
#[derive(Clone, Copy, Debug)]
pub struct Git {
    /// The work tree that a canonical folder lies in.
    pub work_tree: fn(&Path) -> Option<PathBuf>,
    /// Whether git ignores each of these canonical paths; the error is why it cannot say.
    pub ignores: fn(&[PathBuf]) -> Vec<Result<bool, String>>,
    /// The folders below a canonical folder that git ignores and in which it tracks nothing, from that folder; none where git
    /// cannot say.
    pub ignored_folders: fn(&Path) -> Vec<PathBuf>,
}

impl Git {
    /// Where there is no git.
    pub const NONE: Self = Self {
        work_tree: |_| None,
        ignores: |paths| vec![Ok(false); paths.len()],
        ignored_folders: |_| Vec::new(),
    };
}
