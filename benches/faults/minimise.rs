//! Makes a project that shows a fault as small as it can be: fewer files, then fewer lines. Knows nothing of the fault.

use std::collections::BTreeMap;

use super::site::{Content, Site};

/// The smallest project that still `shows` the fault, found with so many trials.
pub(crate) fn minimise(site: &Site, trials: usize, shows: &mut dyn FnMut(&Site) -> bool) -> Site {
    let mut left = trials;
    let mut shows = |site: &Site| {
        let goes_on = left > 0;
        left = left.saturating_sub(1);
        goes_on && shows(site)
    };
    let of = |files: &[(String, Content)]| Site { files: files.iter().cloned().collect() };
    let files: Vec<(String, Content)> = site.files.clone().into_iter().collect();
    let files = reduce(files, &mut |files| shows(&of(files)));
    let mut site = of(&files);
    for (path, content) in files {
        let Content::Bytes(bytes) = content else { continue };
        let lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        let with = |lines: &[Vec<u8>]| -> BTreeMap<String, Content> {
            let mut files = site.files.clone();
            files.insert(path.clone(), Content::Bytes(lines.concat()));
            files
        };
        let lines = reduce(lines, &mut |lines| shows(&Site { files: with(lines) }));
        site = Site { files: with(&lines) };
    }
    site
}

/// The items without those that can go, in ever smaller shares.
pub(crate) fn reduce<T: Clone>(items: Vec<T>, shows: &mut dyn FnMut(&[T]) -> bool) -> Vec<T> {
    let mut items = items;
    let mut share = items.len().div_ceil(2);
    while share > 0 && !items.is_empty() {
        let mut from = 0;
        while from < items.len() {
            let to = (from + share).min(items.len());
            let rest = [&items[..from], &items[to..]].concat();
            if shows(&rest) {
                items = rest;
            } else {
                from = to;
            }
        }
        share = if share == 1 { 0 } else { share.div_ceil(2) };
    }
    items
}
