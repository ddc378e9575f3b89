//! Which files are translations of one article: article IDs and URL paths. Knows files only by what they claim.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// What one file says about the article it is.
#[derive(Clone, Debug)]
pub(crate) struct Claim<'a> {
    pub(crate) path: &'a str,
    /// Index of the file's locale.
    pub(crate) locale: usize,
    pub(crate) id: String,
    pub(crate) source_hash: Option<&'a str>,
    pub(crate) custom_ids: Vec<&'a str>,
}

/// The article ID of a file, and whether it is the one the file claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assigned {
    pub(crate) id: String,
    /// Set where another file of the locale has the claimed ID: that file's index.
    pub(crate) taken_by: Option<usize>,
}

/// Gives every file an article ID, one per article and locale.
///
/// Files that claim one ID (letter case aside) are one article, unless two of them have the same locale: then files of
/// different locales are paired by equal source hash, then by equal custom IDs, and every group but the first
/// gets the stem of its first file appended.
pub(crate) fn assign(claims: &[Claim<'_>]) -> Vec<Assigned> {
    let folded: Vec<String> = claims.par_iter().map(|claim| fold(&claim.id)).collect();
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, id) in folded.iter().enumerate() {
        by_id.entry(id).or_default().push(index);
    }
    let mut made: BTreeSet<String> = BTreeSet::new();
    let mut takes = |id: String| !by_id.contains_key(&*id) && made.insert(id);
    let mut assigned = vec![Assigned { id: String::new(), taken_by: None }; claims.len()];
    for files in by_id.values() {
        let groups = group(claims, files);
        let first = groups[0][0];
        for (number, members) in groups.iter().enumerate() {
            let claimed = &claims[members[0]].id;
            let id = if number == 0 {
                claimed.clone()
            } else {
                free_id(claimed, claims[members[0]].path, &mut takes)
            };
            for &member in members {
                assigned[member] = Assigned { id: id.clone(), taken_by: (number > 0).then_some(first) };
            }
        }
    }
    assigned
}

/// Splits files that claim one ID into articles of at most one file a locale, ordered by their first path.
fn group(claims: &[Claim<'_>], files: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = vec![files.to_vec()];
    if !compatible(claims, files) {
        groups = files.iter().map(|&file| vec![file]).collect();
        merge(claims, &mut groups, |claim| claim.source_hash.map(str::to_owned));
        merge(claims, &mut groups, |claim| {
            let mut ids = claim.custom_ids.clone();
            ids.sort_unstable();
            (!ids.is_empty()).then(|| ids.join(" "))
        });
    }
    for group in &mut groups {
        group.sort_by_key(|&file| claims[file].path);
    }
    groups.sort_by_key(|group| claims[group[0]].path);
    groups
}

/// Whether no two of the files have one locale.
fn compatible(claims: &[Claim<'_>], files: &[usize]) -> bool {
    let mut locales = BTreeSet::new();
    files.iter().all(|&file| locales.insert(claims[file].locale))
}

/// Joins groups that have the same key, where that leaves one file a locale.
fn merge(claims: &[Claim<'_>], groups: &mut Vec<Vec<usize>>, key: impl Fn(&Claim<'_>) -> Option<String>) {
    let mut merged: Vec<Vec<usize>> = Vec::new();
    let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
    for group in groups.drain(..) {
        let key = group.iter().find_map(|&file| key(&claims[file]));
        let Some(key) = key else {
            merged.push(group);
            continue;
        };
        let place = *by_key.entry(key).or_insert(merged.len());
        match merged.get_mut(place) {
            Some(present) => {
                let together: Vec<usize> = present.iter().chain(&group).copied().collect();
                if compatible(claims, &together) { *present = together } else { merged.push(group) }
            }
            None => merged.push(group),
        }
    }
    *groups = merged;
}

/// The first ID made of `claimed` and the name of the file that `takes` says to be free.
fn free_id(claimed: &str, path: &str, takes: &mut dyn FnMut(String) -> bool) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let base = format!("{claimed}-{stem}");
    let candidates = std::iter::once(base.clone()).chain((2_u32..).map(|number| format!("{base}-{number}")));
    for candidate in candidates {
        if takes(fold(&candidate)) {
            return candidate;
        }
    }
    base
}

/// Two IDs with the same folding are the same article.
pub(crate) fn fold(id: &str) -> String {
    if id.is_ascii() {
        id.to_ascii_lowercase()
    } else {
        id.nfc().flat_map(char::to_lowercase).nfc().collect()
    }
}

/// The path of an article's page below its locale: NFC, lower case, control and format characters removed, spaces
/// to `-`. Steps that would leave the folder are dropped. `index` is its folder's page; the root's is empty.
pub(crate) fn url_path(id: &str) -> String {
    let folded = fold(id);
    let steps = folded.split(['/', '\\']).map(|step| {
        if step.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Cow::Borrowed(step);
        }
        let kept = step.trim().chars().filter(|&character| !is_invisible(character));
        kept.map(|character| if character.is_whitespace() { '-' } else { character }).collect()
    });
    let mut steps: Vec<Cow<'_, str>> = steps.filter(|step| !matches!(&**step, "" | "." | "..")).collect();
    if steps.last().is_some_and(|step| step == "index") {
        steps.pop();
    }
    steps.join("/")
}

/// Control characters, and the format characters (general category Cf) that scripts do not need to be told apart.
fn is_invisible(character: char) -> bool {
    use icu::properties::{CodePointMapData, props::GeneralCategory};
    !character.is_ascii_graphic()
        && matches!(
            CodePointMapData::<GeneralCategory>::new().get(character),
            GeneralCategory::Control | GeneralCategory::Format
        )
}

/// Names below a locale's folder that are not an article's to take.
const RESERVED: [&str; 7] = ["all", "404.html", "sitemap.xml", "feed.xml", "ids.json", "llms.txt", "search"];

/// Whether the site itself needs this URL path, or a file of it.
pub(super) fn is_reserved(url: &str) -> bool {
    unreserved(url) != url
}

/// Gives every ID its URL path, in the order of `ids`: the first keeps it, the others get `-2`, `-3` …, with the index of
/// the ID that has it (none for a reserved name).
pub(crate) fn url_paths(ids: &[&str]) -> Vec<(String, Option<Conflict>)> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut paths = Vec::with_capacity(ids.len());
    for (index, id) in ids.iter().enumerate() {
        let asked = url_path(id);
        let wanted = unreserved(&asked);
        let conflict = match taken.get(&wanted) {
            Some(&holder) => Some(Conflict::With(holder)),
            None => (wanted != asked).then_some(Conflict::Reserved),
        };
        let mut path = wanted.clone();
        let mut number = 1_u32;
        while taken.contains_key(&path) {
            number += 1;
            path = format!("{wanted}-{number}");
        }
        taken.insert(path.clone(), index);
        paths.push((path, conflict));
    }
    paths
}

/// The path with `-2` at every step that is a file of the site, not a folder.
fn unreserved(path: &str) -> String {
    let is_reserved = |(place, step): (usize, &str)| {
        let is_sitemap = step.starts_with("sitemap-") && step.ends_with(".xml");
        matches!(step, "index.html" | "index.json") || place == 0 && (is_sitemap || RESERVED.contains(&step))
    };
    let steps = path.split('/').enumerate();
    let steps = steps.map(|(place, step)| {
        if is_reserved((place, step)) { Cow::Owned(format!("{step}-2")) } else { Cow::Borrowed(step) }
    });
    steps.collect::<Vec<_>>().join("/")
}

/// Why an article does not have the URL it would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// Another article has it: its index.
    With(usize),
    /// The site uses the name itself.
    Reserved,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim<'a>(
        path: &'a str,
        locale: usize,
        id: &str,
        hash: Option<&'a str>,
        custom: &[&'a str],
    ) -> Claim<'a> {
        Claim { path, locale, id: id.to_owned(), source_hash: hash, custom_ids: custom.to_vec() }
    }

    fn ids(claims: &[Claim<'_>]) -> Vec<String> {
        assign(claims).into_iter().map(|assigned| assigned.id).collect()
    }

    #[test]
    fn one_file_a_locale_is_one_article_whatever_the_case() {
        let claims = [claim("a", 0, "Reset", None, &[]), claim("b", 1, "reset", Some("x"), &[])];
        assert_eq!(ids(&claims), ["Reset", "Reset"]);
    }

    #[test]
    fn files_that_claim_one_id_are_paired_by_hash_then_by_custom_ids() {
        let claims = [
            claim("he/1.md", 0, "help", Some("x"), &[]),
            claim("he/2.md", 0, "help", Some("y"), &["7"]),
            claim("lv/3.md", 1, "help", Some("x"), &[]),
            claim("lv/4.md", 1, "help", Some("z"), &["7"]),
        ];
        assert_eq!(ids(&claims), ["help", "help-2", "help", "help-2"]);
        assert_eq!(assign(&claims)[3].taken_by, Some(0));
    }

    #[test]
    fn no_file_is_lost() {
        let claims = [
            claim("x/a.md", 0, "t", None, &[]),
            claim("y/a.md", 0, "t", None, &[]),
            claim("z/a.md", 0, "t", None, &[]),
        ];
        assert_eq!(ids(&claims), ["t", "t-a", "t-a-2"]);
    }

    #[test]
    fn url_paths_are_plain() {
        assert_eq!(url_path("Creating-and Managing/X.Y"), "creating-and-managing/x.y");
        assert_eq!(url_path("a\u{200f}b\u{0}c"), "abc");
        assert_eq!(url_path("../..//etc\\passwd"), "etc/passwd");
        assert_eq!(url_path("a/index"), "a");
        assert_eq!(url_path("index"), "");
        assert_eq!(url_path("הגדרת סיסמה"), "הגדרת-סיסמה");
    }

    #[test]
    fn the_first_keeps_the_url() {
        let paths = url_paths(&["a b", "a-b", "all", "a-b-2"]);
        let plain: Vec<&str> = paths.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(plain, ["a-b", "a-b-2", "all-2", "a-b-2-2"]);
        assert_eq!(paths[1].1, Some(Conflict::With(0)));
        assert_eq!(paths[2].1, Some(Conflict::Reserved));
        let below = url_paths(&["feed.xml/a", "a/feed.xml", "sitemap-2.xml", "a/index.json/b"]);
        let below: Vec<&str> = below.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(below, ["feed.xml-2/a", "a/feed.xml", "sitemap-2.xml-2", "a/index.json-2/b"]);
    }
}
