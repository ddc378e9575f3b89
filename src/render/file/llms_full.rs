//! `/xx/llms-full.txt` (`[api] markdown = true`): the articles that `llms.txt` lists, whole, one behind the other, in files of
//! at most 2 MB, `llms-full-2.txt` and so on. An article that is longer has a file of its own.
//!
//! ```markdown
//! # Reset your password
//!
//! Source: https://help.example.com/en-us/reset/
//!
//! …
//! ```

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use anyhow::Result;
use rayon::prelude::*;

use crate::catalog::LocaleIndex;
use crate::render::href::From;
use crate::render::prepare::Listed;
use crate::render::site::Site;

use super::{article_markdown, llms_listed};

/// Bytes of a file at the most.
const LONGEST: usize = 2_000_000;

/// `he-il/llms-full.txt`, `he-il/llms-full-2.txt`; `number` counts from 1.
pub(super) fn path(site: &Site<'_>, locale: LocaleIndex, number: usize) -> String {
    let home = site.home_folder(locale);
    if number == 1 { format!("{home}llms-full.txt") } else { format!("{home}llms-full-{number}.txt") }
}

/// The number of files of a locale; none where they are not wanted, or there is nothing to hold.
pub(super) fn count(site: &Site<'_>, locale: LocaleIndex) -> usize {
    if site.options.markdown_files { ranges(site, locale).len() } else { 0 }
}

pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex, number: usize) -> Result<Vec<u8>> {
    let range = ranges(site, locale).get(number - 1).cloned().unwrap_or_default();
    let entries = entries(site, locale);
    let texts = entries.get(range).unwrap_or_default().iter().map(|entry| text(site, locale, entry));
    Ok(texts.collect::<Vec<_>>().join("\n").into_bytes())
}

/// Which articles each file holds. It is known once all have been written: only their lengths are kept.
fn ranges<'a>(site: &'a Site<'_>, locale: LocaleIndex) -> &'a [Range<usize>] {
    site.parts(locale, || {
        let entries = entries(site, locale);
        let lengths: Vec<usize> = entries.par_iter().map(|entry| text(site, locale, entry).len()).collect();
        divided(&lengths)
    })
}

/// Lengths, and a line between each two, in groups of at most [`LONGEST`].
fn divided(lengths: &[usize]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut filled = 0;
    for (at, length) in lengths.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if filled + 1 + length <= LONGEST => {
                group.end = at + 1;
                filled += 1 + length;
            }
            _ => {
                groups.push(at..at + 1);
                filled = *length;
            }
        }
    }
    groups
}

/// The articles of `llms.txt` in its order, each once.
fn entries(site: &Site<'_>, locale: LocaleIndex) -> Vec<Listed> {
    let mut seen = BTreeSet::new();
    let groups = llms_listed::groups(site, locale).unwrap_or_default();
    groups.into_iter().flat_map(|(_, entries)| entries).filter(|entry| seen.insert(entry.identity)).collect()
}

/// An article; its links are relative to the locale's folder, where the file is.
fn text(site: &Site<'_>, locale: LocaleIndex, entry: &Listed) -> String {
    let from = From::Folder(site.home_folder(locale));
    let (title, body) = article_markdown::text(site, locale, entry.article, &from);
    let url = llms_listed::address(site, locale, &site.article_folder(locale, entry.identity));
    let mut text = format!("{title}\nSource: {url}\n");
    if !body.trim().is_empty() {
        let _ = write!(text, "\n{body}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_are_divided() {
        assert!(divided(&[]).is_empty());
        assert_eq!(divided(&[LONGEST - 2, 1, 1]), [0..2, 2..3]);
        assert_eq!(divided(&[1, LONGEST - 1, LONGEST + 1, 1, 1]), [0..1, 1..2, 2..3, 3..5]);
    }
}
