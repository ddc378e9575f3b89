//! `.faqtory/made-from.json`: what translations were made from that cannot say it themselves. Reads it, and writes into it.

use std::path::Path;

use crate::edit::{self, Made};
use crate::translation::{MADE_FROM, MadeFrom};

/// What the project in `root` says. A file that cannot be understood says nothing.
pub(super) fn read(root: &Path) -> MadeFrom {
    edit::own_text(root, MADE_FROM).and_then(|text| MadeFrom::parse(&text)).unwrap_or_default()
}

/// Writes source hashes of translations, by their paths.
///
/// # Errors
/// Why nothing was written.
pub(super) fn record(folder: &edit::Folder, root: &Path, hashes: &[(&str, &str)]) -> Result<(), String> {
    if !folder.has_no_link(MADE_FROM) {
        return Err(format!("{MADE_FROM} is a symbolic link"));
    }
    let before = edit::own_text(root, MADE_FROM);
    let known = before.as_deref().map_or_else(|| Some(MadeFrom::default()), MadeFrom::parse);
    let mut known = known.ok_or_else(|| format!("{MADE_FROM} is not a JSON object of paths and hashes"))?;
    for (path, hash) in hashes {
        known.put(path, hash);
    }
    let after = known.render();
    let written = match &before {
        Some(before) => folder.replace(MADE_FROM, before.as_bytes(), after.as_bytes()).map(|()| Made::New),
        None => folder.create(MADE_FROM, after.as_bytes()),
    };
    match written {
        Ok(Made::New) => Ok(()),
        Ok(Made::Existed) => Err(format!("{MADE_FROM} cannot be read")),
        Err(error) => Err(format!("{error:#}")),
    }
}
