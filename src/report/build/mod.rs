//! What `faqtory build` made and found, one file a format. What the formats are made of stands here.

pub(crate) mod human;
pub(crate) mod json;

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;

use crate::verify::Verified;

use super::layout::LayoutSummary;
use super::{Counts, Rendered};

/// What a build has made and found.
#[derive(Debug)]
pub(crate) struct BuildReport<'a> {
    pub layout: &'a LayoutSummary,
    /// By tag.
    pub locales: &'a BTreeMap<String, LocaleCounts>,
    pub source: Option<&'a str>,
    /// HTML files.
    pub pages: usize,
    /// Articles that ask not to be indexed.
    pub noindex: usize,
    pub files: FileCounts,
    /// The folder that was written, as the user wrote it.
    pub out: &'a str,
    pub diagnostics: Counts,
    /// The command that shows all diagnostics.
    pub check: &'a str,
    pub missing: Missing<'a>,
    /// With `--verify` only.
    pub verified: Option<&'a Verified>,
    /// With `--changes-since` only.
    pub changes: Option<&'a Deployment>,
    pub seconds: Seconds,
}

pub(crate) type Render = fn(&BuildReport<'_>) -> Result<Rendered>;

/// What a build made of one locale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LocaleCounts {
    /// Articles written in the locale.
    pub articles: usize,
    /// Pages that show an article of another locale.
    pub fallbacks: usize,
    /// HTML files below the locale's folder.
    pub pages: usize,
}

/// What a host has to be given of a new site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Deployment {
    /// Files that are new or other than before, by their paths below the output folder, in the order of uploading.
    pub upload: Vec<String>,
    /// Files that are no more, to be removed last.
    pub delete: Vec<String>,
    /// Addresses, from the root of the host, whose answers are others than before.
    pub purge: Vec<String>,
}

/// What became of the files of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FileCounts {
    /// All that the site has now.
    pub all: u64,
    pub unchanged: u64,
    pub removed: u64,
}

/// What the site lacks because the configuration does not say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Missing<'a> {
    /// The configured source locale, where it has no articles.
    pub source_without_articles: Option<&'a str>,
    pub base_url: bool,
}

/// How long each phase took.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Seconds {
    pub read: f64,
    pub catalog: f64,
    pub check: f64,
    pub search: f64,
    pub render: f64,
    pub verify: f64,
    pub total: f64,
}
