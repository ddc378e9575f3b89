//! The files that `[theme]` names: a logo and a style sheet, wherever in the project they stand. Knows no theme.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::Scope;

/// What the configuration adds to the theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeFiles {
    /// Path in the theme, `assets/logo.svg`, and bytes.
    pub logo: Option<(String, Vec<u8>)>,
    /// What follows the theme's `assets/custom.css`.
    pub style: Option<Vec<u8>>,
}

impl ThemeFiles {
    /// Puts them among the files of a theme.
    pub fn add_to(&self, theme: &mut BTreeMap<String, Vec<u8>>) {
        if let Some((path, bytes)) = &self.logo {
            theme.retain(|name, _| !name.starts_with("assets/logo."));
            theme.insert(path.clone(), bytes.clone());
        }
        if let Some(style) = &self.style {
            theme.entry("assets/custom.css".to_owned()).or_default().extend(style);
        }
    }
}

/// Reads the files of `[theme]`: those of the project, wherever they stand in it.
pub(super) fn load(root: &Path, scope: Scope<'_>) -> Result<ThemeFiles> {
    let file = |key: &str, path: &str| {
        if path.split(['/', '\\']).any(|step| step == "..") || Path::new(path).is_absolute() {
            bail!("theme.{key} is `{path}`; it must be a file inside the project");
        }
        fs::read(root.join(path)).with_context(|| format!("theme.{key}: cannot read `{path}`"))
    };
    let mut files = ThemeFiles::default();
    if let Some(path) = scope.logo {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
        if !matches!(&*extension, "svg" | "png") {
            bail!("theme.logo is `{path}`; it must be an SVG or PNG file");
        }
        files.logo = Some((format!("assets/logo.{extension}"), file("logo", path)?));
    }
    files.style = scope.style.map(|path| file("style", path)).transpose()?;
    Ok(files)
}
