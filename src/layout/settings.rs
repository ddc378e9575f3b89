//! Configuration of a generator in TOML, YAML or JSON: values behind keys. Knows no generator.

use serde_json::Value;

/// What a configuration file says; keys in any letter case.
#[derive(Clone, Debug)]
pub(super) struct Settings(Value);

impl Settings {
    /// Reads a file of the type that its name says.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub(super) fn read(path: &str, text: &str) -> Result<Self, String> {
        let value = match path.rsplit('.').next() {
            Some("toml") => toml::from_str(text).map_err(|error| error.to_string()),
            Some("json") => serde_json::from_str(text).map_err(|error| error.to_string()),
            _ => serde_saphyr::from_str(text).map_err(|error| error.to_string()),
        };
        value.map(Self)
    }

    /// The value behind these keys.
    pub(super) fn get(&self, path: &[&str]) -> Option<&Value> {
        path.iter().try_fold(&self.0, |value, key| member(value, key))
    }

    /// The text behind these keys.
    pub(super) fn text(&self, path: &[&str]) -> Option<&str> {
        self.get(path)?.as_str()
    }

    /// Whether it has any of these keys.
    pub(super) fn has_any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.get(&[key]).is_some())
    }
}

/// The member of this name, in any letter case.
pub(super) fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    value.as_object()?.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// The texts of a list, or the only one.
pub(super) fn texts(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(text)) => vec![text],
        _ => Vec::new(),
    }
}

/// A folder as configured, without what says nothing: `./docs/` is `docs`; none where it leads out of the project.
pub(super) fn folder(written: &str) -> Option<String> {
    let steps: Vec<&str> =
        written.split(['/', '\\']).filter(|step| !step.is_empty() && *step != ".").collect();
    (!steps.contains(&"..")).then(|| steps.join("/"))
}
