//! Which files are translations of one article: every file gets an article ID. Knows files only by what they claim.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::identity::{Numbers, fold};
use crate::front_matter::source_hashes;
use crate::indexed::{ArticleIndex, IndexVec, LocaleIndex};
use crate::layout::Standing;

/// What one file says about the article it is.
#[derive(Clone, Debug)]
pub(super) struct Claim<'a> {
    pub(super) path: &'a str,
    pub(super) locale: LocaleIndex,
    pub(super) id: String,
    /// The ID that its place gives it, where the file itself says another.
    pub(super) by_place: Option<String>,
    /// How it is called below the folder of its locale.
    pub(super) spelling: &'a str,
    pub(super) standing: Standing,
    pub(super) source_hash: Option<&'a str>,
    pub(super) custom_ids: Vec<&'a str>,
    pub(super) text: &'a str,
}

/// The article ID of a file, and whether it is the one the file claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Assigned {
    pub(super) id: String,
    /// Set where another file of the locale has the claimed ID: that file.
    pub(super) taken_by: Option<ArticleIndex>,
}

/// All of them.
type Claims<'a> = IndexVec<ArticleIndex, Claim<'a>>;

/// Gives every file an article ID, one per article and locale.
///
/// Files that claim one ID (letter case aside) are one article. Where two of one locale do, that locale alone has a problem:
/// one of them stays with the other locales, and the others get the stem of their file appended.
pub(super) fn assign(claims: &Claims<'_>, source: Option<LocaleIndex>) -> IndexVec<ArticleIndex, Assigned> {
    let folded: Vec<String> = claims.par_iter().map(|claim| fold(&claim.id)).collect();
    let mut by_id: BTreeMap<&str, Vec<ArticleIndex>> = BTreeMap::new();
    for (index, id) in claims.indices().zip(&folded) {
        by_id.entry(id).or_default().push(index);
    }
    let mut assigned = IndexVec::filled(Assigned { id: String::new(), taken_by: None }, claims.len());
    let mut others: Vec<(ArticleIndex, Vec<ArticleIndex>)> = Vec::new();
    for files in by_id.values() {
        let (kept, rest) = split(claims, files, source);
        let Some(&first) = kept.first() else { continue };
        for &member in &kept {
            assigned[member].id.clone_from(&claims[first].id);
        }
        for group in groups(claims, rest) {
            let locale = claims[group[0]].locale;
            let holder = kept.iter().find(|&&file| claims[file].locale == locale);
            others.push((holder.copied().unwrap_or(first), group));
        }
    }
    let mut names = Names { claims, by_id: &by_id, given: BTreeSet::new(), numbers: Numbers::default() };
    for (holder, group) in others {
        let id = match names.by_place(&group) {
            Some(neighbour) => assigned[neighbour].id.clone(),
            None => names.with_stem(&group),
        };
        for member in group {
            assigned[member] = Assigned { id: id.clone(), taken_by: Some(holder) };
        }
    }
    assigned
}

/// Splits files that claim one ID into those that have it, one a locale in the order of paths, and the rest.
fn split(
    claims: &Claims<'_>,
    files: &[ArticleIndex],
    source: Option<LocaleIndex>,
) -> (Vec<ArticleIndex>, Vec<ArticleIndex>) {
    let mut by_locale: BTreeMap<LocaleIndex, Vec<ArticleIndex>> = BTreeMap::new();
    for &file in files {
        by_locale.entry(claims[file].locale).or_default().push(file);
    }
    let (single, mut contested): (Vec<_>, Vec<_>) =
        by_locale.into_iter().partition(|(_, files)| files.len() == 1);
    let mut kept: Vec<ArticleIndex> = single.into_iter().flat_map(|(_, files)| files).collect();
    let mut rest = Vec::new();
    contested.sort_by_key(|(locale, _)| Some(*locale) != source);
    // Where every locale has several, the first is compared with all that the others have.
    let unsettled = contested.iter().skip(1).flat_map(|(_, files)| files);
    let known = if kept.is_empty() { unsettled.collect() } else { kept.iter().collect::<Vec<_>>() };
    let recorded = recorded(claims, files);
    let mut evidence = Evidence::new(&recorded);
    if !contested.is_empty() {
        known.into_iter().for_each(|&file| evidence.add(&claims[file]));
    }
    for (_, files) in contested {
        let best = files.iter().copied().max_by_key(|&file| evidence.weight(&claims[file]));
        rest.extend(files.iter().copied().filter(|&file| Some(file) != best));
        if kept.is_empty() {
            evidence = Evidence::new(&recorded);
        }
        if let Some(file) = best {
            evidence.add(&claims[file]);
            kept.push(file);
        }
    }
    kept.sort_by_key(|&file| claims[file].path);
    (kept, rest)
}

/// The source hashes that these files record.
fn recorded<'a>(claims: &Claims<'a>, files: &[ArticleIndex]) -> BTreeSet<&'a str> {
    files.iter().filter_map(|&file| claims[file].source_hash).collect()
}

/// What the files of an article have in common, and how many have each.
struct Evidence<'e, 'a> {
    recorded: &'e BTreeSet<&'a str>,
    spellings: BTreeMap<&'a str, usize>,
    hashes: BTreeMap<String, usize>,
    custom_ids: BTreeMap<String, usize>,
}

impl<'e, 'a> Evidence<'e, 'a> {
    fn new(recorded: &'e BTreeSet<&'a str>) -> Self {
        let (spellings, hashes, custom_ids) = Default::default();
        Self { recorded, spellings, hashes, custom_ids }
    }

    fn add(&mut self, claim: &Claim<'a>) {
        *self.spellings.entry(claim.spelling).or_default() += 1;
        for hash in claim.hashes(self.recorded) {
            *self.hashes.entry(hash).or_default() += 1;
        }
        for ids in claim.all_custom_ids() {
            *self.custom_ids.entry(ids).or_default() += 1;
        }
    }

    /// How well a file fits, the spelling first. Of equal ones that of the folder's page comes first, then the first path.
    fn weight<'c>(&self, claim: &'c Claim<'_>) -> impl Ord + use<'c> {
        let most = |counts: &BTreeMap<String, usize>, keys: Vec<String>| {
            keys.iter().filter_map(|key| counts.get(key)).max().copied()
        };
        (
            claim.standing,
            self.spellings.get(claim.spelling).copied(),
            most(&self.hashes, claim.hashes(self.recorded)),
            most(&self.custom_ids, claim.all_custom_ids()),
            Reverse(stem(claim.path).starts_with('_')),
            Reverse(claim.path),
        )
    }
}

impl Claim<'_> {
    /// The versions of the source that it is of: the recorded one, else that which it is itself, if a translation records it.
    fn hashes(&self, recorded: &BTreeSet<&str>) -> Vec<String> {
        match self.source_hash {
            Some(hash) => vec![hash.to_owned()],
            None if recorded.is_empty() => Vec::new(),
            None => {
                let own = BTreeSet::from(source_hashes(self.text)).into_iter();
                own.filter(|hash| recorded.contains(hash.as_str())).collect()
            }
        }
    }

    fn all_custom_ids(&self) -> Vec<String> {
        let mut ids = self.custom_ids.clone();
        ids.sort_unstable();
        if ids.is_empty() { Vec::new() } else { vec![ids.join(" ")] }
    }
}

/// Files that lost their ID, as articles of at most one file a locale, in the order of their first paths.
fn groups(claims: &Claims<'_>, files: Vec<ArticleIndex>) -> Vec<Vec<ArticleIndex>> {
    let recorded = recorded(claims, &files);
    let mut groups: Vec<Vec<ArticleIndex>> = files.into_iter().map(|file| vec![file]).collect();
    merge(claims, &mut groups, |claim| vec![claim.spelling.to_owned()]);
    merge(claims, &mut groups, |claim| claim.hashes(&recorded));
    merge(claims, &mut groups, |claim| claim.all_custom_ids());
    for group in &mut groups {
        group.sort_by_key(|&file| claims[file].path);
    }
    groups.sort_by_key(|group| claims[group[0]].path);
    groups
}

/// Joins groups that have a key in common, where that leaves one file a locale.
fn merge(claims: &Claims<'_>, groups: &mut Vec<Vec<ArticleIndex>>, keys: impl Fn(&Claim<'_>) -> Vec<String>) {
    let mut merged: Vec<Vec<ArticleIndex>> = Vec::new();
    let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
    for group in groups.drain(..) {
        let keys: Vec<String> = group.iter().flat_map(|&file| keys(&claims[file])).collect();
        let place = keys.iter().find_map(|key| by_key.get(key)).copied();
        let place = place.filter(|&place| is_compatible(claims, &merged[place], &group));
        let place = place.unwrap_or(merged.len());
        for key in keys {
            by_key.entry(key).or_insert(place);
        }
        match merged.get_mut(place) {
            Some(present) => present.extend(group),
            None => merged.push(group),
        }
    }
    *groups = merged;
}

/// Whether no two files of both have one locale.
fn is_compatible(claims: &Claims<'_>, one: &[ArticleIndex], other: &[ArticleIndex]) -> bool {
    let mut locales = BTreeSet::new();
    one.iter().chain(other).all(|&file| locales.insert(claims[file].locale))
}

/// The IDs of files that cannot have the one they claim.
struct Names<'n, 'a> {
    claims: &'n Claims<'a>,
    by_id: &'n BTreeMap<&'n str, Vec<ArticleIndex>>,
    /// By locale, folded.
    given: BTreeSet<(Option<LocaleIndex>, String)>,
    numbers: Numbers,
}

impl Names<'_, '_> {
    /// The article that a file is a translation of by its place, where that lacks one in its locale.
    fn by_place(&mut self, group: &[ArticleIndex]) -> Option<ArticleIndex> {
        let [file] = *group else { return None };
        let locale = self.claims[file].locale;
        let id = fold(self.claims[file].by_place.as_deref()?);
        let there = self.by_id.get(&*id)?;
        let is_free = there.iter().all(|&other| self.claims[other].locale != locale);
        let is_given = is_free && self.given.insert((Some(locale), id));
        there.first().copied().filter(|_| is_given)
    }

    /// The claimed ID with the stem of the first file appended, and a number where that has been given.
    fn with_stem(&mut self, group: &[ArticleIndex]) -> String {
        let Claim { id, path, .. } = &self.claims[group[0]];
        let wanted = format!("{id}-{}", stem(path));
        let folded = fold(&wanted);
        let is_free = |id: &str| !self.by_id.contains_key(id) && !self.given.contains(&(None, id.to_owned()));
        let free = self.numbers.first_free(&folded, is_free);
        let end = free.strip_prefix(&*folded).unwrap_or_default().to_owned();
        self.given.insert((None, free));
        wanted + &end
    }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests;
