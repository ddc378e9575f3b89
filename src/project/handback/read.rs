//! The files that come back, as they are read. Knows nothing of what was handed off.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::exchange::{self, Fault, Piece, ReturnedUnit};
use crate::locale::Locale;
use crate::project::remembered::{self, MANIFEST, PackageEntry, text_hash};
use crate::report::HandbackRefusal;
use crate::sources;
use crate::translation::HandedOff;

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

impl Came {
    /// What it is known by: its hand-off, its ID, its locale, and the version that it was made from.
    pub(super) fn key(&self) -> [&str; 4] {
        [&self.handoff, &self.id, self.locale.tag(), &self.source_hash]
    }

    /// What stands for what it says, however it is written.
    pub(super) fn hash(&self) -> String {
        let said = match &self.content {
            CameContent::Draft(text) => text.clone(),
            CameContent::Units(units) => units.iter().map(said).collect(),
        };
        text_hash(&said)
    }
}

/// What the lists of packages say of their files, by the folder of each package; then as [`Came::key`] has it.
#[derive(Default)]
pub(super) struct Packages(BTreeMap<PathBuf, BTreeMap<[String; 4], HandedOff>>);

impl Packages {
    fn add(&mut self, folder: &Path) {
        if self.0.contains_key(folder) {
            return;
        }
        let mut files = BTreeMap::new();
        for PackageEntry { handoff, entry, .. } in remembered::package(folder) {
            let key = [&handoff, &entry.id, &entry.locale, &entry.source_hash].map(String::clone);
            files.entry(key).or_insert(entry);
        }
        self.0.insert(folder.to_owned(), files);
    }

    /// What the package of a file says of it.
    pub(super) fn entry(&self, came: &Came) -> Option<&HandedOff> {
        self.0.get(came.package.as_ref()?)?.get(&came.key().map(str::to_owned))
    }
}

/// What a unit says.
fn said(unit: &ReturnedUnit) -> String {
    let mut out = format!("{} {:?}", unit.id, unit.state);
    for piece in unit.target.iter().flat_map(|target| &target.0) {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Code(code) => out.push_str(&format!("\u{1}{} {:?}\u{1}", code.id, code.kind)),
        }
    }
    out + "\n"
}

/// What it says.
pub(super) enum CameContent {
    Units(Vec<ReturnedUnit>),
    /// A translation in Markdown.
    Draft(String),
}

/// Folders of a package that hold no files to translate.
const KEPT: [&str; 2] = ["sources", "translations"];

/// What there is of what was named.
#[derive(Default)]
pub(super) struct Read {
    pub(super) came: Vec<Came>,
    /// What cannot be read.
    pub(super) refusals: Vec<HandbackRefusal>,
    /// What packages list and is not there.
    pub(super) missing: Vec<PackageEntry>,
    pub(super) packages: Packages,
}

/// Reads all files, those of folders in the order of their names.
///
/// # Errors
/// A file or a folder that is not there, or a folder without a file of a package.
pub(super) fn read(paths: &[PathBuf]) -> Result<Read> {
    let mut read = Read::default();
    let mut listed = Vec::new();
    for path in paths {
        if !path.is_dir() {
            match one(path, package_of(path))? {
                Ok(file) => read.came.push(file),
                Err(refusal) => read.refusals.push(refusal),
            }
            continue;
        }
        listed.extend(remembered::package(path));
        let links = sources::links_below(path)?;
        let (files, links) = (files(path)?, links.into_iter().filter(|link| is_of_package(link)));
        read.refusals.extend(links.map(|link| {
            let help = "put the file in its place";
            HandbackRefusal::of_file(
                &link.display().to_string(),
                "it is a symbolic link, which is not followed",
                help,
            )
        }));
        if files.is_empty() && read.refusals.is_empty() {
            bail!(
                "there are no files of a package in {}\nhelp: name the folder that was handed off, or its files",
                path.display()
            );
        }
        let package = path.join(MANIFEST).is_file().then(|| path.clone()).or_else(|| package_of(path));
        for file in files {
            match one(&file, package.clone())? {
                Ok(file) => read.came.push(file),
                Err(refusal) => read.refusals.push(refusal),
            }
        }
    }
    for folder in read.came.iter().filter_map(|came| came.package.as_ref()) {
        read.packages.add(folder);
    }
    // Of one hand-off or another.
    let there: BTreeSet<[&str; 3]> =
        read.came.iter().map(|came| [&*came.id, came.locale.tag(), &*came.source_hash]).collect();
    let is_missing = |PackageEntry { entry, .. }: &PackageEntry| {
        !there.contains(&[&*entry.id, &*entry.locale, &*entry.source_hash])
    };
    let missing: Vec<PackageEntry> = listed.into_iter().filter(is_missing).collect();
    // What is there and cannot be read is no missing file.
    let is_refused =
        |one: &PackageEntry| read.refusals.iter().any(|it| Path::new(&it.file).ends_with(&one.file));
    read.missing = missing.into_iter().filter(|one| !is_refused(one)).collect();
    Ok(read)
}

fn is_of_package(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let extension = extension.to_ascii_lowercase();
    matches!(&*extension, "xlf" | "xliff" | "po") || path.to_str().is_some_and(sources::is_markdown)
}

/// The files to translate in a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_kept = |path: &Path| {
        let below = path.strip_prefix(folder).unwrap_or(path);
        let first = below.iter().next().and_then(|step| step.to_str());
        first.is_some_and(|first| KEPT.contains(&first))
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
            message.rsplit_once(": ").unwrap_or((&message, "hand back the file that was handed off"));
        let message = format!("{message} (column {column})");
        HandbackRefusal { line: Some(line), ..HandbackRefusal::of_file(&file, message, help) }
    }))
}
