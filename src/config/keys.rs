//! The keys of `faqtory.toml`, as types; a choice that a module offers is that module's type. Reads nothing itself.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::checks::ChecksConfig;
use super::value;
use crate::assets::{AddedType, Host};
use crate::catalog::{Published, Scheme, Unprefixed, Untranslated};
use crate::render::{Bilingual, LinkStyle, Robots, Search};

/// Everything that can be configured. No key is required.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub site: SiteConfig,
    pub theme: ThemeConfig,
    pub content: ContentConfig,
    pub locales: LocalesConfig,
    pub links: LinksConfig,
    pub checks: ChecksConfig,
    pub search: SearchConfig,
    pub api: ApiConfig,
    pub status: StatusConfig,
}

/// `[site]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Site")]
pub struct SiteConfig {
    /// The name of the site, the same in every locale. Without it the message `site-title` is used.
    #[serde(deserialize_with = "value::title")]
    pub title: Option<String>,
    /// Where the site will stand, `https://help.example.com/docs/`. Its path is the base path of 404 pages.
    #[serde(deserialize_with = "value::base_url")]
    pub base_url: Option<String>,
    /// The locale that articles are written in first.
    #[serde(deserialize_with = "value::tag")]
    pub source_locale: Option<String>,
    /// Where `/` sends a reader when nothing matches.
    #[serde(deserialize_with = "value::tag")]
    pub default_locale: Option<String>,
    /// A folder of `themes/` with files that replace those of the default theme.
    #[serde(deserialize_with = "value::theme")]
    pub theme: Option<String>,
    /// What a locale does about an article it lacks: `fallback` (show it in the first language of the fallback chain) or
    /// `omit` (no page; links lead to the original).
    pub untranslated: Untranslated,
    /// What becomes of the robots rules of articles: `respect`, or `ignore` as if there were none.
    pub robots: Robots,
    /// What stands where the pages of the source stood without a locale in their address: `redirect` (each leads to its page) or
    /// `none`. Without it as the layout has it.
    pub unprefixed: Option<Unprefixed>,
    /// Where readers can suggest a change of an article, `https://github.com/x/y/edit/main/{path}`, `{path}` replaced by
    /// that of its file in the project.
    #[serde(deserialize_with = "value::edit")]
    pub edit: Option<String>,
    /// How links between pages end: `folder` (`x/`, for web servers) or `file` (`x/index.html`, for reading from the disk).
    pub links: LinkStyle,
    /// `true` puts the source under each block of a translation that is up to date, to be shown on demand. Pages become
    /// about twice as large. Articles that bring their source along show it anyway.
    pub bilingual: Bilingual,
    /// The hosts that images of articles may come from, beside the site itself: `["images.example.com", "*.example.org"]`, or
    /// `[]` for none. Without it any host, by `https:`.
    pub allow: Option<Vec<Host>>,
}

/// `[theme]`: the look of the site without a theme of its own.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Theme")]
pub struct ThemeConfig {
    /// The colour of links and marks, `#0a7d4f`. Pages make it darker or lighter where it could not be read.
    #[serde(deserialize_with = "value::colour")]
    pub accent: Option<String>,
    /// The fonts of the text, as `font-family` of CSS names them. Scripts with fonts of their own keep those.
    #[serde(deserialize_with = "value::fonts")]
    pub font: Option<String>,
    /// The picture beside the name of the site: an SVG or PNG file of the project.
    #[serde(deserialize_with = "value::path")]
    pub logo: Option<String>,
    /// A style sheet of the project, read after that of the theme; the fonts and pictures that it names are copied.
    #[serde(deserialize_with = "value::path")]
    pub style: Option<String>,
    /// HTML for `<head>` of every page, `{locale}` replaced.
    #[serde(deserialize_with = "value::html")]
    pub head: Option<String>,
    /// HTML for the foot of every page, `{locale}` replaced.
    #[serde(deserialize_with = "value::html")]
    pub footer: Option<String>,
}

/// `[content]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Content")]
pub struct ContentConfig {
    /// The folder of articles, `content` if there is one, else the project itself.
    #[serde(deserialize_with = "value::path")]
    pub dir: Option<String>,
    /// Globs of paths below it that are not read: `*` stops at `/`, `**` does not.
    #[serde(deserialize_with = "value::globs")]
    pub exclude: Vec<String>,
    /// Folders of the project whose files are served from the root of the site: `["static"]`. Without it those of the generator
    /// whose files stand in the project.
    #[serde(rename = "static", deserialize_with = "value::statics")]
    pub statics: Option<Vec<String>>,
    /// Types of files that are served beside pictures, sound, video, fonts, documents, archives and text, by extension:
    /// `["ps1", "xml"]`. HTML and what runs are never served.
    pub assets: Vec<AddedType>,
    /// Folders outside the project and its git repository that symbolic links may lead to, from the project's folder or
    /// absolute: `["../shared"]`.
    #[serde(deserialize_with = "value::follow")]
    pub follow: Vec<String>,
    /// The path that root-relative links to the project's own articles begin with.
    #[serde(deserialize_with = "value::base_path")]
    pub base_path: Option<String>,
}

/// `[locales]`: what holds for all, and one table a locale: `[locales.he-IL]`, tags as written;
/// `[locales."fa-IR-u-ca-persian"]` chooses a calendar.
#[derive(Clone, Debug, Default, JsonSchema)]
#[schemars(rename = "Locales")]
pub struct LocalesConfig {
    /// Where the folders of the locales are, from the project's folder, `{locale}` in the place of the tag:
    /// `i18n/{locale}/current`. A locale with a `path` of its own has that.
    pub pattern: Option<String>,
    #[schemars(flatten)]
    pub tables: BTreeMap<String, LocaleConfig>,
}

/// `[locales.<tag>]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LocaleConfig {
    /// The folder of this locale below the content folder, `.` for that itself.
    #[serde(deserialize_with = "value::path")]
    pub path: Option<String>,
    /// Where articles come from that this locale lacks, before the source locale.
    #[serde(deserialize_with = "value::tags")]
    pub fallback: Option<Vec<String>>,
    /// `false` keeps a locale in preparation out of the site; it is checked all the same.
    pub publish: Published,
}

/// `[links]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Links")]
pub struct LinksConfig {
    /// Where root-relative links lead that are not this site's, `{locale}` replaced.
    #[serde(deserialize_with = "value::external_root")]
    pub external_root: Option<String>,
    /// Schemes of addresses that links may have beside `https`, `mailto` and the like: `["bitcoin", "steam"]`. Never those that
    /// run a program in a browser.
    pub schemes: Vec<Scheme>,
    /// Where the original of a translation stands, `{locale}` and `{path}` replaced.
    #[serde(deserialize_with = "value::original")]
    pub original: Option<String>,
}

/// `[search]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Search")]
pub struct SearchConfig {
    /// `false` builds the site without search.
    pub enabled: Search,
    /// Globs of the IDs of articles that it does not find: `drafts/**`.
    #[serde(deserialize_with = "value::globs")]
    pub exclude: Vec<String>,
}

/// `[api]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Api")]
pub struct ApiConfig {
    /// Write every article as JSON too, `index.json` beside its page.
    pub articles: bool,
}

/// `[status]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Status")]
pub struct StatusConfig {
    /// Put the state of all translations on the site too, at `/status/`, where no page and no sitemap leads.
    pub page: bool,
}
