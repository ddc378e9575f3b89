//! Reads a file that is input, as what it is input for. Finds none.

use std::io;

use anyhow::{Context, Result};

use super::find::{InputFile, Role};
use super::input::FileContent;
use super::names::is_text;
use super::not_read::{MAX_TEXT_BYTES, NotRead};
use super::{asset, open};

/// What a file holds; nothing if it has gone since it was found.
pub(super) fn take(found: &InputFile) -> Result<Option<FileContent>> {
    let error = match read(found) {
        Ok(content) => return Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => error,
    };
    let is_theme = matches!(found.role, Role::Theme(_) | Role::ThemeMessages(_));
    match NotRead::of(&error).filter(|_| !is_theme) {
        Some(reason) => Ok(Some(FileContent::NotRead(reason))),
        None => Err(error).with_context(|| format!("cannot read {}", found.file.display())),
    }
}

fn read(found: &InputFile) -> io::Result<FileContent> {
    let file = found.to_open();
    let limit = match &found.role {
        Role::Content(path) if !is_text(path) => {
            return Ok(asset::read(file, path)?.map_or_else(FileContent::NotRead, FileContent::Asset));
        }
        Role::Theme(_) => u64::MAX,
        _ => MAX_TEXT_BYTES,
    };
    Ok(open::read(file, limit)?.map_or_else(FileContent::NotRead, FileContent::Text))
}
