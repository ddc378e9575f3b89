//! Reads a folder of hand-backs, each a folder with two versions of a source and of its translation. Judges nothing.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use faqtory::markdown::Dialect;

use super::case::{Case, Version};

/// The file that makes a folder a hand-back.
const MARK: &str = "handback.json";

/// The hand-backs in `folder`: `<locale>/<name>/`, in order. Those of one article follow each other as the names of their
/// folders do, so that a flaw that stays through many of them is found once.
///
/// # Errors
/// A file that is not there or cannot be read.
pub(crate) fn read(folder: &Path) -> Result<Vec<Case>> {
    let mut cases: BTreeMap<(String, String), Case> = BTreeMap::new();
    for locale in folders(folder)? {
        for one in folders(&locale)? {
            if !one.join(MARK).is_file() {
                continue;
            }
            let case = case(&locale, &one).with_context(|| one.display().to_string())?;
            match cases.entry((case.locale.clone(), case.path.clone())) {
                Entry::Vacant(entry) => drop(entry.insert(case)),
                Entry::Occupied(mut entry) => {
                    let earlier = entry.get_mut();
                    earlier.name = format!("{}, {}", earlier.name, case.name);
                    earlier.versions.extend(case.versions);
                }
            }
        }
    }
    Ok(cases.into_values().collect())
}

fn case(locale: &Path, folder: &Path) -> Result<Case> {
    let text = |name: &str| {
        let bytes = fs::read(folder.join(name)).with_context(|| name.to_owned())?;
        Ok::<_, anyhow::Error>(String::from_utf8_lossy(&bytes).into_owned())
    };
    let version = |age: &str| {
        Ok::<_, anyhow::Error>(Version {
            source: text(&format!("{age}-source.md"))?.into(),
            translation: text(&format!("{age}-translation.md"))?.into(),
        })
    };
    let about: serde_json::Value = serde_json::from_str(&text(MARK)?).context(MARK)?;
    let path = about["path"].as_str().context("it does not say the path of the article")?;
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Case {
        name: name(folder),
        source_locale: "en-US".to_owned(),
        locale: name(locale),
        path: path.to_owned(),
        dialect: Dialect::Plain,
        versions: vec![version("old")?, version("new")?],
    })
}

fn folders(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() && !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
