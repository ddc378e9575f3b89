//! What the catalog is made by, beside the sources. Data only.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::assets::{ImageHosts, Types};
use crate::layout::LayoutOptions;
use crate::locale::Locale;
use crate::markdown::{Dialect, Shortcodes, may_be_allowed};

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
    /// Schemes of addresses that links may have, beside those that they always may.
    pub schemes: Vec<Scheme>,
    /// What stands where pages of the source stood without a locale in their address; none: as the layout has it.
    pub unprefixed: Option<Unprefixed>,
    /// Where root-relative links of other sites lead; `{locale}` is replaced.
    pub external_root: Option<String>,
    /// `[content] dialect`; none: as the layout has it.
    pub dialect: Option<Dialect>,
    /// `[shortcodes]`.
    pub shortcodes: Shortcodes,
    pub types: Types,
    pub image_hosts: ImageHosts,
    pub untranslated: Untranslated,
    pub drafts: Drafts,
    pub robots: Robots,
    /// The folders of pages at the root that the project makes beside those of the catalog.
    pub root_pages: Vec<String>,
    /// Those of pages that each locale has beside its articles.
    pub locale_pages: Vec<String>,
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

/// The scheme of an address, in lower case. None that runs a program in a browser, or shows a file of the reader's machine.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
#[cfg_attr(test, schemars(with = "String"))]
pub struct Scheme(String);

impl Scheme {
    /// As it stands before the colon.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Scheme {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let name = written.strip_suffix(':').unwrap_or(&written).to_ascii_lowercase();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
        // A letter and a colon name a disk.
        let is_scheme = name.len() > 1
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(is_plain);
        if !is_scheme {
            return Err(format!(
                "`{written}` is not a scheme\nhelp: write the part of the URL before the colon, such as \"bitcoin\""
            ));
        }
        if !may_be_allowed(&name) {
            return Err(format!("`{written}` can run code or open files of the reader\nhelp: remove it"));
        }
        Ok(Self(name))
    }
}

/// What stands where pages of the source stood without a locale in their address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Unprefixed {
    /// A redirect to the page.
    Redirect,
    /// Nothing.
    None,
}

/// What becomes of the robots rules that articles carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Robots {
    /// Pages carry them, sitemaps and hreflang follow them.
    #[default]
    Respect,
    /// As if no article had any.
    Ignore,
}

/// Whether articles with `draft: true` are part of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    #[default]
    Excluded,
    Included,
}

/// What a locale does about an article it lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Untranslated {
    /// Show the article in the first language of the fallback chain.
    #[default]
    Fallback,
    /// Have no page; links lead to the original.
    Omit,
}

/// `publish = false` keeps a locale that is in preparation out of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(from = "bool")]
#[cfg_attr(test, schemars(with = "bool", rename = "Publish"))]
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
