//! Configuration of a generator in TOML, YAML or JSON: values behind keys. Knows no generator.

use serde_json::Value;

use super::yaml;

/// What configuration files say, those that count more first; keys in any letter case.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings(Vec<Value>);

impl Settings {
    /// Reads a file of the type that its name says.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub(super) fn read(path: &str, text: &str) -> Result<Self, String> {
        let value = match path.rsplit('.').next() {
            Some("toml") => toml::from_str(text).map_err(|error| error.to_string()),
            Some("json") => serde_json::from_str(text).map_err(|error| error.to_string()),
            _ => yaml::parse(text),
        };
        Ok(Self(vec![value?]))
    }

    /// With what others say where these say nothing.
    pub(super) fn before(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// The value behind these keys.
    pub(super) fn get(&self, path: &[&str]) -> Option<&Value> {
        self.each(path).into_iter().next()
    }

    /// What each file has behind these keys.
    pub(super) fn each(&self, path: &[&str]) -> Vec<&Value> {
        let below = |value| path.iter().try_fold(value, |value, key| member(value, key));
        self.0.iter().filter_map(below).filter(|value| !value.is_null()).collect()
    }

    /// The text behind these keys.
    pub(super) fn text(&self, path: &[&str]) -> Option<&str> {
        self.each(path).into_iter().find_map(Value::as_str)
    }

    /// Whether it has any of these keys.
    pub(super) fn has_any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.get(&[key]).is_some())
    }

    /// The keys that stand in no other.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(Value::as_object).flat_map(|members| members.keys().map(String::as_str))
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

/// The path that a file in `root` means by `written`; none where it leads out of the project.
pub(super) fn path_from(root: &str, written: &str) -> Option<String> {
    let mut steps: Vec<&str> = root.split('/').filter(|step| !step.is_empty()).collect();
    for step in written.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}
