//! The texts in `current.json` of Docusaurus. Writes none.

use super::name::Name;
use crate::exchange::texts::yaml::Value;

/// `"key": {"message": "Text", "description": "What it is"}`
pub(super) fn names<'v>(whole: &'v Value, names: &mut Vec<Name<'v>>) {
    for (key, value) in whole.entries() {
        let of = |wanted: &str| {
            let found = value.entries().iter().find(|(key, _)| key.value == wanted);
            found.and_then(|(_, value)| value.text())
        };
        if let Some(text) = of("message") {
            let kind = of("description").map_or("name of a folder", |description| &description.value);
            names.push(Name { text, key: key.value.clone(), kind, above: None });
        }
    }
}
