//! `[locales]`: a key for all locales, and a table for each. Reads no disk.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::keys::{LocaleConfig, LocalesConfig};
use super::value;

/// The key that is no locale.
const PATTERN: &str = "pattern";

impl<'de> Deserialize<'de> for LocalesConfig {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Tables)
    }
}

struct Tables;

impl<'de> Visitor<'de> for Tables {
    type Value = LocalesConfig;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table for each locale")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<LocalesConfig, A::Error> {
        let mut locales = LocalesConfig { pattern: None, tables: BTreeMap::new() };
        while let Some(key) = map.next_key::<String>()? {
            if key == PATTERN {
                locales.pattern = Some(map.next_value_seed(Pattern)?);
            } else {
                let table = map.next_value_seed(Table(&key))?;
                locales.tables.insert(key, table);
            }
        }
        Ok(locales)
    }
}

struct Pattern;

impl<'de> DeserializeSeed<'de> for Pattern {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        value::pattern(from)
    }
}

/// The table of the locale with this tag.
struct Table<'k>(&'k str);

impl<'de> DeserializeSeed<'de> for Table<'_> {
    type Value = LocaleConfig;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<LocaleConfig, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Table<'_> {
    type Value = LocaleConfig;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a table, as `[locales.{}]` begins", self.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<LocaleConfig, A::Error> {
        LocaleConfig::deserialize(MapAccessDeserializer::new(map))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<LocaleConfig, E> {
        Err(E::unknown_field(self.0, &[PATTERN]))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Config;

    fn error(text: &str) -> String {
        format!("{:#}", Config::parse(text).unwrap_err())
    }

    #[test]
    fn a_pattern_stands_beside_the_tables() {
        let text = "[locales]\npattern = \"./i18n/{locale}/current/\"\n[locales.de]\npath = \".\"\n";
        let config = Config::parse(text).unwrap();
        assert_eq!(config.locales.pattern.as_deref(), Some("i18n/{locale}/current"));
        assert_eq!(config.locales.tables["de"].path.as_deref(), Some("."));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let text = error("[locales]\npatern = \"i18n/{locale}\"\n");
        assert!(text.contains("line 2") && text.contains("did you mean `pattern`?"), "{text}");
        let text = error("[locales]\nde = 3\n");
        assert!(text.contains("line 2, column 6") && text.contains("[locales.de]"), "{text}");
        let text = error("[locales.de]\npaht = \".\"\n");
        assert!(text.contains("line 2, column 1") && text.contains("did you mean `path`?"), "{text}");
    }

    #[test]
    fn a_pattern_has_the_locale_once() {
        for (pattern, why) in [
            ("i18n/current", "does not contain `{locale}`"),
            ("{locale}/{locale}", "more than once"),
            ("i18n/{lang}/{locale}", "`{lang}`"),
            ("../{locale}", "inside the project"),
            ("/i18n/{locale}", "inside the project"),
            ("a\\u0000/{locale}", "control character"),
            ("", "does not contain `{locale}`"),
        ] {
            let text = error(&format!("[locales]\npattern = \"{pattern}\"\n"));
            assert!(text.contains("line 2, column 11") && text.contains(why), "{text}");
        }
    }
}
