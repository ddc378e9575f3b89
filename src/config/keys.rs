//! The keys of `faqtory.toml`, as types; a choice that a module offers is that module's type. Reads nothing itself.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::checks::ChecksConfig;
use super::external::ExternalConfig;
use super::value;
use crate::assets::{AddedType, Host};
use crate::catalog::{Published, Robots, Scheme, Unprefixed, Untranslated};
use crate::markdown::{Dialect, Shortcodes};
use crate::render::{Bilingual, LinkStyle, Search};

/// Everything that can be configured. No key is required.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub site: SiteConfig,
    pub theme: ThemeConfig,
    pub content: ContentConfig,
    pub locales: LocalesConfig,
    pub links: LinksConfig,
    pub checks: ChecksConfig,
    pub search: SearchConfig,
    /// What shortcodes, Liquid tags and components become, by their names: `notice = "alert"`. Values are `alert`, `details`, `tabs`,
    /// `tab`, `image`, `link`, `video`, `code`, `text` (show the content) and `drop` (show nothing).
    pub shortcodes: Shortcodes,
    pub api: ApiConfig,
    pub status: StatusConfig,
}

/// `[site]`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Site"))]
pub struct SiteConfig {
    /// The name of the site, the same in every locale. The default is the message `site-title`.
    #[serde(deserialize_with = "value::title")]
    pub title: Option<String>,
    /// The URL that the site is published at, such as `https://help.example.com/docs/`. Its path is the base path of 404 pages.
    #[serde(deserialize_with = "value::base_url")]
    pub base_url: Option<String>,
    /// The locale that articles are written in first.
    #[serde(deserialize_with = "value::tag")]
    pub source_locale: Option<String>,
    /// The locale that `/` leads to if none matches the languages of the reader.
    #[serde(deserialize_with = "value::tag")]
    pub default_locale: Option<String>,
    /// The name of a folder in `themes/`, whose files replace those of the default theme.
    #[serde(deserialize_with = "value::theme")]
    pub theme: Option<String>,
    /// What happens to an article that a locale lacks: `fallback` (show it in the first language of the fallback chain) or
    /// `omit` (no page; links lead to the source).
    pub untranslated: Untranslated,
    /// What happens to the robots rules of articles: `respect` or `ignore`.
    pub robots: Robots,
    /// What stands at the addresses without a locale where a generator had the pages of the source: `redirect` (a redirect to the
    /// page) or `none`. The default depends on the layout.
    pub unprefixed: Option<Unprefixed>,
    /// The URL where readers can suggest a change to an article, such as `https://github.com/x/y/edit/main/{path}`. `{path}` is
    /// the path of its file in the project.
    #[serde(deserialize_with = "value::edit")]
    pub edit: Option<String>,
    /// Where a reader says whether an article helped: `https://example.com/feedback?article={id}&helped={answer}`. `{answer}` is
    /// `yes` or `no`; `{id}` is the article's ID, `{locale}` the reader's locale, `{path}` the path of the page, and `{state}` that
    /// of the translation, such as `outdated`.
    #[serde(deserialize_with = "value::feedback")]
    pub feedback: Option<String>,
    /// Where a reader finds people who help: a URL, or an address such as `mailto:help@example.com?subject={id}`. It takes the
    /// placeholders of `feedback`, without `{answer}`.
    #[serde(deserialize_with = "value::contact")]
    pub contact: Option<String>,
    /// The host of a service that counts visits without cookies: `stats.example.com`. Pages may then load scripts from it and
    /// send to it; `[theme] head` says which script.
    pub analytics: Option<Host>,
    /// How links between pages end: `folder` (`x/`, for web servers) or `file` (`x/index.html`, for reading from disk).
    pub links: LinkStyle,
    /// `true` adds the source to each block of a translation that is up to date, for readers who ask for it. Pages become
    /// about twice as large. Articles that contain their source show it anyway.
    pub bilingual: Bilingual,
    /// The picture of the site where someone shares a page of it: a PNG or JPEG file in the project, best 1200 × 630 px. It needs `base_url`.
    #[serde(deserialize_with = "value::path")]
    pub image: Option<String>,
    /// The hosts that images in articles may come from, apart from the site itself: `["images.example.com", "*.example.org"]`,
    /// or `[]` for none. The default is any host, over `https:`.
    pub allow: Option<Vec<Host>>,
    /// A table in the project of how often articles were read, as `faqtory status --visits` takes it: home pages then begin with
    /// those that are read most, behind the articles that are `featured`.
    #[serde(deserialize_with = "value::path")]
    pub visits: Option<String>,
}

/// `[theme]`: the look of the site without a theme of its own.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Theme"))]
pub struct ThemeConfig {
    /// The colour of links and highlights, such as `#0a7d4f`. Pages make it darker or lighter where it would be hard to read.
    #[serde(deserialize_with = "value::colour")]
    pub accent: Option<String>,
    /// The fonts of the text, as in the CSS property `font-family`. Scripts that need their own fonts keep them.
    #[serde(deserialize_with = "value::fonts")]
    pub font: Option<String>,
    /// The image beside the name of the site: an SVG or PNG file in the project.
    #[serde(deserialize_with = "value::path")]
    pub logo: Option<String>,
    /// The icon of the site on the home screen of a phone: a PNG file in the project, best 180 × 180 px.
    #[serde(deserialize_with = "value::path")]
    pub touch_icon: Option<String>,
    /// A style sheet in the project that is added to that of the theme. The fonts and images that it refers to are copied.
    #[serde(deserialize_with = "value::path")]
    pub style: Option<String>,
    /// HTML for the `<head>` of every page. `{locale}` is the locale of the page.
    #[serde(deserialize_with = "value::html")]
    pub head: Option<String>,
    /// HTML for the footer of every page. `{locale}` is the locale of the page.
    #[serde(deserialize_with = "value::html")]
    pub footer: Option<String>,
}

/// `[content]`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Content"))]
pub struct ContentConfig {
    /// The folder of articles. The default is `content` if it exists, else the project folder.
    #[serde(deserialize_with = "value::path")]
    pub dir: Option<String>,
    /// Globs of paths in the content folder that are not read, and of paths from the project folder for what is beside it. `*`
    /// stops at `/`, `**` does not.
    #[serde(deserialize_with = "value::globs")]
    pub exclude: Vec<String>,
    /// Folders of the project whose files are served from the root of the site: `["static"]`. The default is those of the
    /// generator whose files are in the project.
    #[serde(rename = "static", deserialize_with = "value::statics")]
    pub statics: Option<Vec<String>>,
    /// Extensions of files that are served in addition to images, audio, video, fonts, documents, archives and text:
    /// `["ps1", "xml"]`. HTML and files that can run code are never served.
    pub assets: Vec<AddedType>,
    /// Folders outside the project and its git repository that symbolic links may lead to, relative to the project folder or
    /// absolute: `["../shared"]`.
    #[serde(deserialize_with = "value::follow")]
    pub follow: Vec<String>,
    /// The generator whose Markdown the articles are written in: `plain`, `hugo`, `zola`, `docusaurus`, `starlight`, `vitepress`,
    /// `vuepress`, `mkdocs`, `jekyll` or `gitbook`. The default is the one whose files are in the project.
    pub dialect: Option<Dialect>,
    /// The path that root-relative links to the project's own articles start with.
    #[serde(deserialize_with = "value::base_path")]
    pub base_path: Option<String>,
}

/// `[locales]`, with one table per locale: `[locales.he-IL]`; `[locales."fa-IR-u-ca-persian"]` chooses a calendar.
#[derive(Clone, Debug, Default)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Locales"))]
pub struct LocalesConfig {
    /// The path of the folders of locales, relative to the project folder: `i18n/{locale}/current`. `{locale}` is the tag. A
    /// locale that has a `path` uses that instead.
    pub pattern: Option<String>,
    #[cfg_attr(test, schemars(flatten))]
    pub tables: BTreeMap<String, LocaleConfig>,
}

/// `[locales.<tag>]`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct LocaleConfig {
    /// The folder of this locale, relative to the content folder. `.` is the content folder itself.
    #[serde(deserialize_with = "value::path")]
    pub path: Option<String>,
    /// The locales that supply articles that this locale lacks, before the source locale does.
    #[serde(deserialize_with = "value::tags")]
    pub fallback: Option<Vec<String>>,
    /// `false` keeps a locale that is not ready out of the site. It is still checked.
    pub publish: Published,
    /// Who translates into this locale: a name or an address that `faqtory status --todo` shows.
    pub owner: Option<String>,
    /// The day until when that is to be done: `2026-12-24`.
    #[serde(deserialize_with = "value::day")]
    pub due: Option<String>,
}

/// `[links]`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Links"))]
pub struct LinksConfig {
    /// The URL that root-relative links to anything but this site are relative to. `{locale}` is the locale of the page.
    #[serde(deserialize_with = "value::external_root")]
    pub external_root: Option<String>,
    /// Schemes that links may have in addition to `https`, `mailto` and the like: `["bitcoin", "steam"]`. Schemes that can run
    /// code are never allowed.
    pub schemes: Vec<Scheme>,
    /// The URL of the source of a translation. `{locale}` is the source locale, `{path}` the path of the article.
    #[serde(deserialize_with = "value::original")]
    pub original: Option<String>,
    pub external: ExternalConfig,
}

/// `[search]`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Search"))]
pub struct SearchConfig {
    /// `false` builds the site without search.
    pub enabled: Search,
    /// Globs of article IDs that the search leaves out: `drafts/**`.
    #[serde(deserialize_with = "value::globs")]
    pub exclude: Vec<String>,
    /// Words of one meaning by locale, beside those that ship: `{ de-DE = ["Kennwort, Passwort"] }`. A star stands for any ending.
    #[serde(deserialize_with = "value::synonyms")]
    pub synonyms: BTreeMap<String, Vec<String>>,
}

/// `[api]`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Api"))]
pub struct ApiConfig {
    /// `true` also writes every article as JSON, as `index.json` beside its page.
    pub articles: bool,
    /// `true` also writes every article as Markdown, as `index.md` beside its page, and all of a locale as
    /// `llms-full.txt`, for programs that read no HTML.
    pub markdown: bool,
    /// `true` also writes `faqtory-help.js`, with which a product shows articles inside itself: `<faqtory-help id="9357">`. Every article
    /// is then written as JSON too.
    pub help: bool,
}

/// `[status]`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Status"))]
pub struct StatusConfig {
    /// `true` adds a page with the state of all translations to the site, at `/status/`. No page and no sitemap links to it.
    pub page: bool,
    /// How many of a hundred articles must be current or touched in a locale, by tag: `{ fr-FR = 95 }`. `faqtory status` exits with 1 if a
    /// locale has fewer.
    #[serde(deserialize_with = "value::shares")]
    pub require: BTreeMap<String, u8>,
    /// `true` asks git, when the site is built or checked, which translations are outdated only by changes that concern no word; their pages then
    /// carry no notice. Every clone that builds the site needs the whole history. A preview does not ask.
    pub history: bool,
}
