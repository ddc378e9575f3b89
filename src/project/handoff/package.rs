//! Writes the folder of a package. `handoff.json` comes last: a package without it is not whole.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::edit::{Folder, Made};
use crate::exchange::{self, ExchangeFile, Format};
use crate::project::remembered::{PACKAGE_SOURCES, PACKAGE_TRANSLATIONS, text_name};
use crate::sources;
use crate::translation::HandedOff;

use super::gather::GatheredFile;

/// What lists the files of a package.
const MANIFEST: &str = "handoff.json";

pub(super) fn write(folder: &Path, name: &str, format: Format, files: &[GatheredFile]) -> Result<()> {
    let package = Folder::open(folder);
    for GatheredFile { entry, texts, file } in files {
        let original = texts.original();
        let units = if format == Format::Markdown { Vec::new() } else { exchange::units(&original) };
        let file = ExchangeFile { handoff: name.to_owned(), units, ..file.clone() };
        let text = exchange::write(format, &file, &original);
        let path = format!("{}/{}", entry.locale, file_name(&entry.target, format));
        if package.create(&path, text.as_bytes())? == Made::Existed {
            bail!("{path} is there twice in the package");
        }
        let keep = |kind: &str, hash: &str, path: &str, text: &str| {
            package.create(format!("{kind}/{}", text_name(hash, path)), text.as_bytes()).map(drop)
        };
        keep(PACKAGE_SOURCES, &entry.source_hash, &entry.source, &texts.source)?;
        if let (Some(hash), Some(text)) = (&entry.recorded_hash, &texts.older) {
            keep(PACKAGE_SOURCES, hash, &entry.source, text)?;
        }
        if let (Some(hash), Some(text)) = (&entry.target_hash, &texts.translation) {
            keep(PACKAGE_TRANSLATIONS, hash, &entry.target, text)?;
        }
    }
    let entries: Vec<&HandedOff> = files.iter().map(|file| &file.entry).collect();
    let mut manifest = serde_json::to_vec_pretty(&entries).context("cannot write the list of files")?;
    manifest.push(b'\n');
    package.create(MANIFEST, &manifest).map(drop)
}

/// The name of the file of a translation.
fn file_name(target: &str, format: Format) -> String {
    if format == Format::Markdown && sources::is_markdown(target) {
        target.to_owned()
    } else {
        format!("{target}.{}", format.extension())
    }
}
