//! The files that come back, as they are read. Knows nothing of what was handed off.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::exchange::{self, Fault, ReturnedUnit};
use crate::locale::Locale;
use crate::report::HandbackRefusal;
use crate::sources;

/// A file that came back.
pub(super) struct Came {
    /// As it was named.
    pub(super) file: String,
    /// The folder of its package, as far as it is there.
    pub(super) package: Option<PathBuf>,
    pub(super) handoff: String,
    pub(super) id: String,
    pub(super) locale: Locale,
    pub(super) source_hash: String,
    pub(super) content: CameContent,
}

/// What it says.
pub(super) enum CameContent {
    Units(Vec<ReturnedUnit>),
    /// A translation in Markdown.
    Draft(String),
}

/// What lists the files of a package.
const MANIFEST: &str = "handoff.json";

/// Folders of a package that hold no files to translate.
const KEPT: [&str; 2] = ["sources", "translations"];

/// Reads all files, those of folders in the order of their names. Second, what cannot be read.
///
/// # Errors
/// A file or a folder that is not there, or a folder without a file of a package.
pub(super) fn read(paths: &[PathBuf]) -> Result<(Vec<Came>, Vec<HandbackRefusal>)> {
    let (mut came, mut refusals) = (Vec::new(), Vec::new());
    for path in paths {
        if !path.is_dir() {
            match one(path, package_of(path))? {
                Ok(file) => came.push(file),
                Err(refusal) => refusals.push(refusal),
            }
            continue;
        }
        let files = files(path)?;
        if files.is_empty() {
            bail!(
                "there are no files of a package in {}\nhelp: name the folder that was handed off, or its files",
                path.display()
            );
        }
        let package = path.join(MANIFEST).is_file().then(|| path.clone()).or_else(|| package_of(path));
        for file in files {
            match one(&file, package.clone())? {
                Ok(file) => came.push(file),
                Err(refusal) => refusals.push(refusal),
            }
        }
    }
    Ok((came, refusals))
}

/// The files to translate in a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_kept = |path: &Path| {
        let below = path.strip_prefix(folder).unwrap_or(path);
        let first = below.iter().next().and_then(|step| step.to_str());
        first.is_some_and(|first| KEPT.contains(&first))
    };
    let is_of_package = |path: &Path| {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let extension = extension.to_ascii_lowercase();
        matches!(&*extension, "xlf" | "xliff" | "po") || path.to_str().is_some_and(sources::is_markdown)
    };
    let all = sources::files_below(folder)?;
    Ok(all.into_iter().filter(|path| !is_kept(path) && is_of_package(path)).collect())
}

/// The nearest folder above a file that has the list of a package.
fn package_of(file: &Path) -> Option<PathBuf> {
    file.ancestors().skip(1).find(|above| above.join(MANIFEST).is_file()).map(Path::to_path_buf)
}

fn one(path: &Path, package: Option<PathBuf>) -> Result<Result<Came, HandbackRefusal>> {
    let file = path.display().to_string();
    let bytes = match sources::bytes(path)? {
        Ok(bytes) => bytes,
        Err(reason) => {
            let help = "hand back the file that was handed off";
            return Ok(Err(HandbackRefusal::of_file(&file, reason, help)));
        }
    };
    let is_draft = path.to_str().is_some_and(sources::is_markdown);
    let read = if is_draft {
        exchange::read_draft(&bytes).map(|draft| Came {
            file: file.clone(),
            package,
            handoff: draft.handoff,
            id: draft.id,
            locale: draft.target_locale,
            source_hash: draft.source_hash,
            content: CameContent::Draft(draft.text),
        })
    } else {
        exchange::read(&bytes).map(|returned| Came {
            file: file.clone(),
            package,
            handoff: returned.handoff,
            id: returned.id,
            locale: returned.target_locale,
            source_hash: returned.source_hash,
            content: CameContent::Units(returned.units),
        })
    };
    Ok(read.map_err(|Fault { line, column, message }| {
        let (message, help) =
            message.split_once(": ").unwrap_or((&message, "hand back the file that was handed off"));
        let message = format!("{message} (column {column})");
        HandbackRefusal { line: Some(line), ..HandbackRefusal::of_file(&file, message, help) }
    }))
}
