//! `faqtory.toml` becomes a `Config`. Reads no disk and knows nothing of what the keys lead to.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::locale::Locale;

/// Name of the configuration file.
pub const FILE: &str = "faqtory.toml";

/// Everything that can be configured. No key is required.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub site: Site,
    pub content: Content,
    /// One table a locale: `[locales.he-IL]`, tags as written; `[locales."fa-IR-u-ca-persian"]` chooses a calendar.
    pub locales: BTreeMap<String, LocaleConfig>,
    pub links: Links,
}

/// `[site]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Site {
    /// The name of the site, the same in every locale. Without it the message `site-title` is used.
    pub title: Option<String>,
    /// Where the site will stand, `https://help.example.com/docs/`. Its path is the base path of 404 pages.
    pub base_url: Option<String>,
    /// The locale that articles are written in first.
    pub source_locale: Option<String>,
    /// Where `/` sends a reader when nothing matches.
    pub default_locale: Option<String>,
    /// A folder of `themes/` with files that replace those of the default theme.
    pub theme: Option<String>,
    pub untranslated: Untranslated,
    pub robots: Robots,
    pub links: LinkStyle,
}

/// What a locale does about an article it lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Untranslated {
    /// Show the article in the first language of the fallback chain.
    #[default]
    Fallback,
    /// Have no page; links lead to the original.
    Omit,
}

/// What becomes of the robots rules that articles carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Robots {
    /// Pages carry them, sitemaps and hreflang follow them.
    #[default]
    Respect,
    /// As if no article had any.
    Ignore,
}

/// How links between pages end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkStyle {
    /// `x/`: for web servers.
    #[default]
    Folder,
    /// `x/index.html`: for reading from the disk.
    File,
}

/// `[content]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Content {
    /// The folder of articles, `content` if there is one, else the project itself.
    pub dir: Option<String>,
    /// Globs of paths below it that are not read.
    pub exclude: Vec<String>,
    /// The path that root-relative links to the project's own articles begin with.
    pub base_path: Option<String>,
}

/// `[locales.<tag>]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LocaleConfig {
    /// The folder of this locale below the content folder.
    pub path: Option<String>,
    /// Where articles come from that this locale lacks, before the source locale.
    pub fallback: Option<Vec<String>>,
    pub publish: Publish,
}

/// `publish = false` keeps a locale that is in preparation out of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "bool")]
pub enum Publish {
    #[default]
    Published,
    InPreparation,
}

impl From<bool> for Publish {
    fn from(publish: bool) -> Self {
        if publish { Self::Published } else { Self::InPreparation }
    }
}

/// `[links]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Links {
    /// Where root-relative links lead that are not this site's, `{locale}` replaced.
    pub external_root: Option<String>,
    /// Where the original of a translation stands, `{locale}` and `{path}` replaced.
    pub original: Option<String>,
}

impl Config {
    /// Reads the text of a `faqtory.toml`.
    ///
    /// # Errors
    /// A syntax error, an unknown key, a value of the wrong kind or a tag that is none: with line, column and
    /// what would be right.
    pub fn parse(text: &str) -> Result<Self> {
        let mut config: Self = toml::from_str(text).with_context(|| format!("{FILE} cannot be read"))?;
        let canonical = |tag: &str, key: &str| -> Result<String> {
            let locale = Locale::parse(tag).with_context(|| format!("{FILE}: {key} is not a locale"))?;
            Ok(locale.tag().to_owned())
        };
        for (key, tag) in [
            ("site.source_locale", &mut config.site.source_locale),
            ("site.default_locale", &mut config.site.default_locale),
        ] {
            if let Some(tag) = tag {
                *tag = canonical(tag, key)?;
            }
        }
        let mut seen = BTreeSet::new();
        for (tag, locale) in &mut config.locales {
            let key = format!("locales.{tag}");
            for fallback in locale.fallback.iter_mut().flatten() {
                *fallback = canonical(fallback, &format!("{key}.fallback"))?;
            }
            if !seen.insert(canonical(tag, &key)?) {
                bail!("{FILE}: {key} stands twice, in two spellings of the same tag; keep one");
            }
        }
        if let Some(url) = &config.site.base_url
            && !url.starts_with("https://")
            && !url.starts_with("http://")
        {
            bail!("{FILE}: site.base_url is `{url}`; it must begin with https:// or http://");
        }
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_canonical() {
        let config = Config::parse(
            "[site]\nsource_locale = \"en-us\"\n[locales.pt_pt]\nfallback = [\"pt-br\"]\npublish = false",
        )
        .unwrap();
        assert_eq!(config.site.source_locale.as_deref(), Some("en-US"));
        assert_eq!(config.locales["pt_pt"].fallback.as_deref(), Some(&["pt-BR".to_owned()][..]));
        assert_eq!(config.locales["pt_pt"].publish, Publish::InPreparation);
    }

    #[test]
    fn an_unknown_key_is_refused_at_its_place() {
        let error = format!("{:#}", Config::parse("[site]\ntitel = \"x\"").unwrap_err());
        assert!(error.contains("line 2") && error.contains("titel") && error.contains("title"), "{error}");
    }

    #[test]
    fn a_tag_that_is_none_is_refused() {
        let error = format!("{:#}", Config::parse("[site]\nsource_locale = \"english!\"").unwrap_err());
        assert!(error.contains("site.source_locale"), "{error}");
    }

    #[test]
    fn a_locale_stands_once() {
        assert!(Config::parse("[locales.fr-fr]\n[locales.fr-FR]").is_err());
    }

    #[test]
    fn the_base_url_is_absolute() {
        assert!(Config::parse("[site]\nbase_url = \"help.example.com\"").is_err());
    }
}
