//! The files of a finished site with their hashes, as its records say, and what differs between two sites. Writes nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};

use super::hash::Hash;
use super::parts::{SitePart, SiteParts};
use super::paths::RECORDS;
use super::record::{file, read};

/// What to name where there is no manifest.
const HELP: &str = "help: name a copy of the folder `.faqtory` of the site that is deployed, or an empty folder where none is";

/// The files of a site. Of a file without a hash nothing is known but that it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    parts: BTreeMap<SitePart, BTreeMap<String, Option<Hash>>>,
}

/// How the files of a site differ from those of an earlier one; paths below the output folder, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub added: Vec<String>,
    pub changed: Vec<String>,
    pub removed: Vec<String>,
}

impl Manifest {
    /// Reads the records in the folder `at`, or in `.faqtory` of it. An empty folder is that of a site without files.
    ///
    /// # Errors
    /// The folder cannot be read, has no record, or a record has a line that no build writes.
    pub fn read(at: &Path) -> Result<Self> {
        let own = at.join(RECORDS);
        let folder = if own.is_dir() { own.as_path() } else { at };
        let cannot = || format!("cannot read the manifest {}\n{HELP}", at.display());
        let mut parts = BTreeMap::new();
        let mut is_empty = true;
        for entry in fs::read_dir(folder).with_context(cannot)? {
            is_empty = false;
            let name = entry.with_context(cannot)?.file_name();
            let Some(part) = name.to_str().and_then(SitePart::of_record) else { continue };
            let record = folder.join(&name);
            let Some(text) = read(&record)? else { continue };
            let files = text.lines().enumerate().map(|(number, line)| {
                let found = file(line, &part).map(|(path, hash)| (path.to_owned(), hash));
                found.ok_or_else(|| {
                    anyhow!("{}:{}: this names no file of a site\n{HELP}", record.display(), number + 1)
                })
            });
            let files = files.collect::<Result<_>>()?;
            parts.insert(part, files);
        }
        if parts.is_empty() && !is_empty {
            bail!("{} has no record of a site\n{HELP}", at.display());
        }
        Ok(Self { parts })
    }

    /// How this site differs from the one `before` it, in the parts that were built.
    pub fn changes_since(&self, before: &Self, built: &SiteParts) -> Changes {
        let (old, new) = (before.files(built), self.files(built));
        let mut changes = Changes::default();
        for (path, hash) in &new {
            match old.get(path) {
                None => changes.added.push((*path).to_owned()),
                Some(Some(same)) if hash.as_ref() == Some(same) => {}
                Some(_) => changes.changed.push((*path).to_owned()),
            }
        }
        let removed = old.keys().filter(|path| !new.contains_key(*path));
        changes.removed = removed.map(|path| (*path).to_owned()).collect();
        changes
    }

    fn files(&self, built: &SiteParts) -> BTreeMap<&str, Option<Hash>> {
        let parts = self.parts.iter().filter(|(part, _)| built.writes(part));
        parts.flat_map(|(_, files)| files.iter().map(|(path, hash)| (path.as_str(), *hash))).collect()
    }
}
