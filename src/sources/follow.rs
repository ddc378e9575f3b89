//! What symbolic links lead to: each is followed only where that is input. Reads names only.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use rayon::prelude::*;
use walkdir::WalkDir;

use super::entries::{EntryFilter, Linked, Walked, WalkedFile, entries};
use super::links::Links;
use super::not_read::{LinkFault, NotRead};

/// How often a folder is followed: a few links that lead to one another's folders would be a billion paths.
const MOST_LINKS: usize = 256;

/// How many links may lie on the way to a file.
const MOST_ON_THE_WAY: usize = 16;

/// A link that was found.
struct FoundLink {
    path: PathBuf,
    /// The canonical places of the links that lead here, its own the last.
    places: Vec<PathBuf>,
}

/// What a link leads to.
struct LinkEnd {
    link: FoundLink,
    linked: Linked,
    /// The files and links in a folder, below it.
    files: Vec<PathBuf>,
    links: Vec<PathBuf>,
}

/// Adds what these links lead to.
pub(super) fn all(
    mut walked: Walked,
    first: Vec<PathBuf>,
    links: &Links,
    wanted: EntryFilter<'_>,
) -> Result<Walked> {
    let mut times = BTreeMap::new();
    let mut wave: Vec<FoundLink> =
        first.into_iter().map(|path| FoundLink { places: vec![place(&path)], path }).collect();
    while !wave.is_empty() {
        let ends: Vec<(FoundLink, Result<Linked, NotRead>)> = wave
            .into_par_iter()
            .map(|link| {
                let end = links.end(&link.path);
                (link, end)
            })
            .collect();
        let mut found = Vec::new();
        for (link, end) in ends {
            match end.and_then(|linked| enter(&link, linked, &mut times)) {
                Ok(linked) => found.push(look(link, linked, wanted, &mut walked)?),
                Err(reason) => {
                    if reason == LinkFault::Dangling.into() {
                        walked.linked.extend(links.awaited(&link.path).map(Linked::File));
                    }
                    walked.not_read.push((link.path, reason));
                }
            }
        }
        wave = take(found, links, &mut walked);
    }
    Ok(walked)
}

/// The canonical place of a link itself.
fn place(link: &Path) -> PathBuf {
    let folder = link.parent().and_then(|folder| folder.canonicalize().ok());
    folder.zip(link.file_name()).map_or_else(|| link.to_path_buf(), |(folder, name)| folder.join(name))
}

/// Whether the folder that a link leads to may be looked into once more.
fn enter(link: &FoundLink, linked: Linked, times: &mut BTreeMap<PathBuf, usize>) -> Result<Linked, NotRead> {
    let Linked::Folder(folder) = &linked else { return Ok(linked) };
    if link.places.iter().any(|place| place.starts_with(folder)) {
        return Err(LinkFault::Circle.into());
    }
    let times = times.entry(folder.clone()).or_default();
    *times += 1;
    if *times > MOST_LINKS || link.places.len() > MOST_ON_THE_WAY {
        return Err(LinkFault::TooOften.into());
    }
    Ok(linked)
}

fn look(link: FoundLink, linked: Linked, wanted: EntryFilter<'_>, walked: &mut Walked) -> Result<LinkEnd> {
    let Linked::Folder(folder) = &linked else {
        return Ok(LinkEnd { link, linked, files: Vec::new(), links: Vec::new() });
    };
    let listing = entries(WalkDir::new(folder), wanted)?;
    let below = |path: PathBuf| path.strip_prefix(folder).map(Path::to_path_buf).ok();
    let not_read = listing.not_read.into_iter();
    let not_read = not_read.filter_map(|(path, reason)| Some((link.path.join(below(path)?), reason)));
    walked.not_read.extend(not_read);
    let (files, links) = (listing.files.into_iter(), listing.links.into_iter());
    Ok(LinkEnd {
        files: files.filter_map(below).collect(),
        links: links.filter_map(below).collect(),
        link,
        linked,
    })
}

/// Takes what git does not ignore, with one question to git; returns the links among it. What git ignores in a folder that is
/// followed is left out.
fn take(found: Vec<LinkEnd>, links: &Links, walked: &mut Walked) -> Vec<FoundLink> {
    let mut paths = Vec::new();
    for LinkEnd { linked, files, links, .. } in &found {
        match linked {
            Linked::File(file) => paths.push(file.clone()),
            Linked::Folder(folder) => {
                paths.push(folder.clone());
                paths.extend(files.iter().chain(links).map(|below| folder.join(below)));
            }
        }
    }
    let faults = links.ignored(&paths);
    let mut answers = paths.into_iter().zip(faults);
    let mut next = Vec::new();
    for LinkEnd { link, linked, files, links } in found {
        let Some((real, fault)) = answers.next() else { break };
        let within: Vec<bool> =
            answers.by_ref().take(files.len() + links.len()).map(|it| it.1.is_none()).collect();
        if let Some(fault) = fault {
            walked.not_read.push((link.path, fault.into()));
            continue;
        }
        if let Linked::File(_) = linked {
            walked.files.push(WalkedFile { path: link.path.clone(), real: Some(real.clone()) });
        }
        walked.linked.push(linked);
        let (of_files, of_links) = within.split_at(files.len());
        let input = |paths: Vec<PathBuf>, is_input: &[bool]| -> Vec<PathBuf> {
            paths.into_iter().zip(is_input).filter(|(_, is_input)| **is_input).map(|(path, _)| path).collect()
        };
        let file = |below: PathBuf| WalkedFile { path: link.path.join(&below), real: Some(real.join(below)) };
        walked.files.extend(input(files, of_files).into_iter().map(file));
        let nested = |below: PathBuf| {
            let places = link.places.iter().cloned().chain([real.join(&below)]).collect();
            FoundLink { path: link.path.join(below), places }
        };
        next.extend(input(links, of_links).into_iter().map(nested));
    }
    next
}
