//! A theme of the project's own: its files, and the key of `faqtory.toml` that chooses it. What the files hold is
//! handed in.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

use super::{Folder, MadeFile};

const CONFIGURATION: &str = "faqtory.toml";

/// Which theme `faqtory.toml` chooses in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It was written into the file.
    Written,
    /// It stood there already.
    There,
    /// Another theme stands there and was left.
    Other(String),
    /// The file is written in a way that only its author can change.
    Refused,
}

/// # Errors
/// The name is not one that a folder of `themes/` can have on every system.
pub fn check_theme_name(name: &str) -> Result<()> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() || name.starts_with(['.', '-']) || name.ends_with('.') || !name.chars().all(is_plain) {
        bail!(
            "`{name}` is not a valid theme name\nhelp: use letters, digits, `-`, `_` and `.`, such as `my-theme`"
        );
    }
    if name == "default" {
        bail!("`default` is the built-in theme\nhelp: choose another name");
    }
    Ok(())
}

/// Copies the files of a theme (path below its folder, bytes) to `themes/NAME/` of the project. Whatever is there is left.
///
/// # Errors
/// The name is not allowed, or the disk refuses.
pub fn copy_theme(dir: &Path, name: &str, files: &[(&str, &[u8])]) -> Result<Vec<MadeFile>> {
    check_theme_name(name)?;
    let folder = Folder::open(dir);
    let copy = |(path, bytes): &(&str, &[u8])| {
        let path = format!("themes/{name}/{path}");
        let made = folder.create(&path, bytes)?;
        Ok((path, made))
    };
    files.iter().map(copy).collect()
}

/// Chooses the theme in `faqtory.toml`, unless another is chosen there. All else in the file stays as it is.
///
/// # Errors
/// The file cannot be read or written.
pub fn choose_theme(dir: &Path, name: &str) -> Result<Choice> {
    let file = dir.join(CONFIGURATION);
    let text = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Folder::open(dir).create(CONFIGURATION, with_theme("", name).as_bytes())?;
            return Ok(Choice::Written);
        }
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", file.display())),
    };
    let before: Table = toml::from_str(&text).with_context(|| format!("cannot read {}", file.display()))?;
    match before.get("site").and_then(|site| site.get("theme")).and_then(Value::as_str) {
        Some(there) if there == name => return Ok(Choice::There),
        Some(other) => return Ok(Choice::Other(other.to_owned())),
        None => {}
    }
    let changed = with_theme(&text, name);
    if !is_only_chosen(before, &changed, name) {
        return Ok(Choice::Refused);
    }
    Folder::open(dir).replace(CONFIGURATION, text.as_bytes(), changed.as_bytes())?;
    Ok(Choice::Written)
}

/// The text with a key more: below the line `[site]`, or in a table of its own at the end.
fn with_theme(text: &str, name: &str) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let key = format!("theme = \"{name}\"{end}");
    let is_site = |line: &str| {
        let line = line.split('#').next().unwrap_or_default();
        line.split_whitespace().collect::<String>() == "[site]"
    };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        if is_site(line) {
            let between = if line.ends_with('\n') { "" } else { end };
            return format!("{}{between}{key}{}", &text[..at], &text[at..]);
        }
    }
    let between = match text {
        "" => "",
        text if text.ends_with('\n') => end,
        _ => &end.repeat(2),
    };
    format!("{text}{between}[site]{end}{key}")
}

/// Whether the changed text means what it meant before, and the theme. It does not where a multi-line string has a line
/// `[site]`, or where `site` is written as an inline table.
fn is_only_chosen(mut before: Table, changed: &str, name: &str) -> bool {
    let site = before.entry("site").or_insert_with(|| Value::Table(Table::new()));
    let Some(site) = site.as_table_mut() else { return false };
    site.insert("theme".to_owned(), Value::String(name.to_owned()));
    toml::from_str::<Table>(changed).is_ok_and(|after| after == before)
}
