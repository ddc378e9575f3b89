//! The part of a project that is asked about. Decides nothing about it.

use std::collections::BTreeSet;

use crate::locale::Locale;

/// Which findings and articles are wanted; by default all.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Those of these locales and of none, or of all where none is named.
    pub locales: Vec<Locale>,
    /// Those in these files and below these folders, by their paths from the project's folder, or all where none is named.
    pub paths: BTreeSet<String>,
}

impl Selection {
    /// Whether a file is wanted.
    pub fn has_path(&self, path: &str) -> bool {
        self.paths.is_empty() || within(path).any(|part| self.paths.contains(part))
    }

    /// Whether a locale is wanted.
    pub fn has_locale(&self, locale: &Locale) -> bool {
        self.locales.is_empty() || self.locales.contains(locale)
    }
}

/// A path and the folders that it lies in, the whole project last.
fn within(path: &str) -> impl Iterator<Item = &str> {
    let folders = path.match_indices('/').rev().map(|(slash, _)| &path[..slash]);
    std::iter::once(path).chain(folders).chain([""])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders() {
        let of = |paths: &[&str]| Selection {
            paths: paths.iter().map(|&path| path.to_owned()).collect(),
            ..Selection::default()
        };
        assert!(of(&[]).has_path("content/de/a.md"));
        for wanted in ["content/de/a.md", "content/de", "content", ""] {
            assert!(of(&[wanted]).has_path("content/de/a.md"), "{wanted}");
        }
        for other in ["content/d", "content/de/a", "content/de/a.md/x", "de", "content/de/b.md"] {
            assert!(!of(&[other]).has_path("content/de/a.md"), "{other}");
        }
    }
}
