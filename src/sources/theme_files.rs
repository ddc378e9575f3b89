//! The files that the configuration adds to the theme: a logo, pictures of the site, a style sheet and what that names, wherever in the
//! project they stand. Knows no theme.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::links::Links;
use super::not_read::NotRead;
use super::scope::Scope;
use super::{open, style};

/// What the configuration adds to the theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeFiles {
    /// Path in the theme, `assets/logo.svg`, and bytes.
    pub logo: Option<(String, Vec<u8>)>,
    /// The same of the pictures that stand for the site elsewhere.
    pub pictures: Vec<(String, Vec<u8>)>,
    /// What follows the theme's `assets/custom.css`.
    pub style: Option<Vec<u8>>,
    /// Fonts and pictures that the style sheet names: path in the project, and bytes.
    pub beside: BTreeMap<String, Vec<u8>>,
    /// What it names that does not exist: as written, and the path where it was looked for, if that lies in the project.
    pub missing: Vec<(String, Option<String>)>,
    /// What it names that is not input, by path in the project.
    pub not_read: BTreeMap<Arc<str>, NotRead>,
}

/// What stays as it is in the path of an address.
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Where among the assets the files beside the style sheet are.
const BESIDE: &str = "custom/";

impl ThemeFiles {
    /// Puts them among the files of a theme.
    pub fn add_to(&self, theme: &mut BTreeMap<String, Vec<u8>>) {
        if let Some((path, bytes)) = &self.logo {
            theme.retain(|name, _| !name.starts_with("assets/logo."));
            theme.insert(path.clone(), bytes.clone());
        }
        theme.extend(self.pictures.iter().cloned());
        if let Some(style) = &self.style {
            theme.entry("assets/custom.css".to_owned()).or_default().extend(style);
        }
        theme.extend(
            self.beside.iter().map(|(path, bytes)| (format!("assets/{BESIDE}{path}"), bytes.clone())),
        );
    }
}

/// Reads the files of `[theme]`: those of the project, wherever they stand in it.
pub(super) fn load(root: &Path, scope: Scope<'_>, links: &Links) -> Result<ThemeFiles> {
    let file = |key: &str, path: &str| {
        if path.split(['/', '\\']).any(|step| step == "..") || Path::new(path).is_absolute() {
            bail!(
                "{key} in faqtory.toml is `{path}`, which is not inside the project\nhelp: name a file of the project"
            );
        }
        read(root, path, links)
            .and_then(|read| read.map_err(anyhow::Error::msg))
            .with_context(|| format!("{key}: cannot read `{path}`"))
    };
    let mut files = ThemeFiles::default();
    if let Some(path) = scope.logo {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
        if !matches!(&*extension, "svg" | "png") {
            bail!(
                "theme.logo in faqtory.toml is `{path}`, which is neither SVG nor PNG\nhelp: name an SVG or PNG file"
            );
        }
        files.logo = Some((format!("assets/logo.{extension}"), file("theme.logo", path)?));
    }
    for (key, name, path) in
        [("site.image", "share", scope.image), ("theme.touch_icon", "touch-icon", scope.touch_icon)]
    {
        let Some(path) = path else { continue };
        let bytes = file(key, path)?;
        let extension = match bytes.as_slice() {
            [0x89, b'P', b'N', b'G', ..] => "png",
            [0xff, 0xd8, 0xff, ..] if key == "site.image" => "jpg",
            _ => bail!(
                "{key} in faqtory.toml is `{path}`, which is not {}\nhelp: name such an image",
                kinds(key)
            ),
        };
        files.pictures.push((format!("assets/{name}.{extension}"), bytes));
    }
    if let Some(path) = scope.style {
        if !path.to_ascii_lowercase().ends_with(".css") {
            bail!("theme.style in faqtory.toml is `{path}`, which is not CSS\nhelp: name a CSS file");
        }
        files.style = Some(file("theme.style", path)?);
        files.take_along(root, path, links)?;
    }
    Ok(files)
}

/// What services that show a picture of the site take.
fn kinds(key: &str) -> &'static str {
    if key == "site.image" { "a PNG or JPEG image" } else { "a PNG image" }
}

/// Reads a file that is named by its path below the project's folder.
fn read(root: &Path, path: &str, links: &Links) -> Result<Result<Vec<u8>, NotRead>> {
    let file = match links.file(root, path) {
        Ok(real) => real.unwrap_or_else(|| root.join(path)),
        Err(reason) => return Ok(Err(reason)),
    };
    match open::read(&file, u64::MAX) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            bail!("there is no such file in the project\nhelp: create the file, or correct the path")
        }
        read => Ok(read?),
    }
}

impl ThemeFiles {
    /// Reads what the style sheet at `sheet` names, and names it as it will stand beside the sheet of the site.
    fn take_along(&mut self, root: &Path, sheet: &str, links: &Links) -> Result<()> {
        let Some(css) = self.style.take() else { return Ok(()) };
        let css = match String::from_utf8(css) {
            Ok(css) => css,
            Err(error) => {
                self.style = Some(error.into_bytes());
                return Ok(());
            }
        };
        let mut written = String::with_capacity(css.len());
        let mut done = 0;
        for named in style::named(&css, sheet) {
            let found = named.path.as_ref().filter(|path| root.join(path).is_file());
            let Some(path) = found else {
                self.missing.push((named.written, named.path));
                continue;
            };
            if !self.beside.contains_key(path) {
                match read(root, path, links)
                    .with_context(|| format!("theme.style: cannot read `{path}`, which `{sheet}` names"))?
                {
                    Ok(bytes) => drop(self.beside.insert(path.clone(), bytes)),
                    Err(reason) => {
                        self.not_read.insert(path.as_str().into(), reason);
                        continue;
                    }
                }
            }
            let name = utf8_percent_encode(path, ADDRESS);
            written.extend([&css[done..named.at.start], BESIDE, &name.to_string()]);
            done = named.at.end;
        }
        written.push_str(&css[done..]);
        self.style = Some(written.into_bytes());
        Ok(())
    }
}
