//! What was read: all input of a project, path → bytes, sorted. Reads nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::asset::Asset;
use super::find::{FoundInput, InputFile, Role, below_theme};
use super::not_read::NotRead;
use super::theme_files::ThemeFiles;

/// All input of a project. Paths are relative to the project's folder, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The folder of articles below the project's folder, without slashes at its ends; empty for the folder itself.
    pub content_dir: String,
    /// The folders beside that of the articles which are read: configuration of a generator, files that are served as they are.
    pub beside: Vec<String>,
    /// Articles, includes, tables of contents, publishing configuration.
    pub texts: BTreeMap<Arc<str>, Vec<u8>>,
    /// Everything else in the content folder.
    pub assets: BTreeMap<Arc<str>, Asset>,
    /// What articles include that is not among the texts, or no article.
    pub named: Named,
    /// Files and folders that are there and are not input, and why.
    pub not_read: BTreeMap<Arc<str>, NotRead>,
    /// Files that `[content] exclude` leaves out.
    pub excluded: Vec<Arc<str>>,
    /// Files and folders in the content folder whose names begin with a dot; the folders end in `/`.
    pub hidden: Vec<Arc<str>>,
    /// Folders that git ignores, and which are not walked through.
    pub ignored: BTreeSet<PathBuf>,
    /// `locales/<tag>/*.ftl` of the project: path → text.
    pub messages: BTreeMap<Arc<str>, Vec<u8>>,
    /// Files of the project's own theme, by path below the theme's folder.
    pub theme: BTreeMap<String, Vec<u8>>,
    /// The files of `[theme]`.
    pub theme_files: ThemeFiles,
    /// Messages of the project's own theme: `locales/<tag>/*.ftl` below the theme's folder.
    pub theme_messages: BTreeMap<Arc<str>, Vec<u8>>,
}

/// What articles include.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Files that are no Markdown, by path.
    pub texts: BTreeMap<Arc<str>, Vec<u8>>,
    /// The paths of Markdown, articles among them.
    pub markdown: BTreeSet<Arc<str>>,
    /// Files that are there and are not shown, by path.
    pub refused: BTreeMap<Arc<str>, NotIncluded>,
}

/// Why a file that articles include is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotIncluded {
    /// Git ignores it: it is of this machine alone.
    Ignored,
    /// A step of its path begins with a dot.
    Hidden,
    /// It is a text of a program that is too long.
    TooLarge,
}

/// What a file holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FileContent {
    Text(Vec<u8>),
    Asset(Asset),
    NotRead(NotRead),
}

impl Sources {
    /// What is known before any file is read, and the files to read.
    pub(super) fn before(found: FoundInput) -> (Self, Vec<InputFile>) {
        let FoundInput { content_dir, beside, excluded, hidden, ignored, files, not_read, .. } = found;
        (Self { content_dir, beside, excluded, hidden, ignored, not_read, ..Self::default() }, files)
    }

    /// Puts a file where it belongs, replacing what was there.
    pub(super) fn put(&mut self, role: &Role, content: FileContent) {
        self.remove(role);
        self.insert(role, content);
    }

    /// Puts a file that is not there yet where it belongs.
    pub(super) fn insert(&mut self, role: &Role, content: FileContent) {
        match (role, content) {
            (Role::Content(path), FileContent::Text(bytes)) => drop(self.texts.insert(path.clone(), bytes)),
            (Role::Content(path), FileContent::Asset(asset)) => drop(self.assets.insert(path.clone(), asset)),
            (Role::Messages(path), FileContent::Text(bytes)) => {
                drop(self.messages.insert(path.clone(), bytes))
            }
            (Role::Theme(path), FileContent::Text(bytes)) => {
                drop(self.theme.insert(below_theme(path).to_owned(), bytes));
            }
            (Role::ThemeMessages(path), FileContent::Text(bytes)) => {
                drop(self.theme_messages.insert(path.clone(), bytes));
            }
            (role, FileContent::NotRead(reason)) => drop(self.not_read.insert(role.path().clone(), reason)),
            // Only articles are sorted by what they hold.
            (Role::Messages(_) | Role::Theme(_) | Role::ThemeMessages(_), FileContent::Asset(_)) => {}
        }
    }

    /// Forgets a file.
    pub(super) fn remove(&mut self, role: &Role) {
        self.not_read.remove(role.path());
        match role {
            Role::Content(path) => {
                self.texts.remove(path);
                self.assets.remove(path);
            }
            Role::Messages(path) => drop(self.messages.remove(path)),
            Role::Theme(path) => drop(self.theme.remove(below_theme(path))),
            Role::ThemeMessages(path) => drop(self.theme_messages.remove(path)),
        }
    }
}

/// Whether a file holds messages of the project, by its path.
pub fn is_messages(path: &str) -> bool {
    path.starts_with("locales/") && path.ends_with(".ftl")
}
