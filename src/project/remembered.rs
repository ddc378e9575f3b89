//! The hand-offs that a project remembers: `.faqtory/handoffs/`, which belongs in git. Decides nothing about them.
//!
//! What stands there may be contributed: it is neither read nor written through links, and what it says of paths is proven.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::edit::{self, Folder};
use crate::exchange::NamesFile;
use crate::front_matter::{Date, source_hashes};
use crate::sources;
use crate::translation::{HandedOff, HandedOffKind, Handoff};

/// Below the project.
pub(super) const FOLDER: &str = ".faqtory/handoffs";
const SOURCES: &str = "sources";
const TRANSLATIONS: &str = "translations";

/// All that was handed off and has not come back.
#[derive(Clone, Debug, Default)]
pub(super) struct Remembered {
    /// In the order of time.
    pub(super) handoffs: Vec<Handoff>,
    /// What is wrong with files of the folder, which are left out.
    pub(super) faults: Vec<String>,
}

impl Remembered {
    /// What the folder of a project says.
    pub(super) fn read(root: &Path) -> Self {
        let mut remembered = Self::default();
        for name in edit::own_names(root, FOLDER) {
            let Some(stem) = name.strip_suffix(".json") else { continue };
            match read(root, stem) {
                Ok(handoff) => remembered.handoffs.push(handoff),
                Err(error) => remembered.faults.push(format!("{FOLDER}/{name}: {error:#}")),
            }
        }
        remembered.handoffs.sort_by_cached_key(Handoff::order);
        remembered
    }

    /// The same.
    ///
    /// # Errors
    /// A file of it cannot be read: a merge of git may have left its marks in it.
    pub(super) fn whole(root: &Path) -> Result<Self> {
        let remembered = Self::read(root);
        match remembered.faults.first() {
            None => Ok(remembered),
            Some(fault) => {
                bail!("{fault}\nhelp: bring back the file that git has, or remove it to forget the hand-off")
            }
        }
    }

    /// The hand-off of this name.
    pub(super) fn named(&self, name: &str) -> Option<&Handoff> {
        self.handoffs.iter().find(|handoff| handoff.name == name)
    }

    /// The only hand-off whose name is this, or begins with it.
    pub(super) fn begun(&self, name: &str) -> Option<&Handoff> {
        let is_begun =
            |handoff: &&Handoff| handoff.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'));
        let mut begun = self.handoffs.iter().filter(is_begun);
        self.named(name).or_else(|| begun.next().filter(|_| begun.next().is_none()))
    }

    /// Every file with the name of its hand-off, in the order of time.
    pub(super) fn files(&self) -> impl Iterator<Item = (&Handoff, &HandedOff)> {
        self.handoffs.iter().flat_map(|handoff| handoff.files.iter().map(move |file| (handoff, file)))
    }

    /// Keeps those files that are wanted, as `is_wanted` leaves them, here and on the disk: hand-offs first, then texts that no file needs
    /// any more.
    ///
    /// # Errors
    /// The disk refuses.
    pub(super) fn revise(
        &mut self,
        folder: &Folder,
        is_wanted: &dyn Fn(&Handoff, &mut HandedOff) -> bool,
    ) -> Result<()> {
        for handoff in &mut self.handoffs {
            let before = handoff.files.clone();
            let mut files = std::mem::take(&mut handoff.files);
            files.retain_mut(|file| is_wanted(handoff, file));
            handoff.files = files;
            let path = path(&handoff.name);
            if handoff.files.is_empty() {
                folder.remove(&path)?;
            } else if handoff.files != before {
                folder.put_own(&path, &json(handoff)?)?;
            }
        }
        self.handoffs.retain(|handoff| !handoff.files.is_empty());
        self.sweep(folder)
    }

    /// Removes the texts that no file needs.
    fn sweep(&self, folder: &Folder) -> Result<()> {
        let needed: BTreeSet<String> = self.files().flat_map(|(_, file)| texts(file)).collect();
        for kind in [SOURCES, TRANSLATIONS] {
            for name in edit::own_names(folder.root(), &format!("{FOLDER}/{kind}")) {
                let path = format!("{FOLDER}/{kind}/{name}");
                if !needed.contains(&path) {
                    folder.remove(&path)?;
                }
            }
            folder.remove_if_empty(&format!("{FOLDER}/{kind}"));
        }
        [FOLDER, ".faqtory"].into_iter().for_each(|path| folder.remove_if_empty(path));
        Ok(())
    }
}

/// Remembers a hand-off; its texts first.
///
/// # Errors
/// The disk refuses.
pub(super) fn remember(folder: &Folder, handoff: &Handoff) -> Result<()> {
    folder.put_own(&path(&handoff.name), &json(handoff)?)
}

/// Keeps the text of a source: a version that was handed off, or one that an old translation was made from.
///
/// # Errors
/// The disk refuses.
pub(super) fn keep_source(folder: &Folder, hash: &str, path: &str, text: &str) -> Result<()> {
    folder.put_own(&source_path(hash, path), text.as_bytes())
}

/// Keeps the text of an old translation.
///
/// # Errors
/// The disk refuses.
pub(super) fn keep_translation(folder: &Folder, hash: &str, path: &str, text: &str) -> Result<()> {
    folder.put_own(&translation_path(hash, path), text.as_bytes())
}

/// The text of a source with this hash, as it is remembered, or stands in a package.
pub(super) fn source(root: &Path, package: Option<&Path>, hash: &str, path: &str) -> Option<String> {
    text(root, package, &source_path(hash, path))
        .filter(|text| source_hashes(text).iter().any(|it| it == hash))
}

/// The text of an old translation.
pub(super) fn translation(root: &Path, package: Option<&Path>, hash: &str, path: &str) -> Option<String> {
    text(root, package, &translation_path(hash, path)).filter(|text| text_hash(text) == hash)
}

fn text(root: &Path, package: Option<&Path>, path: &str) -> Option<String> {
    let in_package = || {
        let below = path.strip_prefix(FOLDER)?.trim_start_matches('/');
        sources::text(&package?.join(below)).ok()
    };
    edit::own_text(root, path).or_else(in_package)
}

/// What stands for a text, whatever its line ends.
pub(super) fn text_hash(text: &str) -> String {
    let [_, with_lf, _] = source_hashes(text);
    with_lf
}

/// The name of the file of a text.
pub(super) fn text_name(hash: &str, path: &str) -> String {
    let extension = path.rsplit_once('.').map_or("md", |(_, extension)| extension);
    format!("{hash}.{extension}")
}

/// The name of the folder of sources in a package.
pub(super) const PACKAGE_SOURCES: &str = SOURCES;
/// That of old translations.
pub(super) const PACKAGE_TRANSLATIONS: &str = TRANSLATIONS;

fn path(name: &str) -> String {
    format!("{FOLDER}/{name}.json")
}

fn source_path(hash: &str, path: &str) -> String {
    format!("{FOLDER}/{SOURCES}/{}", text_name(hash, path))
}

fn translation_path(hash: &str, path: &str) -> String {
    format!("{FOLDER}/{TRANSLATIONS}/{}", text_name(hash, path))
}

/// The paths of the texts that a file needs.
fn texts(file: &HandedOff) -> Vec<String> {
    let sources = [Some(&file.source_hash), file.recorded_hash.as_ref()].into_iter().flatten();
    let sources = sources.map(|hash| source_path(hash, &file.source));
    sources.chain(file.target_hash.iter().map(|hash| translation_path(hash, &file.target))).collect()
}

fn json(handoff: &Handoff) -> Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(handoff).context("cannot write the hand-off")?;
    text.push(b'\n');
    Ok(text)
}

/// A hand-off whose every path is one of a Markdown file below the project.
fn read(root: &Path, stem: &str) -> Result<Handoff> {
    let path = path(stem);
    let Some(text) = edit::own_text(root, &path) else { bail!("it is no file, or a link leads to it") };
    let handoff: Handoff = serde_json::from_str(&text).context("it is not a hand-off")?;
    if handoff.name != stem || Date::parse(&handoff.date).is_none() {
        bail!("it is the hand-off `{}`, of {}", handoff.name, handoff.date);
    }
    handoff.files.iter().try_for_each(prove)?;
    Ok(handoff)
}

/// Refuses what leads out of the project, or could.
fn prove(file: &HandedOff) -> Result<()> {
    let is_hash = |hash: &String| hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let hashes = [Some(&file.source_hash), file.recorded_hash.as_ref(), file.target_hash.as_ref()];
    if let Some(hash) = hashes.into_iter().flatten().find(|hash| !is_hash(hash)) {
        bail!("`{hash}` is not a hash");
    }
    let is_wrong = |path: &&String| !is_path_of(file.kind, path);
    if let Some(path) = [&file.source, &file.target].into_iter().find(is_wrong) {
        bail!("`{path}` is no path of an article below the project");
    }
    Ok(())
}

/// What lists the files of a package.
pub(super) const MANIFEST: &str = "handoff.json";

/// A file of a package as its list has it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct PackageEntry {
    pub(super) handoff: String,
    /// Its path below the folder of the package.
    pub(super) file: String,
    #[serde(flatten)]
    pub(super) entry: HandedOff,
}

/// What the list of a package says. What cannot be understood, or leads out of the project, is left out.
pub(super) fn package(folder: &Path) -> Vec<PackageEntry> {
    let text = sources::text(&folder.join(MANIFEST)).unwrap_or_default();
    let listed: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap_or_default();
    let entries = listed.into_iter().filter_map(|one| serde_json::from_value::<PackageEntry>(one).ok());
    entries.filter(|one| prove(&one.entry).is_ok()).collect()
}

/// Whether a path can be one of a file of the project that is of this kind.
pub(super) fn is_path_of(kind: HandedOffKind, path: &str) -> bool {
    let ends = |end: &str| path.to_ascii_lowercase().ends_with(end);
    match kind {
        HandedOffKind::Article | HandedOffKind::Include => is_article_path(path),
        HandedOffKind::Names => {
            // Its name alone may begin with a dot.
            let shown = path.strip_suffix(".pages").map(|folder| format!("{folder}pages"));
            is_article_path(path)
                || NamesFile::of(path).is_some() && is_below(shown.as_deref().unwrap_or(path))
        }
        HandedOffKind::Messages => {
            let is_messages = path.starts_with("locales/") || path.starts_with("themes/");
            is_below(path) && is_messages && ends(".ftl")
        }
    }
}

/// Whether a path can be one of an article of the project: Markdown, and no step of it leads up, out or into a hidden folder.
pub(super) fn is_article_path(path: &str) -> bool {
    sources::is_markdown(path) && is_below(path)
}

fn is_below(path: &str) -> bool {
    let is_step = |step: &str| {
        !step.is_empty()
            && !step.starts_with('.')
            && !step.contains(['\\', ':'])
            && !step.chars().any(char::is_control)
    };
    path.split('/').all(is_step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_names() {
        let is_it = |path: &str| is_path_of(HandedOffKind::Names, path);
        for path in ["docs/de/toc.yml", "docs/.pages", ".pages", "i18n/de/current.json", "TOC.md"] {
            assert!(is_it(path), "{path}");
        }
        for path in
            ["docs/.git/.pages", "../.pages", "package.json", ".x.pages", "a/..pages", "docs/.toc.yml"]
        {
            assert!(!is_it(path), "{path}");
        }
    }

    #[test]
    fn paths_of_articles() {
        for path in ["content/he-IL/ביטול.md", "a.mdx", "docs/de/a b.markdown"] {
            assert!(is_article_path(path), "{path}");
        }
        for path in [
            "",
            "/etc/x.md",
            "../x.md",
            "a/../b.md",
            "a//b.md",
            "./a.md",
            ".github/x.md",
            "a/.git/x.md",
            "C:/x.md",
            "a\\b.md",
            "a\n.md",
            "faqtory.toml",
            "content/de/a.html",
        ] {
            assert!(!is_article_path(path), "{path}");
        }
    }
}
