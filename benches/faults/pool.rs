//! The texts that are damaged: the sample of this repository, and the articles in `../shared` where they are at hand.

use std::fs;
use std::path::{Path, PathBuf};

/// Texts to damage.
#[derive(Debug)]
pub(crate) struct Pool {
    pub articles: Vec<Vec<u8>>,
    pub tocs: Vec<Vec<u8>>,
}

/// Articles of each folder: enough to have every construct, few enough to be read in no time.
const MAX_ARTICLES: usize = 400;

impl Pool {
    /// The sample alone.
    pub(crate) fn sample() -> Self {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        Self { articles: some(&content, &["md"]), tocs: some(&content, &["yml"]) }
    }

    /// The sample, and what is at hand beside the repository.
    pub(crate) fn whole() -> Self {
        let mut pool = Self::sample();
        let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
        for folder in ["seeds", "corpus", "corpus-with-source", "field"] {
            pool.articles.extend(some(&shared.join(folder), &["md", "mdx"]));
            pool.tocs.extend(some(&shared.join(folder), &["yml"]));
        }
        pool
    }
}

/// The bytes of files of these extensions below the folder, taken at equal distances.
fn some(folder: &Path, extensions: &[&str]) -> Vec<Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let is_one = |path: &PathBuf| {
        path.extension().is_some_and(|own| extensions.iter().any(|extension| own == *extension))
    };
    let files: Vec<PathBuf> = entries.map(walkdir::DirEntry::into_path).filter(is_one).collect();
    let distance = files.len().div_ceil(MAX_ARTICLES).max(1);
    files.iter().step_by(distance).filter_map(|file| fs::read(file).ok()).collect()
}
