//! Writes the folder of a package. `handoff.json` comes last: a package without it is not whole.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Serialize;

use crate::edit::{Folder, Made};
use crate::exchange::{self, ExchangeFile, Format};
use crate::project::remembered::{MANIFEST, PACKAGE_SOURCES, PACKAGE_TRANSLATIONS, text_name};
use crate::sources;
use crate::translation::HandedOff;

use super::packed::GatheredFile;
use super::texts::Reading;

/// A file as the package lists it.
#[derive(Serialize)]
struct Listed<'a> {
    handoff: &'a str,
    /// Its path below the folder of the package.
    file: String,
    #[serde(flatten)]
    entry: &'a HandedOff,
}

/// What is no Markdown is no draft in Markdown.
fn format_of(format: Format, reading: &Reading) -> Format {
    match (format, reading) {
        (Format::Markdown, Reading::Texts(_)) => Format::Po,
        (format, _) => format,
    }
}

fn path(entry: &HandedOff, format: Format) -> String {
    format!("{}/{}", entry.locale, file_name(&entry.target, format))
}

pub(super) fn write(folder: &Path, name: &str, format: Format, files: &[GatheredFile]) -> Result<()> {
    let package = Folder::open(folder);
    for GatheredFile { entry, texts, file } in files {
        let format = format_of(format, &texts.reading);
        let units = if format == Format::Markdown { Vec::new() } else { texts.units() };
        let file = ExchangeFile { handoff: name.to_owned(), units, ..file.clone() };
        let text = exchange::write(format, &file, texts.markdown().as_ref());
        let path = path(entry, format);
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
    let entries: Vec<Listed<'_>> = files
        .iter()
        .map(|GatheredFile { entry, texts, .. }| Listed {
            handoff: name,
            file: path(entry, format_of(format, &texts.reading)),
            entry,
        })
        .collect();
    let mut manifest = serde_json::to_vec_pretty(&entries).context("cannot write the list of files")?;
    manifest.push(b'\n');
    package.create(MANIFEST, &manifest).map(drop)
}

/// The name of the file of a translation. Hidden ones would not be seen, and not be packed.
fn file_name(target: &str, format: Format) -> String {
    if format == Format::Markdown && sources::is_markdown(target) {
        return target.to_owned();
    }
    let (folder, name) = target.split_at(target.rfind('/').map_or(0, |at| at + 1));
    format!("{folder}{}.{}", name.trim_start_matches('.'), format.extension())
}
