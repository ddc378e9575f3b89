//! Makes a project that shows a fault as small as it can be: fewer files, then fewer lines. Knows nothing of the fault.

use super::site::{Content, Site};

/// The smallest project that still `shows` the fault, found with so many trials.
pub(crate) fn minimise(site: &Site, trials: usize, shows: &mut dyn FnMut(&Site) -> bool) -> Site {
    let mut left = trials;
    let mut shows = |site: &dyn Fn() -> Site| {
        let goes_on = left > 0;
        left = left.saturating_sub(1);
        goes_on && shows(&site())
    };
    let of = |files: &[(&String, &Content)]| Site {
        files: files.iter().map(|(path, content)| ((*path).clone(), (*content).clone())).collect(),
    };
    let files = reduce(site.files.iter().collect(), &mut |files| shows(&|| of(files)));
    let mut site = of(&files);
    for (path, content) in files {
        let Content::Bytes(bytes) = content else { continue };
        let with = |lines: &[&[u8]]| {
            let mut small = site.clone();
            small.files.insert(path.clone(), Content::Bytes(lines.concat()));
            small
        };
        let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        let lines = reduce(lines, &mut |lines| shows(&|| with(lines)));
        site.files.insert(path.clone(), Content::Bytes(lines.concat()));
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
