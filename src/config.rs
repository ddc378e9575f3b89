//! `faqtory.toml` becomes a `Config`. Reads no disk and knows nothing of what the keys lead to.

mod address;
mod checks;
mod colour;
mod external;
mod keys;
mod locales;
mod position;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow};
use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

pub use checks::{CheckLevel, ChecksConfig, CodeLevels, PathLevels};
pub use external::{ExternalConfig, RemapConfig};
pub use keys::{
    ApiConfig, Config, ContentConfig, LinksConfig, LocaleConfig, LocalesConfig, SearchConfig, SiteConfig,
    StatusConfig, ThemeConfig,
};
pub use position::FILE;
use position::position;

/// The JSON Schema of the file, for editors. A test beside it makes it from the types.
pub const SCHEMA: &str = include_str!("../faqtory.schema.json");

impl Config {
    /// Reads the text of a `faqtory.toml`.
    ///
    /// # Errors
    /// A syntax error, an unknown key, a value of the wrong kind or a tag that is not one: with line, column and
    /// what would be right.
    pub fn parse(text: &str) -> Result<Self> {
        let config: Self = toml::from_str(text).map_err(|error| explained(text, &error))?;
        let mut seen = BTreeSet::new();
        for tag in config.locales.tables.keys() {
            let refuse = |reason: String| anyhow!("{FILE} cannot be used: {}{reason}", place(text, tag));
            let canonical =
                value::canonical(tag).map_err(|reason| refuse(format!("locales.{tag}: {reason}")))?;
            if !seen.insert(canonical) {
                let reason = "appears twice, in two spellings of the same tag\nhelp: keep one of them";
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

/// The parser's error, which shows the place; for a value that must be one of a few words those words, and for an unknown key or
/// word the nearest of those it may be.
fn explained(text: &str, error: &toml::de::Error) -> anyhow::Error {
    if let Some(words) = words(text, error) {
        let message = error.to_string().replace(NO_WORD, &format!("expected {words}"));
        return anyhow!("{FILE} cannot be read: {}", message.trim_end());
    }
    let plain = anyhow!("{FILE} cannot be read: {}", error.to_string().trim_end());
    // "unknown field `titel`, expected one of `title`, `base_url`": the names are the odd pieces.
    let names: Vec<&str> = error.message().split('`').skip(1).step_by(2).collect();
    let is_unknown =
        ["unknown field", "unknown variant"].iter().any(|start| error.message().starts_with(start));
    let Some((written, known)) = names.split_first().filter(|_| is_unknown) else {
        return plain;
    };
    let nearest = known.iter().min_by_key(|name| strsim::osa_distance(written, name));
    match nearest.filter(|name| strsim::osa_distance(written, name) <= 3) {
        Some(name) => anyhow!("{plain}\nhelp: did you mean `{name}`?"),
        None => plain,
    }
}

/// What the parser says of a value that should be one of a few words and is not text at all.
const NO_WORD: &str = "wanted string or table";

/// The words that may stand where the error is: those that the parser names when it reads another text there.
fn words(text: &str, error: &toml::de::Error) -> Option<String> {
    let span = error.span().filter(|_| error.message() == NO_WORD)?;
    let other = format!("{}\"\"{}", text.get(..span.start)?, text.get(span.end..)?);
    let other = toml::from_str::<Config>(&other).err()?;
    let (_, words) = other.message().split_once("unknown variant ``, expected ")?;
    Some(words.trim_start_matches("one of ").replace('`', "\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Published;

    #[test]
    fn tags_are_canonical() {
        let config = Config::parse(
            "[site]\nsource_locale = \"en-us\"\n[locales.pt_pt]\nfallback = [\"pt-br\"]\npublish = false",
        )
        .unwrap();
        assert_eq!(config.site.source_locale.as_deref(), Some("en-US"));
        assert_eq!(config.locales.tables["pt_pt"].fallback.as_deref(), Some(&["pt-BR".to_owned()][..]));
        assert_eq!(config.locales.tables["pt_pt"].publish, Published::InPreparation);
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

    fn schema() -> String {
        serde_json::to_string_pretty(&schemars::schema_for!(Config)).unwrap() + "\n"
    }

    #[test]
    fn the_schema_is_fresh() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/faqtory.schema.json");
        let schema = schema();
        if SCHEMA != schema && std::env::var_os("FAQTORY_WRITE_SCHEMA").is_some() {
            std::fs::write(file, &schema).unwrap();
        } else {
            assert!(SCHEMA == schema, "faqtory.schema.json is old: run the test with FAQTORY_WRITE_SCHEMA=1");
        }
    }

    #[test]
    fn every_key_is_described() {
        let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
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
        assert!(error.contains("line 1, column 10: locales.fr-fr appears twice"), "{error}");
    }

    #[test]
    fn the_base_url_is_absolute() {
        assert!(Config::parse("[site]\nbase_url = \"help.example.com\"").is_err());
    }
}
