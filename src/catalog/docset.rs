//! Folders of articles whose paths share one root, and which of them a path is in. Data only.

use crate::locale::Locale;

use super::indexed::{DocsetIndex, IndexVec};

/// A folder of articles whose paths share one root.
#[derive(Clone, Debug)]
pub struct Docset {
    /// Below the project's folder, no slashes at its ends.
    pub root: String,
    /// The locale of all its files; none where each file says its own.
    pub locale: Option<Locale>,
    /// The public path of the docset on its old host, such as `AlchemyInsights`.
    pub base_path: Option<String>,
    /// What article IDs of this docset begin with, `/` included; empty for the only docset of a locale.
    pub prefix: String,
    pub kind: DocsetKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocsetKind {
    /// A docset of an Open Publishing repository.
    Published,
    /// A folder with the name of a locale, or one configured for it.
    LocaleFolder,
    /// A folder of files in many locales.
    Mixed,
}

/// The docset whose root is nearest above `path`, and the path below it. `docsets` has longer roots first.
pub(super) fn owner<'a>(
    docsets: &IndexVec<DocsetIndex, Docset>,
    path: &'a str,
) -> Option<(DocsetIndex, &'a str)> {
    docsets.iter_enumerated().find_map(|(index, docset)| Some((index, strip_folder(path, &docset.root)?)))
}

/// The path below `folder`, if it lies there; the empty folder holds everything.
pub(crate) fn strip_folder<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() {
        return Some(path);
    }
    path.strip_prefix(folder)?.strip_prefix('/')
}

pub(super) fn join(folder: &str, name: &str) -> String {
    match (folder.is_empty(), name.is_empty()) {
        (true, _) => name.to_owned(),
        (_, true) => folder.to_owned(),
        _ => format!("{folder}/{name}"),
    }
}
