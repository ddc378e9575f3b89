//! A project in memory that can be changed and checked. Plants nothing.

use std::collections::BTreeMap;

use faqtory::catalog::{Catalog, Options};
use faqtory::checks;
use faqtory::diagnostic::Diagnostic;
use faqtory::sources::{Asset, Sources};

/// Path → bytes of texts, and the paths of assets.
#[derive(Clone, Debug, Default)]
pub(crate) struct Project {
    pub(crate) content_dir: String,
    pub(crate) texts: BTreeMap<String, Vec<u8>>,
    pub(crate) assets: Vec<String>,
}

impl Project {
    /// A project of files below `content/`.
    pub(crate) fn of(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let texts = files.into_iter().map(|(path, text)| (format!("content/{path}"), text.into_bytes()));
        Self { content_dir: "content".to_owned(), texts: texts.collect(), assets: Vec::new() }
    }

    pub(crate) fn findings(&self) -> Vec<Diagnostic> {
        let asset = |path: &String| {
            let asset = Asset { file: path.into(), hash: "0123456789".to_owned(), size: None };
            (path.as_str().into(), asset)
        };
        let sources = Sources {
            content_dir: self.content_dir.clone(),
            texts: self.texts.iter().map(|(path, text)| (path.as_str().into(), text.clone())).collect(),
            assets: self.assets.iter().map(asset).collect(),
            ..Sources::default()
        };
        checks::run(&Catalog::new(&sources, &Options::default()))
    }

    /// The paths of the articles.
    pub(crate) fn articles(&self) -> Vec<String> {
        let is_article = |path: &&String| {
            path.ends_with(".md") && !path.contains("/includes/") && !path.ends_with("README.md")
        };
        self.texts.keys().filter(is_article).cloned().collect()
    }
}
