//! What `[content] exclude` leaves out. Looks at paths only.

use anyhow::{Context, Result};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use super::beside::below;

/// Globs of paths below the content folder, and of those beside it from the project's folder.
#[derive(Debug)]
pub(super) struct Excluded<'a> {
    globs: GlobSet,
    content_dir: &'a str,
}

impl<'a> Excluded<'a> {
    /// # Errors
    /// A pattern that is not a glob.
    pub(super) fn new(patterns: &[String], content_dir: &'a str) -> Result<Self> {
        let mut globs = GlobSetBuilder::new();
        for pattern in patterns {
            let glob = GlobBuilder::new(pattern).literal_separator(true).build();
            globs.add(glob.with_context(|| format!("content.exclude: `{pattern}` is not a glob"))?);
        }
        Ok(Self { globs: globs.build()?, content_dir })
    }

    /// Whether the file at this path, below the project's folder, is left out.
    pub(super) fn has(&self, path: &str) -> bool {
        self.globs.is_match(below(path, self.content_dir).unwrap_or(path))
    }
}
