//! Which articles a `cascade` of Hugo makes drafts of: that of a section, or of the configuration. Reads its value only.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use serde_json::Value;

use super::settings::{member, texts};

/// The articles that are drafts unless they say otherwise, by their paths in the content.
#[derive(Clone, Debug, Default)]
pub(crate) struct CascadedDrafts(GlobSet);

impl CascadedDrafts {
    /// What is read of the value of `cascade`, one set of values or several. A target that is no path, such as a kind of
    /// page, may be any: no draft is published by accident.
    pub(crate) fn read(values: &[&Value]) -> Self {
        let sets = values.iter().flat_map(|value| match value {
            Value::Array(sets) => sets.iter().collect::<Vec<_>>(),
            one => vec![*one],
        });
        let mut globs = GlobSetBuilder::new();
        for set in sets.filter(|set| member(set, "draft").is_some_and(is_true)) {
            let target = member(set, "_target").or_else(|| member(set, "target"));
            let paths = texts(target.and_then(|target| member(target, "path")));
            let paths = if paths.is_empty() { vec!["**"] } else { paths };
            for path in paths {
                if let Ok(glob) =
                    GlobBuilder::new(path.trim_matches(['/', '{', '}'])).literal_separator(true).build()
                {
                    globs.add(glob);
                }
            }
        }
        Self(globs.build().unwrap_or_default())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the article at this path, without its extension, is one.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.is_match(path)
    }
}

fn is_true(value: &Value) -> bool {
    match value {
        Value::Bool(value) => *value,
        Value::String(text) => text.eq_ignore_ascii_case("true"),
        _ => false,
    }
}
