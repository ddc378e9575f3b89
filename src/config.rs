//! `faqtory.toml` becomes a `Config`. Reads no disk and knows nothing of what the keys lead to.

mod address;
mod checks;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow};
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use crate::assets::{AddedType, Host};

pub use checks::{CheckLevel, Checks, CodeLevels, PathLevels};

/// Name of the configuration file.
pub const FILE: &str = "faqtory.toml";

/// Everything that can be configured. No key is required.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub site: Site,
    pub theme: Theme,
    pub content: Content,
    /// One table a locale: `[locales.he-IL]`, tags as written; `[locales."fa-IR-u-ca-persian"]` chooses a calendar.
    pub locales: BTreeMap<String, LocaleConfig>,
    pub links: Links,
    pub checks: Checks,
    pub search: Search,
    pub api: Api,
    pub status: Status,
}

/// `[site]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Site {
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

/// Whether pages of translations hold their source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "bool")]
#[schemars(with = "bool")]
pub enum Bilingual {
    #[default]
    No,
    Yes,
}

impl From<bool> for Bilingual {
    fn from(bilingual: bool) -> Self {
        if bilingual { Self::Yes } else { Self::No }
    }
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

/// What becomes of the robots rules that articles carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Robots {
    /// Pages carry them, sitemaps and hreflang follow them.
    #[default]
    Respect,
    /// As if no article had any.
    Ignore,
}

/// How links between pages end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LinkStyle {
    /// `x/`: for web servers.
    #[default]
    Folder,
    /// `x/index.html`: for reading from the disk.
    File,
}

/// `[theme]`: the look of the site without a theme of its own.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Theme {
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
pub struct Content {
    /// The folder of articles, `content` if there is one, else the project itself.
    #[serde(deserialize_with = "value::path")]
    pub dir: Option<String>,
    /// Globs of paths below it that are not read.
    #[serde(deserialize_with = "value::globs")]
    pub exclude: Vec<String>,
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

/// `[locales.<tag>]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LocaleConfig {
    /// The folder of this locale below the content folder.
    #[serde(deserialize_with = "value::path")]
    pub path: Option<String>,
    /// Where articles come from that this locale lacks, before the source locale.
    #[serde(deserialize_with = "value::tags")]
    pub fallback: Option<Vec<String>>,
    /// `false` keeps a locale in preparation out of the site; it is checked all the same.
    pub publish: Publish,
}

/// `publish = false` keeps a locale that is in preparation out of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "bool")]
#[schemars(with = "bool")]
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
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Links {
    /// Where root-relative links lead that are not this site's, `{locale}` replaced.
    #[serde(deserialize_with = "value::external_root")]
    pub external_root: Option<String>,
    /// Where the original of a translation stands, `{locale}` and `{path}` replaced.
    #[serde(deserialize_with = "value::original")]
    pub original: Option<String>,
}

/// The parser's error, which shows the place; for a value that is none of a few words those words, and for an unknown key the
/// nearest of those it may be.
fn explained(text: &str, error: &toml::de::Error) -> anyhow::Error {
    if let Some(words) = words(text, error) {
        let told = error.to_string().replace(NO_WORD, &format!("expected {words}"));
        return anyhow!("{FILE} cannot be read: {}", told.trim_end());
    }
    let plain = anyhow!("{FILE} cannot be read: {}", error.to_string().trim_end());
    // "unknown field `titel`, expected one of `title`, `base_url`": the names are the odd pieces.
    let names: Vec<&str> = error.message().split('`').skip(1).step_by(2).collect();
    let Some((written, known)) = names.split_first().filter(|_| error.message().starts_with("unknown field"))
    else {
        return plain;
    };
    let nearest = known.iter().min_by_key(|name| strsim::osa_distance(written, name));
    match nearest.filter(|name| strsim::osa_distance(written, name) <= 3) {
        Some(name) => anyhow!("{plain}\ndid you mean `{name}`?"),
        None => plain,
    }
}

/// What the parser says of a value that should be one of a few words and is no text at all.
const NO_WORD: &str = "wanted string or table";

/// The words that may stand where the error is: those that the parser names when it reads another text there.
fn words(text: &str, error: &toml::de::Error) -> Option<String> {
    let span = error.span().filter(|_| error.message() == NO_WORD)?;
    let other = format!("{}\"\"{}", text.get(..span.start)?, text.get(span.end..)?);
    let other = toml::from_str::<Config>(&other).err()?;
    let (_, words) = other.message().split_once("unknown variant ``, expected ")?;
    Some(words.trim_start_matches("one of ").replace('`', "\""))
}

/// `[search]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Search {
    /// `false` builds the site without search.
    pub enabled: Enabled,
    /// Globs of the IDs of articles that it does not find: `drafts/**`.
    #[serde(deserialize_with = "value::globs")]
    pub exclude: Vec<String>,
}

/// Whether readers can search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "bool")]
#[schemars(with = "bool")]
pub enum Enabled {
    #[default]
    Yes,
    No,
}

impl From<bool> for Enabled {
    fn from(enabled: bool) -> Self {
        if enabled { Self::Yes } else { Self::No }
    }
}

/// `[api]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Api {
    /// Write every article as JSON too, `index.json` beside its page.
    pub articles: bool,
}

/// `[status]`
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Status {
    /// Put the state of all translations on the site too, at `/status/`, where no page and no sitemap leads.
    pub page: bool,
}

impl Config {
    /// The JSON Schema of the file, for editors.
    ///
    /// # Errors
    /// None with these types; serialisation is fallible by type.
    pub fn schema() -> serde_json::Result<String> {
        Ok(serde_json::to_string_pretty(&schemars::schema_for!(Self))? + "\n")
    }

    /// Reads the text of a `faqtory.toml`.
    ///
    /// # Errors
    /// A syntax error, an unknown key, a value of the wrong kind or a tag that is none: with line, column and
    /// what would be right.
    pub fn parse(text: &str) -> Result<Self> {
        let config: Self = toml::from_str(text).map_err(|error| explained(text, &error))?;
        let mut seen = BTreeSet::new();
        for tag in config.locales.keys() {
            let refuse = |reason: String| anyhow!("{FILE} cannot be used: {}{reason}", place(text, tag));
            let canonical =
                value::canonical(tag).map_err(|reason| refuse(format!("locales.{tag}: {reason}")))?;
            if !seen.insert(canonical) {
                let reason = "stands twice, in two spellings of the same tag; keep one";
                return Err(refuse(format!("locales.{tag} {reason}")));
            }
        }
        Ok(config)
    }
}

/// `line 3, column 10: `, where the table of a locale begins.
fn place(text: &str, tag: &str) -> String {
    #[derive(Deserialize)]
    struct Keys {
        locales: BTreeMap<Spanned<String>, IgnoredAny>,
    }
    let keys = toml::from_str::<Keys>(text).map(|keys| keys.locales).unwrap_or_default();
    let key = keys.keys().find(|key| key.get_ref() == tag);
    key.map_or_else(String::new, |key| position(text, key.span().start))
}

/// `line 3, column 10: `.
fn position(text: &str, offset: usize) -> String {
    let before = text.get(..offset).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("line {line}, column {column}: ")
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
    fn the_words_that_may_stand_there_are_named() {
        for (text, words) in [
            (
                "[site]\nrobots = true",
                "line 2, column 10\n  |\n2 | robots = true\n  |          ^^^^\nexpected \"respect\" or \"ignore\"",
            ),
            ("[site]\nlinks = 3\nrobots = 4", "expected \"folder\" or \"file\""),
            ("[checks.levels]\nbare-url = [1]", "expected \"error\", \"warning\", \"suggestion\", \"off\""),
        ] {
            let error = format!("{:#}", Config::parse(text).unwrap_err());
            assert!(error.ends_with(words), "{error}");
        }
    }

    #[test]
    fn the_nearest_key_is_named() {
        let error = format!("{:#}", Config::parse("[site]\nbase-url = \"x\"").unwrap_err());
        assert!(error.contains("did you mean `base_url`?"), "{error}");
        let error = format!("{:#}", Config::parse("[site]\nzzzzzzzzzzzz = 1").unwrap_err());
        assert!(!error.contains("did you mean"), "{error}");
    }

    #[test]
    fn the_schema_is_fresh() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/faqtory.schema.json");
        let written = std::fs::read_to_string(file).unwrap_or_default();
        let schema = Config::schema().unwrap();
        if written != schema && std::env::var_os("FAQTORY_WRITE_SCHEMA").is_some() {
            std::fs::write(file, &schema).unwrap();
        } else {
            assert!(
                written == schema,
                "faqtory.schema.json is old: run the test with FAQTORY_WRITE_SCHEMA=1"
            );
        }
    }

    #[test]
    fn every_key_is_described() {
        let schema: serde_json::Value = serde_json::from_str(&Config::schema().unwrap()).unwrap();
        for definition in schema["$defs"].as_object().unwrap().values() {
            for (key, property) in definition["properties"].as_object().into_iter().flatten() {
                let described = property.get("description").is_some() || property.get("$ref").is_some();
                assert!(described, "{key} has no description");
            }
        }
    }

    #[test]
    fn a_tag_that_is_none_is_refused() {
        let error = format!("{:#}", Config::parse("[site]\nsource_locale = \"english!\"").unwrap_err());
        assert!(error.contains("line 2, column 17") && error.contains("english!"), "{error}");
    }

    #[test]
    fn a_locale_stands_once() {
        let error = Config::parse("[locales.fr-fr]\n[locales.fr-FR]").unwrap_err().to_string();
        assert!(error.contains("line 1, column 10: locales.fr-fr stands twice"), "{error}");
    }

    #[test]
    fn the_base_url_is_absolute() {
        assert!(Config::parse("[site]\nbase_url = \"help.example.com\"").is_err());
    }
}
