//! What the catalog is made by, beside the sources. Data only.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::{ImageHosts, Types};
use crate::layout::LayoutOptions;
use crate::locale::Locale;

/// What the configuration says about the catalog.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub source_locale: Option<Locale>,
    pub default_locale: Option<Locale>,
    /// `[locales.<tag>] path`: folder and locale.
    pub folders: Vec<(String, Locale)>,
    /// `[locales.<tag>] fallback`.
    pub fallbacks: BTreeMap<Locale, Vec<Locale>>,
    /// Locales that have no pages yet: `publish = false`.
    pub unpublished: Vec<Locale>,
    /// Locales as configured: what their `-u-` extensions say about dates counts.
    pub configured: Vec<Locale>,
    /// `[locales] pattern`.
    pub pattern: Option<String>,
    /// `[content] static`.
    pub statics: Vec<String>,
    pub base_path: Option<String>,
    /// Absolute URLs under it are links into this site.
    pub base_url: Option<String>,
    /// Where root-relative links of other sites lead; `{locale}` is replaced.
    pub external_root: Option<String>,
    /// `[links] schemes`: those that links may have beside the known ones.
    pub schemes: Vec<String>,
    /// `[site] unprefixed`.
    pub unprefixed: Option<Unprefixed>,
    pub types: Types,
    pub image_hosts: ImageHosts,
    pub untranslated: Untranslated,
    pub drafts: Drafts,
}

impl Options {
    /// What they say about the layout.
    pub(crate) fn layout(&self) -> LayoutOptions<'_> {
        LayoutOptions {
            folders: &self.folders,
            pattern: self.pattern.as_deref(),
            base_path: self.base_path.as_deref(),
            statics: &self.statics,
            source_locale: self.source_locale.as_ref(),
        }
    }
}

/// Whether articles with `draft: true` are part of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    #[default]
    Excluded,
    Included,
}

/// What a locale does about an article it lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Untranslated {
    /// Show the article in the first language of the fallback chain.
    #[default]
    Fallback,
    /// Have no page; links lead to the original.
    Omit,
}

/// What becomes of the URLs that the pages of the source had without a locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Unprefixed {
    /// Each leads on to the page of today.
    Redirect,
    /// There is nothing.
    Omit,
}

/// `publish = false` keeps a locale that is in preparation out of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "bool")]
#[schemars(with = "bool", rename = "Publish")]
pub enum Published {
    #[default]
    Yes,
    InPreparation,
}

impl From<bool> for Published {
    fn from(publish: bool) -> Self {
        if publish { Self::Yes } else { Self::InPreparation }
    }
}
